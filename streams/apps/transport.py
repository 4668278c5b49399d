"""Faust's Kafka consumer with two known faults mended, so that no commit freezes and none is thrown away."""

import asyncio
import logging
from typing import Any

import faust
from faust.transport.drivers import aiokafka as driver
from faust.types import TP

__all__ = ["FixedConsumer", "FixedTransport", "install"]

logger = logging.getLogger(__name__)

_COMMIT_BEFORE_REVOKE_S = 5.0


class FixedConsumer(driver.Consumer):
    """The consumer of faust-streaming 0.15.3 with two repairs.

    faust#596: at the end of a table's recovery, records fetched before the flow resumes are delivered twice or dropped,
    which leaves holes in the acknowledgements and freezes the committed offset in silence. While a rebalance goes on,
    only changelogs are fetched.

    faust#502: acknowledgements since the last commit are thrown away when partitions are revoked, so that the new owner
    processes them again. They are committed first, while the generation is still valid.
    """

    async def _getmany(self, active_partitions: set[TP] | None, timeout: float) -> Any:  # noqa: ASYNC109 - Faust's own
        if active_partitions is not None and self.app.rebalancing:
            active_partitions = {tp for tp in active_partitions if self._is_changelog_tp(tp)}
            if not active_partitions:
                await asyncio.sleep(0.02)
                return {}
        return await super()._getmany(active_partitions, timeout)

    async def on_partitions_revoked(self, revoked: set[TP]) -> None:
        """Commit what was processed, then give the partitions back."""
        try:
            await asyncio.wait_for(self.commit(), _COMMIT_BEFORE_REVOKE_S)
        except Exception as error:  # noqa: BLE001 - Faust must go on revoking; what was not committed is done again
            logger.warning("commit before revoke failed, the new owner does it again: %r", error)
        await super().on_partitions_revoked(revoked)


class FixedTransport(driver.Transport):
    """Faust's transport with the mended consumer."""

    Consumer = FixedConsumer


def install(app: faust.App) -> None:
    """Give the app the mended transport; to be called before its worker starts."""
    app.transport = FixedTransport(app.conf.broker_consumer, app)
