"""What a pack holds for numbers that are no figures: words around them, by the rule that asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .defaults import NOTHING, Words

# Runs of words in lower case.
Phrases = frozenset[tuple[str, ...]]
NO_PHRASES: Phrases = frozenset()
# The same by their first word, where many are asked for at many places.
ByFirstWord = Mapping[str, tuple[tuple[str, ...], ...]]


def by_first_word(phrases: Iterable[tuple[str, ...]]) -> ByFirstWord:
    """Phrases by their first word, of those that share it the longest first.

    >>> by_first_word([("last", "year"), ("in", "fact")])
    {'in': (('in', 'fact'),), 'last': (('last', 'year'),)}
    """
    known = sorted(set(phrases), key=lambda phrase: (phrase[0], -len(phrase), phrase))
    return {
        first: tuple(phrase for phrase in known if phrase[0] == first)
        for first in dict.fromkeys(phrase[0] for phrase in known)
    }


@dataclass(frozen=True, eq=False, kw_only=True)
class Refusals:
    """Words by which a number is known to state no quantity (extract.figures.refuse_*)."""

    # Times of day: behind a number (o'clock), and phrases behind it (in the morning).
    clock: Words = NOTHING
    day_parts: Phrases = NO_PHRASES
    # Days: before an order that is one ("on the 10th"), and between two days of a month.
    on_the: tuple[str, str] = ("", "")
    of: Words = NOTHING
    span_links: Words = NOTHING
    # Years: before one beside a plural noun, and nouns that a year prices ("2010 prices").
    year_cues: Words = NOTHING
    price_bases: Words = NOTHING
    # Ages: before and behind a number; people whose age an open end tells ("adults 18 and over").
    aged: Words = NOTHING
    ages_from: Words = NOTHING
    age_from: Words = NOTHING
    age_to: Words = NOTHING
    age_links: Words = NOTHING
    old: Words = NOTHING
    years_old: Words = NOTHING
    of_age: Words = NOTHING
    years: Words = NOTHING
    ageable: Words = NOTHING
    open_joints: Words = NOTHING
    open_ends: Words = NOTHING
    older: Words = NOTHING
    # Lengths of plans, and the word that ties an age to a number as well.
    spans: Words = NOTHING
    tied: Words = NOTHING
    # Stretches of time that say when: before the number, with what may stand between, and behind
    # the unit; orders of halves; what makes a stretch an amount all the same.
    period_words: Words = NOTHING
    period_after: Words = NOTHING
    period_between: Words = NOTHING
    period_before: Words = NOTHING
    half_orders: Words = NOTHING
    lasting: Words = NOTHING
    elapsed: Words = NOTHING
    long_times: Words = NOTHING
    coming: Words = NOTHING
    around: Words = NOTHING
    throughout: Words = NOTHING
    summing: Words = NOTHING
    in_a_row: tuple[str, ...] = ()
    and_a: Words = NOTHING
    # Limits: "within 30 days", "of three or more deaths", "loads of more than 3.5 tonnes".
    limits: Words = NOTHING
    limit_ages: Words = NOTHING
    involving: Words = NOTHING
    limit_ends: Words = NOTHING
    more_than: Phrases = NO_PHRASES
    measured: Words = NOTHING
    # Bases of rates: every, per.
    rates: Words = NOTHING
    # "One" as a pronoun: behind it and before it, and the joint of an ellipsis.
    one: Words = NOTHING
    one_before: Words = NOTHING
    one_behind: Words = NOTHING
    joints: Words = NOTHING
    # The word for nothing, as an aim after an adjective.
    zero: Words = NOTHING
    zero_cues: Words = NOTHING
    # Groups known already: words before the number, endings of a possessive, words before it that
    # leave it open, and what makes it an apposition ("as two neighbours").
    definite: Words = NOTHING
    possessives: tuple[str, ...] = ()
    indefinite: Words = NOTHING
    others: Words = NOTHING
    article: Words = NOTHING
    apposing: Words = NOTHING
    partitive: Words = NOTHING
    # Fixed lists, and nouns that announce one; openers of a sentence that announces, and words
    # behind the number that do.
    kinds: Words = NOTHING
    announced: Words = NOTHING
    announcing: Words = NOTHING
    namely: Words = NOTHING
    list_openers: Words = NOTHING
    # How a conference is run: before the noun, the nouns, and those that a chair says.
    turn_words: Words = NOTHING
    turns: Words = NOTHING
    room: Words = NOTHING
    # Before a small number in words that stands alone.
    lone_links: Words = NOTHING
    # Names: words before a number, collectives ("Group of 77"), names of lists (Top 10), and
    # abbreviations that are adjectives ("300 US soldiers").
    ranks: Words = NOTHING
    collectives: Words = NOTHING
    adjectives: Words = NOTHING
    # Telephone: hotlines before or behind a number, and verbs before a number that is called.
    hotlines: Words = NOTHING
    hotline: Words = NOTHING
    dialling: Words = NOTHING
    # Places in laws, lists, series of versions, streets.
    laws: Words = NOTHING
    law_links: Words = NOTHING
    law: Words = NOTHING
    labels: Words = NOTHING
    versions: Words = NOTHING
    streets: Words = NOTHING
    # Idioms: what must stand behind a share in words, or before it, for it to be one; and phrases
    # that begin at the number.
    share_behind: Words = NOTHING
    share_before: Words = NOTHING
    idioms: Mapping[str, Phrases] = field(default_factory=dict)
