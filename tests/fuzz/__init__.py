"""Texts that nobody wrote: whatever they hold, nothing breaks, nothing is lost, nothing altered.

`make test` tries some hundred, the same ones each time; `make fuzz` tries others until its time
is up.  What it finds goes to `tests/cases/fuzz/`, a file a find, and is tried ever after.
"""
