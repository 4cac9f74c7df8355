"""Reads the figures that `make accuracy` stored; a site is built without measuring anything."""

from __future__ import annotations

import json
from functools import cache

from . import resources
from .model.accuracy import Accuracy, Measure, MeasuredText

PATH = resources.PACKAGE / "accuracy.json"


@cache
def accuracy() -> Accuracy:
    """The accuracy measured for this version of the program, or for a recent one."""
    stored = json.loads(PATH.read_text("utf-8"))
    return Accuracy(
        tuple(MeasuredText(**text) for text in stored["texts"]),
        tuple(Measure(**measure) for measure in stored["measures"]),
        tuple(Measure(**measure) for measure in stored["rules"]),
    )
