"""What the home page chooses from the corpus: numbers, texts that disagree, words to search for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from urllib.parse import quote

from briefings import amounts, urls
from briefings.model import Discrepancy, Indicator, Outlet, Person, Place, Term
from briefings.model.figures import DiscrepancyStatus

from .drawn import seen_of, small_of
from .headlines import capital, compared_with, newest, when, worded
from .lookup import Context, Lookup
from .numbers import is_disputed, observed_number
from .plain_records import heading
from .relations import quotation
from .text_links import primary_first, text_of

_CONFIRMED: frozenset[DiscrepancyStatus] = frozenset(("confirmed", "reworded", "added"))
# Indicators that are looked into, and the newest briefings whose numbers stand in for them.
_CANDIDATES, _BRIEFINGS = 40, 12
# What makes a number one to look for, and that a machine's words come last.
_DRAWN, _DISPUTED, _RATE, _AGAIN, _BY_MACHINE = 3, 2, 1, 2, -6
_SIDES = 2
_EXCERPT = 90  # letters of a passage where no number differs
_MENTIONS = 20  # a term that is mentioned so often is known
_QUERY = 32  # letters of words to search for


def numbers(find: Lookup, most: int, shown: Collection[str]) -> list[Context]:
    """Numbers that are followed through the briefings, each with its newest value.

    Pinned ones come first, then what can be compared, what texts give differently, and what is
    stated again, one a topic as far as there are topics.  Where too little is followed, what stands
    in the newest briefings fills the rest.  `shown` are ids of figures that the page shows already.
    """
    cards: list[Context] = []
    told = set(shown)
    for card in (*_followed(find), *_stated(find)):
        if len(cards) == most:
            break
        if told.isdisjoint((card["id"], card["title"].casefold())):
            told |= {card["id"], card["title"].casefold()}
            cards.append(card)
    return cards


def _followed(find: Lookup) -> list[Context]:
    indicators = find.annotated.indicators
    pinned = [indicators[id_] for id_ in find.site.pinned.numbers if id_ in indicators]
    often = sorted(
        indicators.values(),
        key=lambda one: (-len(one.observations), not one.comparable, one.title.casefold()),
    )[:_CANDIDATES]
    cards = [card for one in often if one not in pinned and (card := _card(one, find))]
    cards.sort(key=lambda card: -card["weight"])
    first, second = _one_a_topic(cards)
    return [*(card for one in pinned if (card := _card(one, find))), *first, *second]


def _one_a_topic(cards: Sequence[Context]) -> tuple[list[Context], list[Context]]:
    """The first card of each topic, and the others."""
    first: list[Context] = []
    second: list[Context] = []
    topics: set[str] = set()
    for card in cards:
        (second if card["topic"] in topics else first).append(card)
        topics.add(card["topic"] or card["id"])
    return first, second


def _card(indicator: Indicator, find: Lookup) -> Context | None:
    seen = seen_of(indicator, find)
    if not seen:
        return None
    observation, figure = newest(seen)
    chart = small_of(indicator, seen, find)
    earlier = compared_with(indicator, seen, observation)
    before = f"{worded(earlier[1])}{when(*earlier)}" if earlier else ""
    by_machine = find.origin(figure.place.briefing, figure.place.source)["by_machine"]
    weight = (
        _DRAWN * (chart is not None)
        + _DISPUTED * is_disputed(figure, find)
        + _RATE * (figure.stated.unit == "%")
        + _AGAIN * (len(seen) > 1)
        + _BY_MACHINE * by_machine
    )
    return {
        **observed_number(observation, figure, find),
        "weight": weight,
        "id": figure.id,
        "words": "",
        "title": indicator.title,
        "url": urls.indicator_url(indicator.id),
        "chart": chart if before else None,
        "before": before,
        "topic": next(iter(find.indicator_links.topics(indicator.id)), ""),
    }


def _stated(find: Lookup) -> Iterator[Context]:
    """The weightiest numbers of the newest briefings, one of each in turn."""
    slugs = list(islice(find.briefings, _BRIEFINGS))
    several = [find.telling_figures(slug, 3) for slug in slugs]
    for n in range(3):
        for figures in several:
            for one in figures[n : n + 1]:
                yield {
                    **one,
                    "title": capital(one["subject"]),
                    "chart": None,
                    "before": "",
                    "topic": "",
                }


def contrasts(find: Lookup, most: int) -> list[Context]:
    """Where texts give different facts, with what each says: pinned, confirmed by editors, heaviest
    first; where editors confirmed none, what was found and nobody has looked at."""
    records = sorted(
        (one for one in find.annotated.records if one.group == "fact"), key=lambda one: -one.weight
    )
    confirmed = [one for one in records if one.status in _CONFIRMED] or records
    rank = {id_: n for n, id_ in enumerate(find.site.pinned.disagreements)}
    pinned = [one for one in find.annotated.records if one.id in rank]
    ordered = sorted(pinned, key=lambda one: rank[one.id])
    ordered += [one for one in confirmed if one.id not in rank]
    shown: list[Context] = []
    later: list[Context] = []
    for one in ordered:
        sides, short = _sides(one, find)
        titles = {other["title"] for other in (*shown, *later)}
        if len(sides) == _SIDES and heading(one) not in titles:
            (shown if short or one.id in rank else later).append(
                {
                    "title": heading(one),
                    "url": urls.discrepancy_url(one.id),
                    "confirmed": one.status in _CONFIRMED,
                    "sides": sides,
                }
            )
        if len(shown) == most:
            break
    return [*shown, *later][:most]


def _sides(record: Discrepancy, find: Lookup) -> tuple[list[Context], bool]:
    """What each of two texts says, and whether that is short: a number, or the words that differ.

    A number stands in its sentence where no editor's title says of what it is.  Where it is not
    short, the first words of the sentence or passage stand for it.
    """
    known = find.annotated.figures
    figures = [known[id_] for id_ in record.figures if id_ in known]
    values = {one.stated.value for one in figures}
    titled = record.ruling is not None and bool(record.ruling.title)
    sides = [
        (one.place, worded(one) + (f", {amounts.period(one.stated)}" if len(values) == 1 else ""))
        if titled
        else (one.place, f"“{find.telling_words(one.id) or one.stated.quote}”")
        for one in figures
    ]
    short = len({words for _, words in sides}) >= _SIDES
    if not short:
        sides = [(place, _words(place, find)) for place in record.passages]
        short = all(_exact(place, find) for place in record.passages)
    first: dict[str, Place] = {}
    for place, words in sides:
        first.setdefault(words, place)
    words_of = {place: words for words, place in first.items()}
    contexts = [
        {"words": words_of[place], "of": text_of(place, find), "url": urls.place_url(place)}
        for place in primary_first(words_of, find)
    ]
    return contexts[:_SIDES], short


def _exact(place: Place, find: Lookup) -> str:
    """The words that a record points at, where it points at few."""
    passage = find.passage(place)
    if passage is None or place.start is None or place.end is None:
        return ""
    return passage.text[place.start : place.end] if place.end - place.start <= _EXCERPT else ""


def _words(place: Place, find: Lookup) -> str:
    text: str = _exact(place, find) or quotation(place, find, _EXCERPT)["text"]
    return f"“{text}”"


def searches(find: Lookup, example: Context | None) -> list[Context]:
    """Three searches that find something: a term under several translations, a number, a name."""
    chosen = [
        *find.site.pinned.searches,
        *([query] if (query := _translated(find)) else []),
        *([example["quote"]] if example else []),
        *_names(find),
    ]
    return [
        {"words": words, "url": f"{find.site.search}?q={quote(words)}"}
        for words in list(dict.fromkeys(chosen))[:3]
    ]


def wordings_of(term: Term) -> set[str]:
    """The wordings of a term that stand in the texts."""
    return {one.wording for one in term.usages}


def _translated(find: Lookup) -> str | None:
    """A term that has many wordings in the texts, and is mentioned often."""

    def rank(term: Term) -> tuple[int, str]:
        return (-len(wordings_of(term)) * min(len(term.mentions), _MENTIONS), term.entry.id)

    terms = [
        one
        for one in find.annotated.terms.values()
        if len(wordings_of(one)) > 1
        and any(usage.wording == one.entry.term for usage in one.usages)
        and len(one.entry.term) <= _QUERY
    ]
    return min(terms, key=rank).entry.term if terms else None


def _names(find: Lookup) -> list[str]:
    """Who spoke or asked most often."""
    people, outlets = often_spoke(find), often_asked(find)
    return [*(one.name for one, _ in people[:1]), *(one.name for one in outlets[:2])]


def often_spoke(find: Lookup) -> list[tuple[Person, int]]:
    """All people with how often each spoke, who did most often first."""
    times = [(one, sum(map(len, find.spoke(one).values()))) for one in find.corpus.people]
    return sorted(times, key=lambda one: (-one[1], one[0].name))


def often_asked(find: Lookup) -> list[Outlet]:
    """All outlets, the one of most questions first."""
    return sorted(find.corpus.outlets, key=lambda one: (-len(one.questions), one.name))
