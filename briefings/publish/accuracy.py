"""The measured accuracy of the program as data: `accuracy.json`."""

from __future__ import annotations

from dataclasses import asdict
from typing import get_args

from briefings.model.accuracy import Accuracy, Aspect, ClaimKind, Half

from .records import Data
from .shapes import choice, date, flag, many, number, record, text, whole

_HALF = choice("Whether rules may have been written with the text in mind.", get_args(Half))
MEASURE = record(
    "What became of the claims of one kind, or of one thing that is said of them.",
    {
        "half": _HALF,
        "kind": choice(
            "The sort of claim; a refusal is a number that was taken for no figure.",
            get_args(ClaimKind),
        ),
        "aspect": choice("What was looked at: found, or one field.", get_args(Aspect)),
        "rule": text("The rule that made the claims; empty for all rules."),
        "right": whole("What the program says and the reader found, too."),
        "wrong": whole("What it says and the reader did not find, or found otherwise."),
        "missed": whole("What the reader found and the program does not say."),
        "empty": whole("What the text tells and the program leaves open."),
        "precision": number("The share of what it says that is not wrong, 0 to 1.", null=True),
        "recall": number("The share of what there is that it finds, 0 to 1.", null=True),
    },
)
ACCURACY = record(
    "How right the program is on texts that a reader judged before it ran; none is of this corpus.",
    {
        "texts": many(
            "The texts, in the order of their dates.",
            record(
                "A text that was judged.",
                {
                    "id": text("Id among these texts."),
                    "half": _HALF,
                    "title": text("Title."),
                    "publisher": text("Who published it."),
                    "date": date("Day of the event."),
                    "sha256": text("SHA-256 sum of what was judged: the text, or an excerpt."),
                    "kept": flag("Whether the project may keep a copy."),
                    "claims": whole("Figures, announcements and turns that the reader listed."),
                    "measured": flag("Whether it was at hand for the counts of this edition."),
                },
            ),
        ),
        "measures": many("Kind by kind.", MEASURE),
        "rules": many("Whole claims, rule by rule.", MEASURE),
    },
)


def accuracy_data(measured: Accuracy) -> Data:
    """The record of `accuracy.json`; it is the same for every corpus."""
    return {
        "texts": [asdict(judged) for judged in measured.texts],
        "measures": [asdict(measure) for measure in measured.measures],
        "rules": [asdict(measure) for measure in measured.rules],
    }
