"""English function words used by single rules for figures. See `languages.small_words`."""

from __future__ import annotations

from ..small_words import SmallWords

SMALL_WORDS = SmallWords(
    and_=frozenset({"and"}),
    sharing=frozenset("of and or".split()),
    out_of=frozenset({("out", "of")}),
    referring=frozenset({("in", "the", "former"), ("in", "the", "latter")}),
    before_stretch=frozenset("the past last a total of".split()),
    opening=frozenset("and with there also but while we they it".split()),
    outward=frozenset({"out"}),
    no=frozenset({"no"}),
    up_down=frozenset("up down".split()),
    gaining={"gained": "increase", "lost": "decrease", "shed": "decrease"},
    before_of=frozenset("in rate".split()),
    before_to=frozenset("was were is are according due up".split()),
    more_than=frozenset({("more", "than"), ("fewer", "than"), ("less", "than")}),
    beside={"above": "increase", "below": "decrease"},
    at_size=frozenset("at to".split()),
    unspecific=frozenset("total average number record out maximum minimum".split()),
    around_object=frozenset("and year-on-year respectively in from to for former latter".split()),
    before_time=frozenset("last this next".split()),
    between_changes=frozenset(
        "and in the former latter respectively year-on-year year quarter month on over".split()
    ),
    before_year=frozenset("in during for".split()),
    inside=frozenset("during in".split()),
)
