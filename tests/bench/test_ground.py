from pathlib import Path

from bench.ground import base_map_ready, environment, furnished_folder, own_settings
from borders.load import cached_layer_path
from senningen.kafka.jars import check_jars


def test_a_furnished_folder_has_jars_and_border_layer_and_is_gone_afterwards() -> None:
    with furnished_folder() as folder:
        assert check_jars(folder / "kafka" / "jars") == ()
        assert cached_layer_path(folder).exists()
    assert not folder.exists()


def test_a_stack_of_ours_uses_no_setting_of_whoever_started_the_benchmark(tmp_path: Path) -> None:
    own = environment(own_settings(tmp_path), {"MORE": "1"})
    assert own["SENNINGEN_FOLDER"] == str(tmp_path)
    assert own["SENNINGEN_KAFKA_PORT"] != "29092"
    assert own["MORE"] == "1"


async def test_the_base_map_is_ready_when_its_overview_is_there(tmp_path: Path) -> None:
    (tmp_path / "basemap" / "x").mkdir(parents=True)
    (tmp_path / "basemap" / "x" / "overview.json").touch()
    await base_map_ready(tmp_path)
