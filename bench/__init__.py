"""Measurements: run with `make bench`; each prints a table of ratios against a named baseline of the same run."""
