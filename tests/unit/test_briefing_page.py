"""What the head, the summary and the contents of a briefing's page say, each in small variations of
the briefing on fish."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import (
    Briefing,
    Corpus,
    Exchange,
    Participant,
    Passage,
    Place,
    Section,
    Subject,
    Witness,
)
from briefings.model.page import SiteInfo
from briefings.views.briefing import briefing_pages
from briefings.views.briefing_contents import asked, contents, in_brief, subjects
from briefings.views.briefing_head import (
    briefing_head,
    facts,
    page_title,
    participants,
    title_basis,
)
from briefings.views.lookup import Lookup
from briefings.views.pending import made
from briefings.views.texts import main_groups, other_texts

from .sample_corpus import (
    CHAIR,
    CORPUS,
    FISH,
    FISH_ARTICLE,
    FISH_PRIMARY,
    PARTICIPANTS,
    UNDATED,
)
from .test_views_annotations import FULL, TWELVE

FISHING, HARBOUR_OPENED = CORPUS.briefings


def _page(slug: str, corpus: Corpus = CORPUS) -> dict[str, Any]:
    """The context of a briefing's page."""
    find = Lookup(corpus, SiteInfo("Briefings"))
    (page,) = (page for page in briefing_pages(find) if page.url == f"briefings/{slug}/")
    context: dict[str, Any] = made(page, find, None).context
    return context


def _with(briefing: Briefing, corpus: Corpus = CORPUS) -> Lookup:
    """The small corpus with another briefing on fish."""
    return Lookup(replace(corpus, briefings=(briefing, HARBOUR_OPENED)), SiteInfo("Briefings"))


def _facts(*witnesses: Witness, **changes: Any) -> list[tuple[str, bool]]:
    briefing = replace(FISHING, witnesses=witnesses, **changes)
    return [(fact.text, fact.warned) for fact in facts(briefing, _with(briefing))]


NOBODY: dict[str, Any] = {"participants": (), "exchanges": ()}
UNGRADED = replace(FISH_PRIMARY, settings=replace(FISH_PRIMARY.settings, quality=None), turns=())
ALONE = replace(FISH_ARTICLE, source=replace(FISH_ARTICLE.source, id="013"))


def test_the_line_of_facts_names_the_kind_of_text_unless_its_grade_says_it() -> None:
    assert _facts(UNGRADED, **NOBODY) == [("transcript", False)]
    graded = replace(UNGRADED, settings=FISH_PRIMARY.settings)
    assert _facts(graded, **NOBODY) == [("official translation", False)]
    partial = replace(graded, kind="partial-transcript")
    assert _facts(partial, **NOBODY) == [
        ("partial transcript", False), ("official translation", False),
    ]  # fmt: skip
    assert _facts(ALONE, **NOBODY) == [("article of Daily Net", False), ("rewritten", True)]
    nameless = replace(ALONE, publisher=None)
    assert _facts(nameless, **NOBODY) == [("article", False), ("rewritten", True)]


def test_the_line_of_facts_counts_who_took_part_and_names_other_publishers_once() -> None:
    second = replace(ALONE, source=replace(ALONE.source, id="014"), published="2021-05-06")
    other = replace(second, source=replace(ALONE.source, id="015"), publisher="Gull")
    nameless = [
        replace(ALONE, source=replace(ALONE.source, id=id_), publisher=None)
        for id_ in ("016", "017")
    ]
    told = _facts(UNGRADED, ALONE, second, other, *nameless, **NOBODY)
    assert told[1:] == [("also told by Daily Net, Gull and 2 other texts", False)]
    assert _facts(UNGRADED, *nameless, **NOBODY)[1:] == [("and 2 other texts", False)]
    one = _facts(UNGRADED, participants=PARTICIPANTS[:1], exchanges=FISHING.exchanges[:1])
    assert one == [("1 official", False), ("1 question", False), ("transcript", False)]


def _listed(
    id_: str, role: str | None, chair: bool = False, listed: bool = True, line: int = 2
) -> Participant:
    return Participant(id_, id_.title(), role, None, chair, "010", line, listed=listed)


def _people(*entries: Participant) -> tuple[list[tuple[str, str | None]], ...]:
    silent = replace(FISH_PRIMARY, turns=())
    briefing = replace(FISHING, participants=entries, witnesses=(silent,), exchanges=())
    both = participants(briefing, _with(briefing))
    return tuple([(row.name, row.role) for row in rows] for rows in both)


def test_each_person_is_listed_once_with_the_first_wording_of_the_role() -> None:
    chairs, speakers = _people(
        _listed("told", "of an article", listed=False), _listed("a", "first"),
        _listed("a", "second"), _listed("told", "as listed"), _listed("b", None),
        _listed("b", "later", listed=False), _listed("c", "host", chair=True), _listed("d", None),
    )  # fmt: skip
    assert chairs == [("C", "host")]
    # Those of the list come first; a role that is missing there is taken from elsewhere.
    assert speakers == [("A", "first"), ("Told", "as listed"), ("B", "later"), ("D", None)]


def test_who_speaks_without_being_listed_is_added() -> None:
    bare = replace(FISHING, participants=())
    chairs, speakers = participants(bare, _with(bare))
    assert [(row.name, row.url, row.role, row.line) for row in chairs] == [
        ("Ada Chair", "speakers/ada-chair/", None, 0)
    ]
    # Neither the outlet nor the unknown asker took part.
    assert [row.name for row in speakers] == ["Bo Fisher", "Cy Net"]
    chair = replace(FISHING, participants=(_listed("ada-chair", "guest"),))
    chairs, speakers = participants(chair, _with(chair))
    assert ([row.name for row in chairs], [row.name for row in speakers]) == (
        [], ["Ada Chair", "Bo Fisher", "Cy Net"],
    )  # fmt: skip
    nameless = replace(CHAIR, id=None)
    turns = tuple(
        replace(turn, speaker=nameless) if turn.speaker == CHAIR else turn
        for turn in FISH_PRIMARY.turns
    )
    lost = replace(bare, witnesses=(replace(FISH_PRIMARY, turns=turns),))
    assert participants(lost, _with(lost))[0] == []


def test_a_person_without_a_page_is_named_as_printed() -> None:
    briefing = replace(FISHING, participants=(_listed("gone", "guest", line=3), PARTICIPANTS[1]))
    _, (gone, bo, _) = participants(briefing, _with(briefing))
    assert (gone.name, gone.url, gone.source_url) == ("Gone", None, "sources/010/#L3")
    assert (bo.name, bo.url, bo.line) == ("Bo Fisher", "speakers/bo-fisher/", 3)


def _head(briefing: Briefing, corpus: Corpus = CORPUS) -> Any:
    return briefing_head(briefing, f"briefings/{FISH}/", _with(briefing, corpus))


def test_wordings_of_roles_are_listed_where_somebody_has_several() -> None:
    wordings = _head(FISHING).wordings
    assert [(row.name, row.role, row.text, row.chair) for row in wordings] == [
        ("Ada Chair", "spokesperson of the ministry", "the transcript", True),
        ("Bo Fisher", "head of the Fish Bureau", "the transcript", False),
        ("Bo Fisher", "director of fish", "Daily Net", False),
        ("Cy Net", None, "the transcript", False),
    ]
    assert _head(replace(FISHING, participants=PARTICIPANTS[:2])).wordings == []


@pytest.mark.parametrize(
    ("date", "place", "when"),
    [
        ("2021-05-04", "Harbour City", "4 May 2021 · Harbour City"),
        ("2021-05-04", None, "4 May 2021"),
    ],
)
def test_the_head_says_when_and_where(date: str, place: str | None, when: str) -> None:
    assert _head(replace(FISHING, date=date, place=place)).when == when


def test_a_title_that_no_source_gives_says_where_it_is_from() -> None:
    assert title_basis(FISHING) is None
    untitled = [replace(witness, title=None) for witness in FISHING.witnesses]
    # One text with a title is enough.
    assert title_basis(replace(FISHING, witnesses=(untitled[0], FISH_ARTICLE))) is None
    by_text = title_basis(replace(FISHING, witnesses=tuple(untitled)))
    assert by_text == "No source gives a title: these are its first words."
    assert title_basis(HARBOUR_OPENED) == "The title is worded by the editors."
    page = _page(UNDATED)
    assert page["cited_title"] == "[The harbour]"


def test_a_page_goes_by_its_title_and_its_day_if_it_is_known() -> None:
    undated = replace(HARBOUR_OPENED, date=None)
    find = Lookup(replace(CORPUS, briefings=(FISHING, undated)), SiteInfo("Briefings"))
    assert page_title(FISH, find) == "Ministry holds a press conference on fish, 4 May 2021"
    assert page_title(UNDATED, find) == "The harbour"


def test_each_text_can_be_read_as_received_as_published_and_as_archived() -> None:
    published = replace(FISH_PRIMARY, url="https://example.org/fish")
    settings = replace(FISH_ARTICLE.settings, archived="https://archive.example/1")
    archived = replace(FISH_ARTICLE, settings=settings)
    briefing = replace(FISHING, witnesses=(published, archived))
    find = _with(briefing)
    find.offer(FISH, (("epub", 1000),))
    whole, transcript, article = briefing_head(briefing, f"briefings/{FISH}/", find).downloads
    assert [(link.title, link.file) for link in whole.links] == [
        ("EPUB (1 kB)", True), ("Text", True), ("JSON", True), ("TEI", True),
    ]  # fmt: skip
    assert [(link.title, link.url, link.file) for link in transcript.links] == [
        ("Source, line by line", "sources/010/", False),
        ("Original", "https://example.org/fish", False),
    ]
    assert [link.title for link in article.links] == ["Source, line by line", "Archived"]


# ---- The briefings before and after, and the description


@pytest.mark.parametrize(
    ("date", "older", "newer"),
    [
        ("2021-01-10", "Earlier briefing", "Later briefing"),
        # On one day, or without a year, only the order of the list is known.
        ("2021-05-04", "Next in the list", "Previous in the list"),
        (None, "Next in the list", "Previous in the list"),
    ],
)
def test_neighbours_are_earlier_and_later_only_where_that_is_known(
    date: str | None, older: str, newer: str
) -> None:
    # Those of one day are in the order of their addresses.
    other = replace(HARBOUR_OPENED, date=date, slug="2021-06-10-harbour")
    corpus = replace(CORPUS, briefings=(FISHING, other), people=(), topics=(), unassigned=())
    pages = {url: _page(url, corpus) for url in (FISH, other.slug)}
    assert (pages[FISH]["newer"], pages[other.slug]["older"]) == (None, None)
    assert pages[FISH]["older"].way == older
    assert pages[other.slug]["newer"].way == newer


def test_a_description_says_when_and_where_who_spoke_and_how_much_was_asked() -> None:
    assert _page(FISH)["meta"]["description"] == (
        "Press briefing, 4 May 2021, Harbour City. Speakers: Bo Fisher, Cy Net. 2 questions with "
        "answers."
    )
    described = _page(UNDATED)["meta"]["description"]
    assert described == "Press briefing, 10 January (year not given)."
    many = tuple(_listed(f"person-{n}-of-the-harbour-office", None) for n in range(20))
    corpus = replace(CORPUS, briefings=(replace(FISHING, participants=many), HARBOUR_OPENED))
    described = _page(FISH, corpus)["meta"]["description"]
    assert 260 < len(described) <= 301
    assert described.endswith("…")


# ---- Contents and summary


def _spoken(**words: int) -> Briefing:
    """The briefing on fish, in which some turns have a number of words."""
    turns = tuple(
        replace(turn, passages=(Passage(f"{turn.id}p1", "word " * words[turn.id], 6, 6),))
        if turn.id in words else turn
        for turn in FISH_PRIMARY.turns
    )  # fmt: skip
    return replace(FISHING, witnesses=(replace(FISH_PRIMARY, turns=turns), FISH_ARTICLE))


def _contents(briefing: Briefing) -> list[tuple[str | None, list[tuple[int | None, str, str]]]]:
    find = _with(briefing)
    groups = contents(main_groups(briefing, find), other_texts(briefing, find), briefing, find)
    return [
        (group.title, [(item.number, item.text, item.url) for item in group.items])
        for group in groups
    ]


def test_contents_list_statements_of_sixty_words_or_more() -> None:
    opening = _contents(_spoken(t1=59, t2=60))[0]
    assert opening == ("Opening", [(None, "Bo Fisher", "#t2")])


def test_contents_list_turns_of_one_speaker_that_follow_one_another_once() -> None:
    briefing = _spoken(t1=60, t2=60, t8=60)
    assert _contents(briefing)[0][1] == [(None, "Ada Chair", "#t1"), (None, "Bo Fisher", "#t2")]
    without = replace(briefing, exchanges=())
    # t3 to t7 are too short to be listed.
    assert _contents(without)[0] == (
        None,
        [(None, "Ada Chair", "#t1"), (None, "Bo Fisher", "#t2"), (None, "Ada Chair", "#t8")],
    )
    alone = replace(
        _spoken(t2=60, t4=60), exchanges=(), witnesses=_spoken(t2=60, t4=60).witnesses[:1]
    )
    assert _contents(alone) == [(None, [(None, "Bo Fisher", "#t2")])]
    # Two questions in the same words are two.
    twice = replace(FISHING, exchanges=(Exchange("x1", "t3", (), ()), Exchange("x2", "t6", (), ())))
    turns = [
        replace(turn, passages=FISH_PRIMARY.turns[2].passages) if turn.id == "t6" else turn
        for turn in FISH_PRIMARY.turns
    ]
    same = replace(twice, witnesses=(replace(FISH_PRIMARY, turns=tuple(turns)),))
    assert [item[0] for item in _contents(same)[1][1]] == [1, 2]


@pytest.mark.parametrize(
    ("question", "is_listed"),
    [("Sure.", False), ("Just one more thing.", False), ("Please tell us about nets.", True),
     ("Why?", True)],
)  # fmt: skip
def test_contents_list_what_asks_something(question: str, is_listed: bool) -> None:
    turns = [
        replace(turn, passages=(Passage("t6p1", question, 16, 16),)) if turn.id == "t6" else turn
        for turn in FISH_PRIMARY.turns
    ]
    briefing = replace(FISHING, witnesses=(replace(FISH_PRIMARY, turns=tuple(turns)),))
    numbers = [number for number, _, _ in _contents(briefing)[1][1]]
    assert numbers == ([1, 2] if is_listed else [1])
    # A subject that was found says enough.
    place = Place(FISH, "010", "t6p1", 16, 0, 4)
    named = replace(FISHING.exchanges[1], subject=Subject(place, "Sure", clipped=False))
    briefing = replace(briefing, exchanges=(FISHING.exchanges[0], named))
    assert [number for number, _, _ in _contents(briefing)[1][1]] == [1, 2]
    # All questions are in the box above the text.
    assert len(asked(briefing, _with(briefing))) == 2


def test_contents_of_an_article_are_its_headings_or_the_parts_without_any() -> None:
    alone = replace(FISHING, witnesses=(FISH_ARTICLE,), exchanges=(), participants=())
    assert _contents(alone) == [(None, [(None, "Counting", "#011-s2")])]
    find = _with(alone)
    assert [(it.text, it.url) for it in subjects(alone, find, 3)] == [
        ("Counting", f"briefings/{FISH}/#011-s2")
    ]
    passages = tuple(
        Passage(f"s1p{n}", f"Paragraph {n} of the article is here.", n, n) for n in range(1, 11)
    )
    plain = replace(FISH_ARTICLE, sections=(Section("s1", None, None, passages),), lines=())
    parts = _contents(replace(alone, witnesses=(plain,)))[0][1]
    assert len(parts) > 2
    assert parts[0] == (None, "Paragraph 1 of the article is here.", "#s1p1")
    find = _with(replace(alone, witnesses=(plain,)))
    cut = subjects(replace(alone, witnesses=(plain,)), find, 2)
    assert [it.url for it in cut] == [f"briefings/{FISH}/{url}" for _, _, url in parts[:2]]


def test_a_briefing_is_listed_with_its_named_questions_or_else_its_first() -> None:
    place = Place(FISH, "010", "t6p1", 16, 11, 16)
    named = replace(FISHING.exchanges[1], subject=Subject(place, "boats", clipped=False))
    both = replace(FISHING, exchanges=(FISHING.exchanges[0], named))
    assert [it.text for it in subjects(both, _with(both), 3)] == ["boats"]
    assert [it.url for it in subjects(both, _with(both), 3)] == [f"briefings/{FISH}/#x2"]
    assert [it.text for it in subjects(FISHING, _with(FISHING), 1)] == [
        "How many nets are there, and who counts them?"
    ]
    twice = replace(FISHING, exchanges=(named, replace(named, id="x3")))
    assert len(subjects(twice, _with(twice), 1)) == 1


def test_the_summary_counts_key_figures_questions_and_minutes() -> None:
    brief = in_brief(FISHING, _with(FISHING, FULL))
    assert brief is not None
    assert brief.summary == "2 key figures · 2 questions · 1 min"
    mute = replace(FISHING, exchanges=())
    brief = in_brief(mute, _with(mute, replace(FULL, indicators=(), figures=(TWELVE,))))
    assert brief is not None
    assert brief.summary == "1 key figure · 1 min"
    assert in_brief(mute, _with(mute)) is None
    # All words of the primary text, at two hundred a minute or so.
    long = in_brief(_spoken(t2=2000), _with(_spoken(t2=2000)))
    assert long is not None
    minutes = int(long.summary.split(" · ")[-1].removesuffix(" min"))
    assert 8 <= minutes <= 14
