"""Says whether a border layer, rooms and crossing points are what they should be: a line per fact, expected and got."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry import MultiPolygon, Point, Polygon

from borders.crossing_points import CrossingPoint, CrossingPoints
from borders.layer import SHARED_BY, STATES, BorderLayer
from borders.places import Town, Towns
from borders.rooms import Directory
from geo.geodesy import destination

__all__ = [
    "Check", "check_layer", "crossing_points_check", "directory_checks", "layer_checks", "telephones_check",
    "towns_check",
]  # fmt: skip

_GEOD = Geod(ellps="WGS84")
_PARTS_AND_HOLES = {"BE": (23, 13), "DE": (8, 1), "FR": (3, 1), "LU": (1, 0), "NL": (9, 22)}
"""As measured on the source's release 2026c with the patch: a new release may change them; a person should look."""
_EXCLAVES = (
    ("BE", "NL", 22, "Belgian exclaves in the Netherlands"),
    ("NL", "BE", 8, "Dutch counter-exclaves in Belgium"),
    ("DE", "BE", 5, "German exclaves along the Vennbahn"),
)
_LOST_EXCLAVE = Point(4.94135, 51.43568)
_OVERLAPS = set(SHARED_BY)
_GAPS = {"Jungholz (AT)": Point(10.448, 47.575), "Llivia (ES)": Point(1.981, 42.464)}
"""Land of other states that lies wholly inside our five."""
_SLIVER_M2 = 1_000.0
"""The smallest exclave at Baarle has 2,469 m2: what is smaller is an error of the source."""


@dataclass(frozen=True, slots=True)
class Check:
    """One fact: what it is about, what was expected and what is there.

    Attributes:
        subject: what it is about.
        expected: as it should be.
        got: as it is.
        is_grave: whether otherwise is a fault, or a warning that stays until people have done their part.
    """

    subject: str
    expected: str
    got: str
    is_grave: bool = True

    @property
    def ok(self) -> bool:
        """Whether it is as expected."""
        return self.expected == self.got

    @property
    def is_fault(self) -> bool:
        """Whether it is otherwise than expected, and grave."""
        return self.is_grave and not self.ok

    def __str__(self) -> str:
        return f"{self.subject}: {self.got}" if self.ok else f"{self.subject}: expected {self.expected}, got {self.got}"


def check_layer(layer: BorderLayer, progress: Callable[[float], None] = lambda _share: None) -> tuple[Check, ...]:
    """The checks of `layer_checks` that failed; empty for a sound layer. `progress` is told the share done."""
    return tuple(check for check in layer_checks(layer, progress) if not check.ok)


def layer_checks(layer: BorderLayer, progress: Callable[[float], None] = lambda _share: None) -> tuple[Check, ...]:
    """Everything we know about the built layer, held against `layer`; about 5 s.

    Meant for the layer of the pinned packages: an official file may rightly differ in parts, holes and overlaps.
    """
    states = Check("states", " ".join(STATES), " ".join(sorted(layer.areas)))
    if not states.ok:
        return (states,)
    areas = layer.areas
    checks = [states, *(_validity(code, areas[code]) for code in STATES)]
    if not all(check.ok for check in checks):
        return tuple(checks)  # the overlays below need valid polygons
    steps: tuple[Callable[[Mapping[str, MultiPolygon]], Iterable[Check]], ...] = (
        _parts, _exclaves, _lost_exclave, _slivers, _overlaps, _gaps,
    )  # fmt: skip
    for done, step in enumerate(steps, start=1):
        checks.extend(step(areas))
        progress(done / len(steps))
    return tuple(checks)


def _validity(code: str, area: MultiPolygon) -> Check:
    return Check(f"{code} geometry", "Valid Geometry", shapely.is_valid_reason(area))


def _parts(areas: Mapping[str, MultiPolygon]) -> Iterable[Check]:
    for code, (parts, holes) in _PARTS_AND_HOLES.items():
        found = sum(len(part.interiors) for part in areas[code].geoms)
        got = f"{len(areas[code].geoms)} parts, {found} holes"
        yield Check(code, f"{parts} parts, {holes} holes", got)


def _exclaves(areas: Mapping[str, MultiPolygon]) -> Iterable[Check]:
    for owner, around, expected, name in _EXCLAVES:
        yield Check(name, str(expected), str(_count_inside(areas[owner], areas[around])))


def _count_inside(area: MultiPolygon, around: MultiPolygon) -> int:
    """How many parts of `area` lie inside the outer lines of `around`."""
    outlines = [Polygon(part.exterior) for part in around.geoms]
    shapely.prepare(outlines)
    points = [part.representative_point() for part in area.geoms]
    return sum(any(outline.contains(point) for outline in outlines) for point in points)


def _lost_exclave(areas: Mapping[str, MultiPolygon]) -> Iterable[Check]:
    lat, lon = _LOST_EXCLAVE.y, _LOST_EXCLAVE.x
    found = " ".join(code for code in STATES if areas[code].intersects(_LOST_EXCLAVE))
    yield Check(f"the exclave at {lat} N {lon} E", "BE", found or "outside the map")


def _slivers(areas: Mapping[str, MultiPolygon]) -> Iterable[Check]:
    small = [f"{code} {area:.0f} m2" for code in STATES for area in _part_areas_m2(areas[code]) if area < _SLIVER_M2]
    yield Check("slivers", "none", ", ".join(small) or "none")


def _part_areas_m2(area: MultiPolygon) -> Iterable[float]:
    return (abs(_GEOD.geometry_area_perimeter(part)[0]) for part in area.geoms)


def _overlaps(areas: Mapping[str, MultiPolygon]) -> Iterable[Check]:
    pairs = combinations(STATES, 2)
    found = [f"{a}-{b}" for a, b in pairs if areas[a].intersection(areas[b]).area > 0]
    yield Check("overlaps", ", ".join(sorted(_OVERLAPS)), ", ".join(found) or "none")


def _gaps(areas: Mapping[str, MultiPolygon]) -> Iterable[Check]:
    union = shapely.union_all(list(areas.values()))
    holes = [Polygon(ring) for part in shapely.get_parts(union) for ring in part.interiors]
    names = [next((name for name, point in _GAPS.items() if hole.contains(point)), _place(hole)) for hole in holes]
    yield Check("land of nobody", ", ".join(_GAPS), ", ".join(sorted(names)) or "none")


def _place(hole: Polygon) -> str:
    point = hole.representative_point()
    return f"a gap at {point.y:.5f} N {point.x:.5f} E"


def towns_check(layer: BorderLayer, towns: Towns) -> Check:
    """Every town lies in the state that GeoNames gives it, and in no other but on shared ground: another source's word.

    It sees a shifted layer (1 km east puts some towns abroad) and one state laid over another, not a wrong metre. Also
    for an official file; towns of states that the layer does not have are not asked.
    """
    asked = [town for town in towns.all if town.state in layer.areas]
    x, y = np.array([town.lon for town in asked]), np.array([town.lat for town in asked])
    inside = {code: shapely.intersects_xy(area, x, y) for code, area in layer.areas.items()}
    found = [[code for code, hit in inside.items() if hit[row]] for row in range(len(asked))]
    wrong = [f"{town.name} ({town.state})" for town, states in zip(asked, found, strict=True) if not _fit(town, states)]
    return Check("towns not in their state alone", "none", _first_few(wrong))


def _first_few(names: Sequence[str]) -> str:
    """The first five of them and how many more there are; `none` where there are none."""
    more = f" and {len(names) - 5} more" if len(names) > 5 else ""
    return ", ".join(names[:5]) + more if names else "none"


def _fit(town: Town, states: Sequence[str]) -> bool:
    """Whether a town of its state may lie where these are: alone, or with one that shares ground with it."""
    others = ("-".join(sorted((town.state, state))) for state in states if state != town.state)
    return town.state in states and all(pair in _OVERLAPS for pair in others)


def directory_checks(directory: Directory) -> tuple[Check, ...]:
    """What we know about a table of rooms: every area has one primary room, every room serves areas that exist.

    The areas that exist are the towns' and the polygons'. One whose towns all lie in polygons needs no room: those
    polygons' areas are asked for instead.
    """
    areas = directory.areas
    of_towns = {town.area for town in directory.towns.all if town.area}
    asked = {
        town.area for town in directory.towns.all if town.area and not areas.area_at(town.state, town.lat, town.lon)
    }
    served = [area for room in directory.rooms if room.role == "primary" for area in room.areas]
    known = of_towns.union(areas.polygons)
    unknown = sorted({f"{room.id} {area}" for room in directory.rooms for area in room.areas if area not in known})
    without = sorted(asked.union(areas.polygons) - set(served))
    twice = sorted({area for area in served if served.count(area) > 1})
    return (
        Check("rooms that serve an unknown area", "none", ", ".join(unknown) or "none"),
        Check("areas without a primary room", "none", ", ".join(without) or "none"),
        Check("areas with two primary rooms", "none", ", ".join(twice) or "none"),
    )


def telephones_check(directory: Directory) -> Check:
    """Every room has a telephone number: without one it cannot be warned when its console is silent, or it has none.

    Our own table has no numbers: an installation that goes to work enters its own.
    """
    silent = [room.id for room in directory.rooms if not room.telephone]
    todo = "name a table of them (id,telephone) in SENNINGEN_TELEPHONES_FILE"
    got = f"{len(silent)} of {len(directory.rooms)} ({_first_few(silent)}); {todo}" if silent else "none"
    return Check("rooms without a telephone number", "none", got)


def crossing_points_check(layer: BorderLayer, points: CrossingPoints) -> Check:
    """Every crossing point is so near a border of its direction's states that a crossing can be given its name."""
    if not points.all:
        return Check("crossing points away from their border", "none", "none")
    shapely.prepare(list(layer.areas.values()))
    circles = shapely.polygons([_circle(point, points.within_m) for point in points.all])
    near = {code: shapely.intersects(area, circles) for code, area in layer.areas.items()}
    found = [{code for code, hit in near.items() if hit[row]} for row in range(len(points.all))]
    astray = [
        f"{point.spoken()} {point.direction}".strip()
        for point, states in zip(points.all, found, strict=True)
        if len(states) < 2 or not {point.left, point.entered} - {""} <= states
    ]
    return Check("crossing points away from their border", "none", _first_few(astray))


def _circle(point: CrossingPoint, radius_m: float) -> list[tuple[float, float]]:
    """Places all around a point, as (lon, lat)."""
    around = (destination(point.lat, point.lon, towards_deg, radius_m) for towards_deg in range(0, 360, 10))
    return [(lon, lat) for lat, lon in around]
