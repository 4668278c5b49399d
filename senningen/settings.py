"""Every setting of Senningen: name, unit, default and meaning, read once from SENNINGEN_* variables."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from geo.settings import TrackerSettings
from streams.pursuit.rules import PursuitSettings

__all__ = ["Settings", "SettingsError", "load_settings"]

_PREFIX = "SENNINGEN_"


class SettingsError(ValueError):
    """A setting that is unknown or has a bad value: name, value, expected."""


class Settings(BaseModel):
    """What an installation may choose; each field is the variable SENNINGEN_<NAME>."""

    model_config = ConfigDict(frozen=True)

    folder: Path = Field(Path(".senningen"), description="Everything the local stack keeps: jars, data, logs, caches.")
    profile: Literal["local", "production"] = Field("local", description="Partition counts and durability of topics.")
    kafka: str | None = Field(None, description="host:port of a Kafka to use; set, no local one is started.")
    kafka_port: int = Field(29092, ge=1, le=65535, description="Port of the local Kafka.")
    kafka_heap_mb: int = Field(256, ge=128, description="Heap of the local Kafka.")
    listen: str = Field("127.0.0.1", description="Address the pages, doors and gateway listen on.")
    web_port: int = Field(8080, ge=0, le=65535, description="Port of the pages.")
    page_origins: str = Field(
        "", description="Other origins whose pages may open a console (behind a proxy), as in https://x.example,..."
    )
    gateway_port: int = Field(8081, ge=0, le=65535, description="Port of the consoles' websocket.")
    doors_port: int = Field(8082, ge=0, le=65535, description="Port of the units' websocket.")
    osmand_port: int = Field(5055, ge=0, le=65535, description="Port of the OsmAnd / Traccar Client door.")
    accounts: Path | None = Field(None, description="The accounts file; without it accounts.toml in the folder.")
    borders_file: Path | None = Field(None, description="An official border layer (anything GeoPandas reads).")
    borders_state_column: str = Field("state", description="Column of that file with the ISO 3166 code.")
    rooms_file: Path | None = Field(
        None, description="An agency's own rooms, in the columns of borders/data/rooms.csv."
    )
    telephones_file: Path | None = Field(
        None, description="Telephone numbers of the rooms: a table id,telephone,telephone_only laid over them."
    )
    areas_file: Path | None = Field(
        None, description="An agency's own areas as polygons (anything GeoPandas reads) with a column `area`."
    )
    crossing_points_file: Path | None = Field(
        None, description="Spoken names of border crossings: a table name,road,direction,lat,lon."
    )
    regimes_file: Path | None = Field(
        None, description="An agency's own treaty rows, in the form of borders/data/regimes.toml."
    )
    tracker: str = Field(
        "", description="How surely a border is crossed: name=value,... of the settings in docs/crossings.md."
    )
    pursuit: str = Field(
        "", description="When rooms are reminded, asked and told of pursuits: name=value,... as in docs/pursuits.md."
    )
    session_timeout_s: float = Field(6.0, ge=6.0, description="Kafka frees a dead worker's partitions after this.")
    stall_s: float = Field(
        30.0, ge=5.0, description="A worker in which nothing moves this long exits for its supervisor."
    )

    @field_validator("tracker")
    @classmethod
    def _tracker_fits(cls, text: str) -> str:
        TrackerSettings.parse(text)
        return text

    @field_validator("pursuit")
    @classmethod
    def _pursuit_fits(cls, text: str) -> str:
        PursuitSettings.parse(text)
        return text

    @property
    def pursuit_settings(self) -> PursuitSettings:
        """The settings of pursuits, those that are not named at their defaults."""
        return PursuitSettings.parse(self.pursuit)

    @property
    def tracker_settings(self) -> TrackerSettings:
        """The tracker's settings, those that are not named at their defaults."""
        return TrackerSettings.parse(self.tracker)

    @property
    def broker(self) -> str:
        """The Kafka address to use: the configured one, or the local stack's."""
        return self.kafka or f"127.0.0.1:{self.kafka_port}"

    @property
    def accounts_file(self) -> Path:
        """Where the accounts stand."""
        return self.accounts or self.folder / "accounts.toml"


def load_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings once, at the start of a command.

    Raises:
        SettingsError: an unknown SENNINGEN_ variable, or a value that does not fit: name, expected, got.
    """
    known = {_PREFIX + name.upper() for name in Settings.model_fields}
    unknown = sorted(name for name in environ if name.startswith(_PREFIX) and name not in known)
    if unknown:
        message = f"unknown setting {unknown[0]}={environ[unknown[0]]!r}; expected one of {', '.join(sorted(known))}"
        raise SettingsError(message)
    given: dict[str, Any] = {
        name: environ[_PREFIX + name.upper()] for name in Settings.model_fields if _PREFIX + name.upper() in environ
    }
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = _PREFIX + str(first["loc"][0]).upper()
        expected = first["msg"].removeprefix("Input should be ").removeprefix("Value error, ").removeprefix("expected ")
        message = f"setting {name}: expected {expected}, got {first['input']!r}"
        raise SettingsError(message) from error
