"""Short drives on real ground near Eijsden, at one fix a second of the drive's own time."""

from datetime import datetime, timedelta

from geo.fix import Fix
from geo.geodesy import destination

BORDER_LAT = 50.76023
"""The border on the meridian of the drive, as the deciding layer has it, to a few metres."""
LON = 5.7252
SPEED_MPS = 40.0
NORTH = 0.0


def north(unit: str, boot: str, start_at: datetime, *, before_m: float, seconds: int) -> tuple[Fix, ...]:
    """A car that starts `before_m` metres south of the border and drives due north at 40 m/s."""
    start_lat, start_lon = destination(BORDER_LAT, LON, 180.0, before_m)
    fixes = []
    for second in range(seconds):
        lat, lon = destination(start_lat, start_lon, NORTH, second * SPEED_MPS)
        at = start_at + timedelta(seconds=second)
        fixes.append(
            Fix(unit=unit, boot=boot, number=second, counted=True, observed_at=at, lat=lat, lon=lon, accuracy_m=5.0)
        )
    return tuple(fixes)
