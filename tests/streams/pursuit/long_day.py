"""A long day: two pursuits in which nearly everything happens that can, for tests that look at all of it."""

from collections.abc import Iterator

from msgspec.structs import replace

from streams.orders import (
    Accept,
    AddFact,
    AnswerRequest,
    CheckItem,
    GiveStop,
    HandOver,
    HandOverAlert,
    LiftStop,
    Merge,
    OpenedInError,
    ReceiveStop,
    Refuse,
    Request,
    Returning,
    SeeTarget,
    Shelve,
    Sight,
    Split,
    StillRunning,
    TakeAlert,
    TakeLead,
    Telephoned,
    Unshelve,
    WarnRoom,
    WithdrawCall,
    WithdrawFact,
    WithdrawRequest,
    WithdrawUnit,
    WithdrawWarning,
)
from streams.records import Decision, FixesRefused, UnitFixesRefused, UnitPresent
from tests.streams.pursuit.scene import (
    CAR,
    HOME,
    NORTH,
    SECOND,
    SOUTH,
    WEST,
    Chase,
    approach,
    asked,
    at,
    crew,
    crossing,
    desk,
    ended,
    possible,
    settled,
    sighting,
)  # fmt: skip

GERMAN = "DE/CAR-7"
ANNA, BERT = desk(SOUTH, "Anna"), desk(SOUTH, "Bert")


def long_day() -> list[Chase]:
    """The pursuits of the day, as they ended."""
    chase, other, new, danish, wrong = Chase(), Chase("BE/2"), Chase("BE/3"), Chase("DE/4"), Chase("BE/5")
    _morning(chase)
    _what_people_know(chase)
    _who_leads(chase)
    _stop(chase)
    _alerts(chase)
    _other_cases(chase, other, new)
    _evening(chase)
    _in_denmark(danish)
    wrong.open(0)
    wrong.present(1, "NL")
    wrong.order(5, OpenedInError(reason="a drill"))
    return [chase, other, new, danish, wrong]


def decisions() -> Iterator[Decision]:
    """Every decision of the day."""
    for chase in long_day():
        yield from chase.decisions


def _morning(chase: Chase) -> None:
    """An approach, a crossing, silence and sight."""
    chase.open()
    chase.present(1, "BE")
    coming, perhaps = approach("NL", 5), possible("BE", "NL", 30)
    chase.approaching(5, coming)
    chase.order(6, Shelve(revision=1, minutes=5, reason="meal"), by=ANNA)
    chase.comes_due(f"shelf:{SOUTH}")
    chase.order(7, Shelve(revision=1, minutes=5, reason="meal"), by=ANNA)
    chase.order(8, Unshelve(), by=ANNA)
    chase.approaching(15, replace(coming, eta=at(30)))
    chase.approaching(30, ended(coming, "entered", 30), "NL")
    chase.told(30, perhaps, "NL")
    chase.approaching(31, approach("NL", 20), "NL")
    chase.told(31, settled(perhaps, "confirmed"), "NL")
    chase.told(31, settled(possible("NL", "BE", 10), "withdrawn"), "NL")
    for kind in ("delivered", "shown", "sounded"):
        chase.receipt(32, SOUTH, 1, kind)
    chase.contact("lost", 31, now="NL")
    chase.contact("regained", 31, 99, now="NL")
    refused = FixesRefused(
        unit=CAR, id="x", code="range", field="lat", expected="-90..90", got="91", count=3, at=at(99), door="ws"
    )
    chase.take(
        UnitFixesRefused(id="r", case=chase.case, mode=chase.mode, happened_at=at(99), unit=CAR, refused=refused)
    )
    chase.fault(100)
    for _ in range(3):
        chase.comes_due(f"escalate:{SOUTH}")
    chase.due("memberships", at(60.1))
    chase.acknowledge(230, SOUTH, chase.pursuit.alerts[SOUTH].revision, by=ANNA)
    chase.moved(240, CAR, 50.7, 6.1)


def _what_people_know(chase: Chase) -> None:
    chase.order(250, AddFact(fact="f", kind="danger", code="armed", source="crew"), by=crew())
    chase.order(251, AddFact(fact="g", kind="suspect", text="red jacket", assessment=True, source="desk"))
    chase.order(252, WithdrawFact(fact="g", reason="other man"))
    seen = SeeTarget(lat=50.7, lon=6.1, uncertainty_m=100.0, observed_at=at(250), source="anpr")
    chase.order(253, seen, by=desk(SOUTH))
    chase.order(254, Sight(unit=CAR, lost=True), by=crew())
    chase.order(255, Sight(unit=CAR, lost=False), by=crew())
    chase.order(256, WarnRoom(to=WEST, text="comes your way"))
    chase.order(257, Telephoned(room=WEST, answered_by="Carla", caller="Dirk", at=at(130)))
    chase.order(258, WithdrawCall(room=WEST, called_at=at(130), reason="other room"))
    chase.order(259, WithdrawWarning(room=WEST, reason="other room"))


def _who_leads(chase: Chase) -> None:
    chase.order(260, Request(request="r1", kind="helicopter", to=SOUTH))
    chase.order(261, AnswerRequest(request="r1", answer=Refuse(reason="fog")), by=ANNA)
    chase.order(262, Request(request="r2", kind="observe", to=SOUTH))
    chase.order(263, WithdrawRequest(request="r2", reason="seen"))
    chase.order(264, TakeLead(reason="ours"), by=ANNA)
    chase.order(265, HandOver(request="h", to=NORTH), by=ANNA)
    chase.order(266, AnswerRequest(request="h", answer=Accept(conditions="to the river")), by=desk(NORTH))
    chase.order(267, Request(request="r3", kind="take_over", to=HOME), by=desk(NORTH))
    chase.order(268, AnswerRequest(request="r3", answer=Accept()))


def _stop(chase: Chase) -> None:
    chase.order(270, GiveStop(stop="s", reason="school"), by=ANNA)
    chase.comes_due("stop:s")
    chase.order(305, ReceiveStop(stop="s"), by=crew())
    chase.order(306, LiftStop(stop="s", reason="over"), by=ANNA)


def _alerts(chase: Chase) -> None:
    chase.acknowledge(310, SOUTH, chase.pursuit.alerts[SOUTH].revision, by=ANNA)
    chase.order(311, HandOverAlert(to="Bert"), by=ANNA)
    chase.order(310, HandOver(request="late", to=NORTH))
    chase.comes_due(f"offer:{SOUTH}")
    chase.comes_due("asked:late")
    chase.order(920, HandOverAlert(to="Bert"), by=ANNA)
    chase.order(921, TakeAlert(), by=BERT)
    chase.comes_due("running")
    chase.comes_due("running")
    chase.order(1200, StillRunning())


def _other_cases(chase: Chase, other: Chase, new: Chase) -> None:
    """The second car goes into a pursuit of its own, which another one takes in."""
    chase.join(1210, SECOND)
    chase.present(1211, "BE", SECOND)
    chase.order(1212, Merge(into="BE/SILENT"))
    chase.comes_due("pending")
    (question,) = asked(chase.order(1280, Split(new_case=new.case, units=(SECOND,))))
    chase.take(asked(new.take(question))[0])
    (question,) = asked(new.order(1230, Merge(into=other.case)))
    new.take(asked(other.take(question))[0])
    other.open(1240, GERMAN, by=desk("BE/OTHER"))
    other.open(1241, "BE/CAR-8", by=desk("BE/OTHER"))
    new.present(1243, "BE", SECOND)
    new.crossed(1245, "BE", "NL", SECOND)
    (question,) = asked(new.order(1250, Merge(into=other.case)))
    new.take(asked(other.take(question))[0])
    chase.join(1260, SECOND)
    (question,) = asked(chase.order(1261, Split(new_case=other.case, units=(SECOND,))))
    chase.take(asked(other.take(question))[0])


def _evening(chase: Chase) -> None:
    chase.join(1300, GERMAN, by=crew(GERMAN, WEST))
    chase.order(1301, WithdrawUnit(unit=GERMAN, reason="other radio"))
    chase.order(1301, Returning(unit=CAR), by=crew())
    chase.order(1301.5, Returning(unit=CAR, pursues=True), by=crew())
    chase.order(1302, Returning(unit=CAR), by=crew())
    chase.crossed(1310, "NL", "BE")
    chase.comes_due(f"home:{CAR}")
    chase.join(1381, CAR)
    chase.approaching(1382, approach("DE", 60))
    chase.present(1383, "BE")
    chase.approaching(1383.3, approach("NL", 1383))
    chase.approaching(1383.6, ended(approach("NL", 1383), "withdrawn", 1383))
    chase.told(1384, replace(crossing("BE", "NL", 1382.7), late=True), "BE")
    never = possible("BE", "DE", 1384.2)
    chase.told(1384.3, never, "DE")
    chase.told(1384.5, settled(never, "withdrawn"), "BE")
    chase.leave(1385, CAR)
    chase.close(1390)
    chase.comes_due("visibility_end")
    chase.order(2300, CheckItem(item="shots", text="none"))
    chase.order(2300.5, CheckItem(item="shots", text="two"))
    chase.order(2301, CheckItem(item="person_held", text="the driver", at=at(1300)))
    chase.comes_due("item:six_hours")
    chase.order(90_000, CheckItem(item="six_hours", text="let go"))
    chase.order(90_001, CheckItem(item="person_held", text="the driver", at=at(1200)))


def _in_denmark(chase: Chase) -> None:
    """Customs of Germany in Denmark: told ahead, and over."""
    chase.open(0, GERMAN, by=desk(WEST))
    over = replace(crossing("DE", "DK", 30, GERMAN, place=(50.2, 7.1)), odometer_m=0.0)
    seen = replace(sighting("DE", 31), territory=("DK",))
    chase.take(
        UnitPresent(
            id="p", case=chase.case, mode=chase.mode, happened_at=at(31), unit=GERMAN, event=1, seen=seen,
            crossings=(over,), service="police", movement="foot",
        )
    )  # fmt: skip
    for second, metres in ((600, 21_000.0), (700, 26_000.0)):
        chase.moved(second, GERMAN, 50.2, 7.1, territory="DK", odometer_m=metres)
