"""How several written pursuits begin: played before the table, and not compared with it."""

__all__ = ["AT_HOME", "ENTERED"]

AT_HOME = """
    12:00:00 | BE/CAR-1                | starts for BE/CIC-LIMBURG: robbery
    12:00:01 | BE/CAR-1                | is in BE at Lanaken
"""
ENTERED = f"""
    {AT_HOME.strip()}
    12:01:00 | BE/CAR-1                | crosses from BE to NL at Veldwezelt
    12:01:05 | NL/MK-MAASTRICHT Jansen | acknowledges
    12:01:06 | NL/LE-DRIEBERGEN        | acknowledges
"""
