"""Words that compare a number, in English."""

from __future__ import annotations

from briefings.model.figures import Comparator

from ..comparators import Comparisons, by_last_word

_PHRASES: dict[Comparator, tuple[str, ...]] = {
    ">": (
        "more than",
        "over",
        "well over",
        "just over",
        "at least",
        "no fewer than",
        "no less than",
        "not less than",
        "not fewer than",
        "above",
        "greater than",
        "exceeding",
        "exceeded",
        "exceeds",
        "exceed",
        "surpassing",
        "surpassed",
        "in excess of",
        "upwards of",
        "topping",
        "topped",
        "a minimum of",
        "higher than",
        "beyond",
        "larger than",
        "north of",
        "longer than",
    ),
    "<": (
        "nearly",
        "almost",
        "less than",
        "fewer than",
        "under",
        "just under",
        "below",
        "close to",
        "up to",
        "at most",
        "no more than",
        "not more than",
        "as many as",
        "as much as",
        "as few as",
        "a maximum of",
        "lower than",
        "approaching",
        "not exceeding",
        "shorter than",
        "well under",
        "well below",
    ),
    "~": (
        "about",
        "approximately",
        "around",
        "some",
        "roughly",
        "an estimated",
        "estimated",
        "estimated at",
        "approx.",
        "circa",
        "c.",
        "in the region of",
        "more or less",
        "~",
        "≈",
    ),
}
_BETWEEN = frozenset(("a", "an", "total", "of", "the", "as", "whopping", "record", "only", "just"))

COMPARATORS = Comparisons(
    before=by_last_word(_PHRASES),
    between=_BETWEEN,
    after={
        ("or", "so"): "~",
        ("or", "more"): ">",
        ("or", "above"): ">",
        ("or", "less"): "<",
        ("or", "fewer"): "<",
    },
    tails={"plus": ">", "odd": "~"},
    places=frozenset("above below over around under".split()),
    before_places=frozenset("all from".split()),
    topics=frozenset({"about"}),
    talking=frozenset("talk talks asked ask question questions".split()),
    up=frozenset({"up"}),
    adding=frozenset(
        "add adds added adding edge edges edged edging creep creeps crept creeping inch inches"
        " inched inching tick ticks ticked ticking nudged went climbed".split()
    ),
    during=frozenset({"over"}),
    lasting=frozenset({"for"}),
)
