"""Where roads cross the borders, to some metres: by the border layer itself, on the straight line between two towns."""

from collections.abc import Mapping

__all__ = ["SPOTS"]

SPOTS: Mapping[str, tuple[float, float]] = {
    "Lixhe": (50.75901, 5.70848),  # BE-NL, E25 between Visé and Eijsden
    "Veldwezelt": (50.86271, 5.64373),  # BE-NL, N2 between Lanaken and Maastricht
    "Budel": (51.25594, 5.55675),  # BE-NL, from Hamont
    "Hazeldonk": (51.48621, 4.73608),  # BE-NL, E19
    "Sterpenich": (49.64237, 5.90422),  # BE-LU, E25
    "Rekkem": (50.78547, 3.15256),  # BE-FR, E17
    "Vetschau": (50.82689, 6.02333),  # NL-DE, A76
    "Wasserbillig": (49.71154, 6.49806),  # LU-DE, the bridge: its west end
    "Wasserbillig east": (49.71176, 6.50142),  # where Luxembourg ends
    "Ellund": (54.8017, 9.3417),  # DE-DK, A7
}
