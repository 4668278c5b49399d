"""The lost exclave at Baarle: found in another source, put back once, and only there."""

from importlib.resources import files

import pytest
from shapely.geometry import MultiPolygon, Point, box

from borders.baarle import BAARLE, lost_exclaves, read_patch, with_patch
from borders.layer import BorderError, BorderLayer, multi

# A world at Baarle: Belgium has one exclave of two that touch at the corner (4.90, 51.42).
_KNOWN = box(4.88, 51.40, 4.90, 51.42)
_LOST = box(4.90, 51.42, 4.91, 51.43)
_ELSEWHERE = box(5.50, 50.00, 6.00, 50.50)
_BELGIUM = MultiPolygon([_KNOWN, _ELSEWHERE])
_NETHERLANDS = multi(box(4.80, 51.37, 5.00, 51.50).difference(_KNOWN))


def test_the_exclave_that_only_the_other_source_has_is_found_and_snapped_to_the_shared_corner() -> None:
    a_metre_off = box(4.900012, 51.420009, 4.91, 51.43)
    far_away = box(7.0, 51.0, 7.1, 51.1)
    (found,) = lost_exclaves(_BELGIUM, MultiPolygon([_KNOWN, a_metre_off, far_away]))
    assert (4.90, 51.42) in list(found.exterior.coords)


def test_nothing_is_lost_between_equal_sources() -> None:
    assert lost_exclaves(_BELGIUM, _BELGIUM) == ()


def test_the_patch_goes_to_belgium_and_comes_from_the_netherlands() -> None:
    areas = with_patch({"BE": _BELGIUM, "NL": _NETHERLANDS, "LU": multi(box(6, 49, 6.1, 49.1))}, (_LOST,))
    assert areas["BE"].area == pytest.approx(_BELGIUM.area + _LOST.area)
    assert areas["NL"].area == pytest.approx(_NETHERLANDS.area - _LOST.area)
    assert areas["BE"].intersection(areas["NL"]).area == 0
    assert all(area.is_valid for area in areas.values())


def test_patching_twice_changes_nothing() -> None:
    once = with_patch({"BE": _BELGIUM, "NL": _NETHERLANDS}, (_LOST,))
    assert with_patch(once, (_LOST,)) == once


def test_the_committed_patch_is_one_exclave_of_2_39_hectares_at_baarle(layer: BorderLayer) -> None:
    (exclave,) = read_patch((files("borders") / "data" / "baarle_patch.geojson").read_text(encoding="utf-8"))
    assert BAARLE.contains(exclave)
    assert exclave.contains(Point(4.94135, 51.43568))
    metres_per_degree = 111_195.0
    area_m2 = exclave.area * metres_per_degree**2 * 0.6234  # cos 51.436 degrees
    assert area_m2 == pytest.approx(23_900, rel=0.01)
    assert any(part.equals(exclave) for part in layer.areas["BE"].geoms)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        '{"features": [{"geometry": null}]}',
        '{"features": [{"geometry": {"type": "Point", "coordinates": [4.9, 51.4]}}]}',
        '{"features": [{"geometry": {"type": "Polygon", "coordinates": [[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}]}',
    ],
)
def test_a_patch_that_is_no_polygons_is_refused(text: str) -> None:
    with pytest.raises(BorderError, match=r"expected .* in the Baarle patch, got"):
        read_patch(text)
