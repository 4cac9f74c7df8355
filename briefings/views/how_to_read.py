"""How to read this site: a real paragraph with its marks, numbered, and what things are called."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import get_args

from briefings import interface, markup, urls
from briefings.interface import say
from briefings.model import Passage, Turn
from briefings.model.page import Mark, Page

from .lookup import Context, Lookup
from .notes import notes_by_passage
from .paging import context_of
from .reads import reader
from .text_links import text_link
from .texts import section_block, turn_block

_BRIEFINGS = 6  # newest ones in which a paragraph is looked for
_LENGTHS = range(200, 701)  # characters that show much and are soon read
# Kinds of marks in the words; around them stand who speaks, the address, the line, other texts.
_MARKS = ("figure", "term", "person", "note")


@dataclass(frozen=True, slots=True)
class HowToReadPage:
    """What `how-to-read.md.j2` shows.

    `sample` is a block of a text with one paragraph, None where no text has any; `of` the text and
    `briefing` the briefing that it is from.  `callouts` are what the numbers beside it show, in
    the order of the page; `marks` is the file that says what the marks of its briefing tell, where
    it has any.  `qualities` are the grades of texts; `things` what things are called, and what
    they are.
    """

    sample: Context | None
    of: Context | None
    briefing: Context | None
    callouts: list[Context]
    marks: str | None
    qualities: list[str]
    things: list[Context]


def how_to_read_page(find: Lookup) -> Page:
    """The marks of a paragraph, the words of the list, keys, and how to cite."""
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
    """The paragraph of a main text with most to explain: its briefing and its id.

    Rather of a text that no machine made; of several paragraphs one that is neither short nor
    long, of the newest briefing, the first.
    """
    best: tuple[bool, int, bool] = (False, -1, False)
    chosen: tuple[str, str] | None = None
    for slug, briefing in islice(find.briefings.items(), _BRIEFINGS):
        marks, elsewhere = find.annotated.marks_of(slug), find.elsewhere(slug)
        witness = briefing.primary
        own = not find.origin(slug, witness.source.id)["by_machine"]
        for part in witness.parts:
            spoken = isinstance(part, Turn) and part.speaker.name is not None
            for passage in part.passages:
                kinds = {one.kind for one in marks.get(passage.id, ())} & {*_MARKS}
                shown = len(kinds) + bool(elsewhere.get(passage.id)) + spoken
                rank = (own, shown, len(passage.text) in _LENGTHS)
                if rank > best:
                    best, chosen = rank, (slug, passage.id)
    return chosen


def _page(slug: str, id_: str, find: Lookup) -> HowToReadPage:
    briefing = find.briefings[slug]
    witness = briefing.primary
    part = next(one for one in witness.parts if any(it.id == id_ for it in one.passages))
    passage = next(one for one in part.passages if one.id == id_)
    alone = replace(part, passages=(passage,))
    is_spoken = isinstance(alone, Turn)
    sample = (
        turn_block(alone, witness, briefing, find)
        if isinstance(alone, Turn)
        else {**section_block(alone, witness, briefing, find), "heading": None, "topics": []}
    )
    (shown,) = sample["passages"]
    # All that is marked here is explained here, however few readers need it elsewhere.
    marks = [replace(one, essential=True) for one in shown["marks"]]
    numbered = _numbered(passage, marks)
    noted = notes_by_passage(find, slug).get(id_, [])
    shown["notes"] = [{**one, "weight": "essential"} for one in noted[:1]]
    shown["marks"] = [*marks, *(_callout(one) for one in numbered)]
    kinds = ["speaker"] if is_spoken else []
    kinds += [*(one.kind for one in numbered), "address", "line"]
    kinds += ["elsewhere"] if shown["elsewhere"] else []
    return HowToReadPage(
        sample=sample,
        of=text_link(slug, witness.source.id, find),
        briefing=find.briefing_link(slug),
        callouts=[{"kind": one, "id": _callout_id(one)} for one in kinds],
        marks=urls.popovers_path(urls.briefing_url(slug)) if numbered else None,
        qualities=list(interface.Labels("qualities").values()),
        things=_things(),
    )


def _without_sample() -> HowToReadPage:
    qualities = list(interface.Labels("qualities").values())
    return HowToReadPage(None, None, None, [], None, qualities, _things())


def _numbered(passage: Passage, marks: list[Mark]) -> list[Mark]:
    """The first mark of each kind that is seen, in the order of the text."""
    stand = markup.settle((one for one in marks if one.number is None), len(passage.text))
    stand += [one for one in marks if one.number is not None]
    firsts = [next((one for one in stand if one.kind == kind), None) for kind in _MARKS]
    return sorted((one for one in firsts if one), key=lambda one: (one.end, one.kind == "note"))


def _callout(mark: Mark) -> Mark:
    """The number behind a mark, which style sheets count: it leads to what is said of it."""
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


def _things() -> list[Context]:
    listed = map(interface.thing, get_args(interface.ThingName))
    return [{"name": one.one, "means": one.means} for one in listed]
