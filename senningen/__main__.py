"""`python -m senningen` is the command line."""

from senningen.cli import main

main()
