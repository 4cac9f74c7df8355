"""The part of a pack for numbers that are not figures: words around them, by rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .defaults import NOTHING, Words

# Sequences of words in lower case.
Phrases = frozenset[tuple[str, ...]]
NO_PHRASES: Phrases = frozenset()
# The same by first word, for phrases that are looked up at many positions.
ByFirstWord = Mapping[str, tuple[tuple[str, ...], ...]]


def by_first_word(phrases: Iterable[tuple[str, ...]]) -> ByFirstWord:
    """Index phrases by first word, the longest first.

    >>> by_first_word([("last", "year"), ("in", "fact")])
    {'in': (('in', 'fact'),), 'last': (('last', 'year'),)}
    """
    ordered = sorted(set(phrases), key=lambda phrase: (phrase[0], -len(phrase), phrase))
    return {
        first_word: tuple(phrase for phrase in ordered if phrase[0] == first_word)
        for first_word in dict.fromkeys(phrase[0] for phrase in ordered)
    }


@dataclass(frozen=True, eq=False, kw_only=True)
class Refusals:
    """Words that show that a number states no quantity (extract.figures.refuse_*)."""

    # Times of day: words after a number ("o'clock"), and phrases after it ("in the morning").
    clock: Words = NOTHING
    day_parts: Phrases = NO_PHRASES
    # Dates: words before an ordinal ("on the 10th"), and between two days of a month.
    on_the: tuple[str, str] = ("", "")
    of: Words = NOTHING
    span_links: Words = NOTHING
    # Years: words before one that precedes a plural, and nouns for prices of a year ("2010
    # prices").
    year_cues: Words = NOTHING
    price_bases: Words = NOTHING
    # Ages: words before and after a number; people whose age may have an open end ("adults 18 and
    # over").
    aged: Words = NOTHING
    ages_from: Words = NOTHING
    age_from: Words = NOTHING
    age_to: Words = NOTHING
    age_links: Words = NOTHING
    old: Words = NOTHING
    years_old: Words = NOTHING
    years: Words = NOTHING
    ageable: Words = NOTHING
    open_joints: Words = NOTHING
    open_ends: Words = NOTHING
    older: Words = NOTHING
    # Lengths of plans, and the word that connects an age to a number.
    spans: Words = NOTHING
    tied: Words = NOTHING
    # Periods that say when: words before the number and between, and words after the unit; ordinals
    # of halves; words that make a period an amount after all.
    period_words: Words = NOTHING
    period_after: Words = NOTHING
    period_between: Words = NOTHING
    period_before: Words = NOTHING
    half_orders: Words = NOTHING
    lasting: Words = NOTHING
    elapsed: Words = NOTHING
    coming: Words = NOTHING
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
    # Bases of rates: "every", "per".
    rates: Words = NOTHING
    # "One" as a pronoun: words after and before it, and the joint of an ellipsis.
    one: Words = NOTHING
    one_before: Words = NOTHING
    one_behind: Words = NOTHING
    joints: Words = NOTHING
    # The word for zero, as an aim after an adjective.
    zero: Words = NOTHING
    zero_cues: Words = NOTHING
    # Known groups: words before the number, possessive endings, words before it that leave it open,
    # and words that make it an apposition ("as two neighbours").
    definite: Words = NOTHING
    possessives: tuple[str, ...] = ()
    indefinite: Words = NOTHING
    others: Words = NOTHING
    article: Words = NOTHING
    apposing: Words = NOTHING
    partitive: Words = NOTHING
    # Fixed lists, and nouns that announce one; words that open an announcing sentence, and words
    # after the number.
    kinds: Words = NOTHING
    announced: Words = NOTHING
    announcing: Words = NOTHING
    namely: Words = NOTHING
    list_openers: Words = NOTHING
    # Running a conference: words before the noun, the nouns, and those used by a chair.
    turn_words: Words = NOTHING
    turns: Words = NOTHING
    room: Words = NOTHING
    # Words before a small number in words without a noun.
    lone_links: Words = NOTHING
    # Names: words before a number, collectives ("Group of 77"), names of rankings (Top 10), and
    # acronyms used as adjectives ("300 US soldiers").
    ranks: Words = NOTHING
    collectives: Words = NOTHING
    adjectives: Words = NOTHING
    # Telephone: words for hotlines before or after a number, and verbs for calling.
    hotlines: Words = NOTHING
    hotline: Words = NOTHING
    dialling: Words = NOTHING
    # Keys: verbs for pressing them, and words between these and the key.
    pressing: Words = NOTHING
    keys: Words = NOTHING
    # Positions in laws, lists, versions and streets.
    laws: Words = NOTHING
    law_links: Words = NOTHING
    law: Words = NOTHING
    labels: Words = NOTHING
    versions: Words = NOTHING
    streets: Words = NOTHING
    # Idioms: words required after or before a share in words; and phrases that begin at the number.
    share_behind: Words = NOTHING
    share_before: Words = NOTHING
    idioms: Mapping[str, Phrases] = field(default_factory=dict)
