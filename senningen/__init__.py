"""The command line, the settings and the local stack: composes all the rest."""

from importlib.metadata import version

__version__ = version("senningen")
