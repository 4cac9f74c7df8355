"""How to read this site: a real paragraph with its marks numbered, and a list of terms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import get_args

from briefings import interface, markup, urls
from briefings.interface import say
from briefings.model import Passage, Turn
from briefings.model.page import Mark, Page

from .links import BriefingLink
from .lookup import Lookup
from .notes import notes_by_passage
from .paging import context_of
from .reads import reader
from .text_links import TextLink, text_link
from .texts import SectionBlock, TurnBlock, section_block, turn_block

_BRIEFINGS = 6  # newest briefings that are searched for a paragraph
_LENGTHS = range(200, 701)  # characters of a paragraph that is neither short nor long
# Kinds of marks on words; the speaker, id, line and links to other texts are shown around them.
_MARKS = ("figure", "term", "person", "note")


@dataclass(frozen=True, slots=True)
class Callout:
    """The explanation of what is beside the sample."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class ThingMeaning:
    """What a thing is called, and what that means."""

    name: str
    means: str


@dataclass(frozen=True, slots=True)
class HowToReadPage:
    """The context of `how-to-read.md.j2`.

    `sample` is a block of a text with a single paragraph, or None if no text has any; `of` and
    `briefing` are its text and briefing. `callouts` are what the numbers beside it explain, in page
    order. `marks` is the URL of the data for the briefing's marks, if there are any. `qualities`
    are the grades of texts, and `things` the site's terms with their meanings.
    """

    sample: TurnBlock | SectionBlock | None
    of: TextLink | None
    briefing: BriefingLink | None
    callouts: list[Callout]
    marks: str | None
    qualities: list[str]
    things: list[ThingMeaning]


def how_to_read_page(find: Lookup) -> Page:
    """Return the page with the sample paragraph, the keyboard shortcuts, and how to cite."""
    words = interface.section("how-to-read")
    chosen = telling_passage(find)
    return find.page(
        urls.HOW_TO_READ,
        "how-to-read.md.j2",
        words.title,
        words.means,
        "guide",
        **context_of(_page(*chosen, find) if chosen else _without_sample()),
    )


@reader
def telling_passage(find: Lookup) -> tuple[str, str] | None:
    """Return the (briefing, passage id) of the paragraph that shows most features, or None.

    Texts that were not made by machine are preferred, then paragraphs of medium length, then those
    that come first in the newest briefing.
    """
    best: tuple[bool, int, bool] = (False, -1, False)
    chosen: tuple[str, str] | None = None
    for slug, briefing in islice(find.briefings.items(), _BRIEFINGS):
        marks, elsewhere = find.annotated.marks_of(slug), find.elsewhere(slug)
        witness = briefing.primary
        by_people = not find.origin(slug, witness.source.id).by_machine
        for part in witness.parts:
            spoken = isinstance(part, Turn) and part.speaker.name is not None
            for passage in part.passages:
                kinds = {mark.kind for mark in marks.get(passage.id, ())} & {*_MARKS}
                score = len(kinds) + bool(elsewhere.get(passage.id)) + spoken
                rank = (by_people, score, len(passage.text) in _LENGTHS)
                if rank > best:
                    best, chosen = rank, (slug, passage.id)
    return chosen


def _page(slug: str, id_: str, find: Lookup) -> HowToReadPage:
    briefing = find.briefings[slug]
    witness = briefing.primary
    part = next(part for part in witness.parts if any(it.id == id_ for it in part.passages))
    passage = next(passage for passage in part.passages if passage.id == id_)
    alone = replace(part, passages=(passage,))
    is_spoken = isinstance(alone, Turn)
    block: TurnBlock | SectionBlock = (
        turn_block(alone, witness, briefing, find)
        if isinstance(alone, Turn)
        else replace(section_block(alone, witness, briefing, find), heading=None, topics=[])
    )
    (sample,) = block.passages
    # Everything marked in the sample is explained there, even if it is not essential elsewhere.
    marks = [replace(mark, essential=True) for mark in sample.marks]
    numbered = _numbered(passage, marks)
    noted = notes_by_passage(find, slug).get(id_, [])
    sample = replace(
        sample,
        notes=[replace(note, weight="essential") for note in noted[:1]],
        marks=[*marks, *(_callout(mark) for mark in numbered)],
    )
    kinds = ["speaker"] if is_spoken else []
    kinds += [*(mark.kind for mark in numbered), "address", "line"]
    kinds += ["elsewhere"] if sample.elsewhere else []
    return HowToReadPage(
        sample=replace(block, passages=[sample]),
        of=text_link(slug, witness.source.id, find),
        briefing=find.briefing_link(slug),
        callouts=[Callout(kind=kind, id=_callout_id(kind)) for kind in kinds],
        marks=urls.popovers_path(urls.briefing_url(slug)) if numbered else None,
        qualities=list(interface.Labels("qualities").values()),
        things=_things(),
    )


def _without_sample() -> HowToReadPage:
    qualities = list(interface.Labels("qualities").values())
    return HowToReadPage(None, None, None, [], None, qualities, _things())


def _numbered(passage: Passage, marks: list[Mark]) -> list[Mark]:
    """Return the first visible mark of each kind, in the order of the text."""
    stand = markup.settle((mark for mark in marks if mark.number is None), len(passage.text))
    stand += [mark for mark in marks if mark.number is not None]
    firsts = [next((mark for mark in stand if mark.kind == kind), None) for kind in _MARKS]
    return sorted(
        (mark for mark in firsts if mark), key=lambda mark: (mark.end, mark.kind == "note")
    )


def _callout(mark: Mark) -> Mark:
    """Return the number after a mark, which links to its explanation; style sheets count the
    numbers."""
    behind = (mark.number or 0) + 1
    url = f"{urls.HOW_TO_READ}#{_callout_id(mark.kind)}"
    return Mark(
        mark.end,
        mark.end,
        "callout",
        url,
        (("aria-label", say.reading_guide.what_this_is),),
        number=behind,
    )


def _callout_id(kind: str) -> str:
    return f"shows-{kind}"


def _things() -> list[ThingMeaning]:
    listed = map(interface.thing, get_args(interface.ThingName))
    return [ThingMeaning(name=thing.one, means=thing.means) for thing in listed]
