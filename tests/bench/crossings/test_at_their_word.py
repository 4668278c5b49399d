from bench.crossings.at_their_word import at_their_word
from tests.worlds import NOON, car, index_of, sets

BE, NL = sets("BE", "NL")


def test_every_way_over_the_border_is_a_crossing_however_often() -> None:
    to_and_fro = car([(50.5, 5.9999), (50.5, 6.0001), (50.5, 5.9999), (50.5, 5.9998), (50.5, 6.0002)])
    told = at_their_word(to_and_fro, index_of("border_at_six"), NOON)
    assert [(one.left, one.entered) for one in told] == [(BE, NL), (NL, BE), (BE, NL)]
    assert [(round(one.at_s, 3), one.settled_s, one.status) for one in told] == [
        (5.0, 10.0, "confirmed"),
        (15.0, 20.0, "confirmed"),
        (35.0, 40.0, "confirmed"),
    ]
    assert {(one.lat, round(one.lon, 9)) for one in told} == {(50.5, 6.0)}


def test_an_enclave_between_two_fixes_is_entered_and_left() -> None:
    through = at_their_word(car([(50.505, 5.9), (50.505, 6.1)]), index_of("enclave"), NOON)
    assert [one.entered for one in through] == [NL, BE]


def test_one_fix_tells_nothing() -> None:
    assert at_their_word(car([(50.5, 5.9)]), index_of("border_at_six"), NOON) == ()
