"""The rooms of an installation: every file that a setting names is read."""

from pathlib import Path

import geopandas
from shapely.geometry import box

from borders.load import load_directory
from senningen.installed import installed_directory
from senningen.settings import load_settings

_ROOM = "id,state,name,languages,areas,kind,role,confidence,source,seat,note\nNL/A,NL,A,nl,NL-X,cic,primary,memory,,,\n"


def test_without_settings_the_rooms_are_ours() -> None:
    assert installed_directory(load_settings({})).version == load_directory().version


def test_each_file_that_a_setting_names_is_read(tmp_path: Path) -> None:
    rooms, telephones, points = (tmp_path / name for name in ("rooms.csv", "telephones.csv", "points.csv"))
    rooms.write_text(_ROOM)
    telephones.write_text("id,telephone\nNL/A,112\n")
    points.write_text("name,road,direction,lat,lon\nBrug,N1,,50.0,6.0\n")
    areas = tmp_path / "areas.geojson"
    geopandas.GeoDataFrame({"area": ["NL-X"]}, geometry=[box(5, 50, 6, 51)], crs="EPSG:4326").to_file(areas)
    files = {"ROOMS": rooms, "TELEPHONES": telephones, "AREAS": areas, "CROSSING_POINTS": points}
    settings = load_settings({f"SENNINGEN_{name}_FILE": str(path) for name, path in files.items()})
    directory = installed_directory(settings)
    assert [(room.id, room.telephone) for room in directory.rooms] == [("NL/A", "112")]
    assert directory.rooms_at("NL", 50.5, 5.5).area == "NL-X"
    assert [point.name for point in directory.crossing_points.all] == ["Brug"]
