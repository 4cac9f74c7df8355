"""Examples for the parts of a hub: the newest or most informative items, chosen by rule.

Each example is a plain context with a `form`, which says how `_macros/hubs.md.j2` draws it.
"""

from __future__ import annotations

from itertools import islice
from operator import itemgetter

from briefings import interface, urls, wording
from briefings.interface import say
from briefings.model import Exchange, Prose
from briefings.model.relations import Appearance, Phrase

from . import front
from .annotated import note_address
from .compare import compared
from .lookup import Context, Lookup
from .reads import reader, texts_reader
from .text_links import text_of

_SHORT = 180  # characters of a text
_NEAR = 12  # entries, or newest briefings, that are examined
_BOTH, _NAMES = 2, 3


@texts_reader
def indicators(find: Lookup, most: int) -> list[Context]:
    """Return the indicators that the home page would show first."""
    return [
        {"form": "number", **one}
        for one in front.numbers(find, most, ())
        if one["url"].startswith(urls.INDICATORS)
    ]


@texts_reader
def figures(find: Lookup, most: int) -> list[Context]:
    """Return the most important figures of the newest briefing that has any."""
    found = (find.key_figures(slug, most) for slug in islice(find.briefings, _NEAR))
    return [
        {"form": "number", **one, "title": one["subject"]}
        for one in next((several for several in found if several), [])
    ]


@texts_reader
def speakers(find: Lookup, most: int) -> list[Context]:
    """Return speakers of the newest briefings, each with a question that they answered.

    Those who answered most questions of a briefing come first.
    """
    found: dict[str, Context] = {}
    for slug, briefing in islice(find.briefings.items(), _NEAR):
        answered: dict[str, list[Exchange]] = {}
        for exchange in briefing.exchanges:
            for id_ in dict.fromkeys(_speakers(slug, exchange, find)):
                answered.setdefault(id_, []).append(exchange)
        for id_ in sorted(answered, key=lambda one: -len(answered[one])):
            if len(found) == most:
                return list(found.values())
            if id_ not in found:
                found[id_] = _answered(slug, id_, answered[id_], find)
    return list(found.values())


@texts_reader
def outlets(find: Lookup, most: int) -> list[Context]:
    """Return outlets that asked in the newest briefings, each with a question."""
    found: dict[str, Context] = {}
    for slug, briefing in islice(find.briefings.items(), _NEAR):
        asked: dict[str, list[Exchange]] = {}
        for exchange in briefing.exchanges:
            speaker = find.said(slug, exchange.question).speaker
            if speaker and speaker.kind == "outlet" and speaker.id in find.outlets:
                asked.setdefault(speaker.id or "", []).append(exchange)
        for id_, exchanges in asked.items():
            if len(found) == most:
                return list(found.values())
            if id_ not in found:
                found[id_] = {
                    "form": "question",
                    "name": find.outlets[id_].name,
                    "url": urls.outlet_url(id_),
                    "role": None,
                    "asked": _telling(slug, exchanges, find),
                }
    return list(found.values())


@texts_reader
def topics(find: Lookup, most: int) -> list[Context]:
    """Return the topics with the most questions, each with an informative question of its newest
    briefing."""
    often = sorted(find.topics.values(), key=lambda one: -len(one.exchanges))
    found = []
    for topic in often[:most]:
        slugs = find.in_order({slug for slug, _ in topic.exchanges})
        exchanges = [find.exchanges[one] for one in topic.exchanges if one[0] == slugs[0]]
        found.append(
            {
                "form": "question",
                "name": topic.title,
                "url": urls.topic_url(topic.id),
                "role": topic.description,
                "asked": _telling(slugs[0], exchanges, find) if exchanges else None,
            }
        )
    return found


@texts_reader
def terms(find: Lookup, most: int) -> list[Context]:
    """Return the most frequently mentioned terms that editors define."""
    defined = [one for one in find.annotated.terms.values() if one.entry.definition]
    often = sorted(defined, key=lambda one: (-len(one.mentions), one.entry.term))
    return [
        {
            "form": "words",
            "title": one.entry.term,
            "url": urls.term_url(one.entry.id),
            "text": wording.clip(one.definition, _SHORT),
            "said": False,
            "meta": interface.count(len(one.mentions), "mention"),
            "of": None,
        }
        for one in often[:most]
    ]


@reader
def notes(find: Lookup, most: int) -> list[Context]:
    """Return the newest notes."""
    latest = sorted(find.annotated.notes, key=lambda one: one.entry.date, reverse=True)
    return [
        {
            "form": "words",
            "title": wording.clip(one.entry.quotations[0].quote, _SHORT),
            "url": note_address(one, 0),
            "text": wording.clip(_plain(one.text), _SHORT),
            "said": False,
            "meta": wording.NOTE_KINDS[one.entry.kind],
            "of": text_of(one.home, find),
        }
        for one in latest[:most]
    ]


@texts_reader
def side_by_side(find: Lookup, most: int) -> list[Context]:
    """Return, for the newest briefings with several texts, the two texts with the most factual
    differences.

    The briefings whose texts differ most come first.
    """
    several = (one for one in find.briefings.values() if len(one.witnesses) > 1)
    pairs = [
        (-differing, one["short"], page)
        for one in compared(islice(several, _NEAR), find)
        for differing, page in [most_differing(one["pages"], find)]
    ]
    return [
        {"form": "texts", "title": title, "url": page["url"], "a": page["a"], "b": page["b"]}
        for _, title, page in sorted(pairs, key=itemgetter(0))[:most]
    ]


def most_differing(pages: list[Context], find: Lookup) -> tuple[int, Context]:
    """Return the highest number of factual differences between two texts, and their page.

    If no texts differ, the first page is returned.
    """
    counted = [
        (
            sum(
                one.group == "fact" and one.status != "dismissed"
                for one in find.annotated.records_between(*page["sources"])
            ),
            page,
        )
        for page in pages
    ]
    return max(counted, key=itemgetter(0))


@texts_reader
def disagreements(find: Lookup, most: int) -> list[Context]:
    """Return the discrepancies that the home page would show first."""
    return [{"form": "sides", **one} for one in front.contrasts(find, most)]


@texts_reader
def phrases(find: Lookup, most: int) -> list[Context]:
    """Return phrases with several wordings, those with a page first, each with its two most
    frequent wordings."""

    def rank(one: Phrase) -> tuple[bool, bool]:
        return len(one.variants) < _BOTH, not one.has_page

    return [
        {
            "form": "variants",
            "title": f"“{one.phrase}”",
            "url": urls.phrase_url(one.id, one.has_page),
            "variants": [
                {
                    "text": it.text,
                    "count": say.counts.times(count=it.count),
                    "first": wording.date_words(it.first),
                }
                for it in sorted(one.variants, key=lambda it: -it.count)[:_BOTH]
            ],
        }
        for one in sorted(find.corpus.relations.phrases, key=rank)[:most]
    ]


@texts_reader
def announcements(find: Lookup, most: int) -> list[Context]:
    """Return the newest announcements; of one day, those with the most details first."""
    announced = [one for one in find.corpus.relations.commitments if one.sort == "announcement"]
    latest = sorted(announced, key=lambda one: (one.date or "", len(one.why)), reverse=True)
    return [
        {
            "form": "words",
            "title": one.speaker_name or say.unknown.speaker,
            "url": urls.commitment_url(one.id),
            "text": wording.clip(one.text, _SHORT),
            "said": True,
            "meta": "",
            "of": text_of(one.place, find),
        }
        for one in latest[:most]
    ]


@texts_reader
def newcomers(find: Lookup, most: int) -> list[Context]:
    """Return names that occur for the first time in the newest briefings."""
    known = {one.id: one for one in find.corpus.relations.appearances}
    found: list[Context] = []
    for one in reversed(find.corpus.relations.turnover):
        new = [known[id_] for id_ in one.new if id_ in known]
        often = sorted(new, key=lambda it: -sum(count for _, count in it.counts))[:_NAMES]
        if often and len(found) < most:
            day = find.briefing_link(one.briefing)["date"]
            found.append(
                {
                    "form": "words",
                    "title": say.timeline.first_named(day=day),
                    "url": urls.MENTIONS,
                    "text": " · ".join(_name(it, find) for it in often),
                    "said": False,
                    "meta": "",
                    "of": None,
                }
            )
    return found


def _name(one: Appearance, find: Lookup) -> str:
    """Return the glossary's spelling of a name, or the name itself."""
    term = find.annotated.terms.get(one.term) if one.term else None
    return term.entry.term if term else one.name


def _answered(slug: str, id_: str, exchanges: list[Exchange], find: Lookup) -> Context:
    person = find.people[id_]
    return {
        "form": "question",
        "name": person.name,
        "url": urls.speaker_url(id_),
        "role": find.latest_role(person),
        "asked": _telling(slug, exchanges, find),
    }


def _plain(text: Prose) -> str:
    return " ".join("".join(run.text for run in paragraph) for paragraph in text)


def _speakers(slug: str, exchange: Exchange, find: Lookup) -> list[str]:
    """Return the ids of those who answered, if they have a page."""
    speakers = [find.said(slug, one).speaker for one in exchange.answers]
    return [one.id for one in speakers if one and one.id and one.id in find.people]


def _telling(slug: str, exchanges: list[Exchange], find: Lookup) -> Context:
    """Return the first question whose subject is known, or else the first question."""
    asked = [find.asked(slug, one.id) for one in exchanges[:_NEAR]]
    return next((one for one in asked if one["named"]), asked[0])
