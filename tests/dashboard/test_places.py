from hypothesis import given
from hypothesis import strategies as st

from borders.places import Town
from dashboard.places import ranked_places

BIG, SMALL = Town("Big", "NL", 50.85, 5.69, 120_000), Town("Small", "NL", 50.851, 5.691, 2_000)


def test_the_bigger_of_two_neighbours_is_named_from_further_away() -> None:
    big, small = ranked_places([SMALL, BIG])
    assert (big["name"], small["name"]) == ("Big", "Small")
    assert big["zoom"] == 5
    assert small["zoom"] == 14


def test_towns_far_apart_are_both_named_on_the_widest_map() -> None:
    far = Town("Far", "FR", 43.6, 1.44, 2_000)
    assert [place["zoom"] for place in ranked_places([BIG, far])] == [5, 5]


def test_names_in_other_languages_go_along() -> None:
    (place,) = ranked_places([Town("Liège", "BE", 50.63, 5.57, 200_000, names={"nl": "Luik"})])
    assert place == {"name": "Liège", "names": {"nl": "Luik"}, "lat": 50.63, "lon": 5.57, "zoom": 5}


@given(st.lists(st.tuples(st.floats(49, 54), st.floats(2, 8), st.integers(0, 10**6)), max_size=30))
def test_no_town_is_lost_and_the_order_is_by_zoom(points: list[tuple[float, float, int]]) -> None:
    towns = [Town(str(i), "BE", lat, lon, people) for i, (lat, lon, people) in enumerate(points)]
    ranked = ranked_places(towns)
    assert sorted(str(place["name"]) for place in ranked) == sorted(town.name for town in towns)
    zooms = [int(str(place["zoom"])) for place in ranked]
    assert zooms == sorted(zooms)
