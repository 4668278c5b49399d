"""One record for many readers: written once in a decision, and addressed to each of them when it is sent."""

from collections.abc import Iterable, Iterator

from streams.records import Output

__all__ = ["ANYBODY", "addressed"]

ANYBODY = "XX/anybody"
"""Stands for the recipient in a record, and in its key, until it is addressed."""
_FIELD = f'"recipient":"{ANYBODY}"'
"""As the encoder writes it: in a text of the record its quotation marks would be escaped."""


def addressed(outputs: Iterable[Output]) -> Iterator[Output]:
    """Every record as it is sent: one that names its readers becomes one for each, in their order."""
    for output in outputs:
        if output.to:
            yield from (_to(output, reader) for reader in output.to)
        else:
            yield output


def _to(output: Output, reader: str) -> Output:
    return Output(
        topic=output.topic,
        key=output.key.replace(ANYBODY, reader, 1),
        partition_by=reader,
        value=output.value.replace(_FIELD, f'"recipient":"{reader}"', 1),
    )
