"""The rooms as this installation has them: our tables, or its own where a setting names a file."""

from borders.load import load_directory
from borders.rooms import Directory
from senningen.settings import Settings

__all__ = ["installed_directory"]


def installed_directory(settings: Settings) -> Directory:
    """The control rooms with their telephones, areas and crossing points.

    Raises:
        RoomsError: the rooms or telephones cannot be used.
        BorderError: the areas cannot.
        PlacesError: the crossing points cannot.
    """
    return load_directory(
        settings.rooms_file,
        telephones_file=settings.telephones_file,
        areas_file=settings.areas_file,
        crossing_points_file=settings.crossing_points_file,
    )
