"""Inflection of English words, and words that say little. See `languages.wordforms`."""

from __future__ import annotations

import re

from ..wordforms import WordForms

_COMMON = frozenset(
    """a about above after again against all also although always am among an and any are as at be
    because been before being below between both but by can cannot could did do does doing down
    during each either etc even ever every few for from further had has have having he her here hers
    herself him himself his how however i if in into is it its itself just let many may me might
    more moreover most much must my myself no nor not now of off on once one only onto or other
    others our ours ourselves out over own per rather same shall she should since so some still such
    than that the their theirs them themselves then there therefore these they this those through
    thus to too toward towards under until up upon us very via was we well were what when where
    whereas which while who whom whose why will with within without would yet you your yours
    yourself yourselves first second third fourth fifth sixth seventh eighth ninth tenth firstly
    secondly thirdly next finally said says say told added according mr mrs ms dr year
    years""".split()
)
_ENDINGS = tuple(
    """ization isation ational ations ements ating ation ement ances ences izing ising ities ments
    ative ness ance ence ings ions ized ised izes ises ated ates ment able ible ical ity ing ion ies
    ied ize ise ive ous ers ors ate est ed es er or ly al ic s y e""".split()
)

WORD_FORMS = WordForms(
    common=_COMMON,
    endings=_ENDINGS,
    possessive="'s",
    function_words=frozenset("of the and in to a an for on by with".split()),
    plurals=(
        (re.compile(r"(?<=[^aeiou])y$"), "ies"),
        (re.compile(r"(?<=[sxz])$|(?<=[cs]h)$"), "es"),
        (re.compile(r"$"), "s"),
    ),
    singulars=(
        (re.compile(r"(?<=..)ies$"), "y"),
        (re.compile(r"(?<=ss)es$|(?<=x)es$|(?<=[cs]h)es$"), ""),
        (re.compile(r"(?<=...)(?<![sui'])s$"), ""),
    ),
    abbreviated_plural="s",
    behind_heads=frozenset("of for against".split()),
    little_words=frozenset(
        "a an and as at but by for from has have in is it its of on or our that the their this to"
        " was we were will with".split()
    ),
    small_in_names=frozenset("a an and at by for from in of on or the to with".split()),
    topic_endings=("s", "es"),
)
