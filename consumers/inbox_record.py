"""What an inbox record is about: whose it is, and which of two records under one key is the newer."""

from streams.records import AlertRecord, AnswerRecord, CardRecord, InboxRecord, NoticeRecord, PursuitRecord

__all__ = ["rank_of", "recipient_of"]


def recipient_of(record: InboxRecord) -> str:
    """The room or unit this record is for."""
    return record.alert.room if isinstance(record, AlertRecord) else record.recipient


def rank_of(record: InboxRecord) -> int | None:
    """The number by which the newer of two records under one key is told: an alert's revision, a pursuit's event.

    None where a key is only ever written once: answers, notices and cards, whose later copy says the same.
    """
    match record:
        case AlertRecord():
            return record.alert.revision
        case AnswerRecord() | NoticeRecord() | CardRecord():
            return None
        case PursuitRecord() | _:
            return record.event
