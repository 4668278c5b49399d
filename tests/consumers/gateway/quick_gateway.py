"""A gateway that speaks of its desks every half second instead of every 15, in a process that a test can kill."""

import asyncio
import logging
import sys
from pathlib import Path

from tests.consumers.running import running_gateway


async def _serve(broker: str, accounts: str, *rooms: str) -> None:
    async with running_gateway(broker, Path(accounts), *rooms, desks_renewed_every_s=0.5) as url:
        sys.stdout.write(f"{url}\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


def main() -> None:
    """Serve until killed; arguments are the broker, the accounts file and the rooms."""
    logging.basicConfig(level=logging.INFO)
    asyncio.run(_serve(*sys.argv[1:]))


if __name__ == "__main__":
    main()
