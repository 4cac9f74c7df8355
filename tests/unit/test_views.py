"""Contexts of the pages, on a small corpus made by hand."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from briefings.model import Corpus, Former, Passage, Place
from briefings.model.page import Page, SiteInfo
from briefings.views import Lookup, for_theme, navigation, views
from briefings.views.briefing_head import briefing_head
from briefings.views.gone import FormerAddress
from briefings.views.sections import TREE

from .sample_corpus import CORPUS, EMPTY, FISH, UNDATED

SIDE = "compare/#texts"
SITE = SiteInfo(
    name="Briefings",
    description="What was said.",
    url="https://example.org/b/",
    repository="https://github.com/owner/briefings",
)


def _pages(corpus: Corpus = CORPUS, site: SiteInfo = SITE) -> dict[str, Page]:
    return {page.url: page for page in views(corpus, site)}


def _context(url: str, corpus: Corpus = CORPUS, site: SiteInfo = SITE) -> dict[str, Any]:
    return _pages(corpus, site)[url].context


@pytest.fixture(name="fish")
def fish_page() -> dict[str, Any]:
    return _context(f"briefings/{FISH}/")


def test_every_kind_of_thing_has_its_index_and_its_pages() -> None:
    assert set(_pages()) == {
        "",
        "search/",
        "check/",
        "data/",
        "changes/",
        "how-to-read/",
        "briefings/",
        f"briefings/{FISH}/",
        f"briefings/{UNDATED}/",
        "people/",
        "speakers/",
        "speakers/ada-chair/",
        "speakers/bo-fisher/",
        "speakers/cy-net/",
        "outlets/",
        "outlets/the-paper/",
        "topics-and-terms/",
        "topics/",
        "topics/nets/",
        "compare/",
        f"compare/{FISH}/",
        "sources/",
        "sources/010/",
        "sources/011/",
        "sources/012/",
    }


def test_a_page_is_written_where_its_address_leads() -> None:
    for url, page in _pages().items():
        assert page.path == f"{url}index.md"


def test_what_the_corpus_has_none_of_has_no_page_and_no_section() -> None:
    assert set(_pages(EMPTY)) == {"", "search/", "check/", "data/", "changes/", "how-to-read/"}
    assert for_theme(EMPTY)["tree"] == []
    only = replace(CORPUS, outlets=(), topics=())
    assert _tree(only) == [("briefings/", []), ("people/", ["speakers/"]), ("compare/", [SIDE])]
    assert {"topics/", "topics-and-terms/", "outlets/"}.isdisjoint(_pages(only))


def test_the_navigation_has_five_parts_each_with_its_own() -> None:
    assert _tree(CORPUS) == [
        ("briefings/", []),
        ("people/", ["speakers/", "outlets/"]),
        ("topics-and-terms/", ["topics/"]),
        ("compare/", [SIDE]),
    ]
    whole = {hub.url: [part.url for part in hub.parts] for hub in TREE}
    assert whole == {
        "briefings/": [],
        "numbers/": ["indicators/", "figures/"],
        "people/": ["speakers/", "outlets/"],
        "topics-and-terms/": ["topics/", "terms/", "notes/"],
        "compare/": [SIDE, "discrepancies/", "formulas/", "commitments/", "mentions/"],
    }
    assert [one["url"] for one in for_theme(CORPUS)["footer"]] == [
        "how-to-read/",
        "check/",
        "data/",
        "sources/",
        "changes/",
        "about/",
    ]


def test_mkdocs_is_told_of_all_pages_of_the_navigation() -> None:
    listed = [next(iter(one.values())) for one in navigation(CORPUS)]
    assert listed[0] == "index.md"
    assert listed[-1] == "about.md"
    assert {"people/index.md", "speakers/index.md", "compare/index.md"} <= set(listed)
    assert not any("#" in one for one in listed)


def test_crumbs_lead_from_the_navigation_to_a_page() -> None:
    pages = _pages()
    ways = {
        url: [one["url"] for one in pages[url].context["crumbs"]]
        for url in ("", "people/", "speakers/", "speakers/bo-fisher/", f"compare/{FISH}/",
                    "sources/010/", f"briefings/{FISH}/", "compare/", "changes/")
    }  # fmt: skip
    assert ways == {
        "": [],
        "people/": [],
        "speakers/": ["people/"],
        "speakers/bo-fisher/": ["people/", "speakers/"],
        f"compare/{FISH}/": ["compare/", SIDE],
        "sources/010/": ["sources/"],
        f"briefings/{FISH}/": ["briefings/"],
        "compare/": [],
        "changes/": [],
    }


def _tree(corpus: Corpus) -> list[tuple[str, list[str]]]:
    return [
        (hub["url"], [part["url"] for part in hub["parts"]]) for hub in for_theme(corpus)["tree"]
    ]


def test_contexts_are_plain_data() -> None:
    for page in _pages().values():
        shown = {
            key: value for key, value in page.context.items() if key not in ("groups", "others")
        }
        json.dumps(shown, default=asdict)


def test_turns_of_an_exchange_stand_in_one_block(fish: dict[str, Any]) -> None:
    opening, questions = fish["groups"]
    assert [one.id for one in opening.blocks] == ["t1", "t2"]
    assert [(one.type, one.id) for one in questions.blocks] == [
        ("exchange", "x1"),
        ("exchange", "x2"),
        ("turn", "t8"),
    ]
    first = questions.blocks[0]
    assert [(one.id, one.part) for one in first.turns] == [
        ("t3", "question"),
        ("t4", "handover"),
        ("t5", "answer"),
    ]
    assert [one.name for one in first.to] == ["Cy Net"]


def test_every_passage_of_every_text_is_on_the_page_once(fish: dict[str, Any]) -> None:
    shown = []
    blocks = [block for group in fish["groups"] for block in group.blocks]
    blocks += [block for text in fish["others"] for run in text.runs for block in run.blocks]
    for block in blocks:
        for part in getattr(block, "turns", [block]):
            shown += [(passage.id, passage.text) for passage in part.passages]
    briefing = CORPUS.briefings[0]
    assert shown == [
        (one.id, one.text) for witness in briefing.witnesses for one in witness.passages
    ]


def test_a_lost_asker_is_not_given_in_the_source(fish: dict[str, Any]) -> None:
    lost = fish["groups"][1].blocks[1]
    assert lost.asker.name == "asker not given in the source"
    assert lost.asker.url is None


def test_a_label_that_is_not_the_name_is_shown_as_printed(fish: dict[str, Any]) -> None:
    answer = fish["groups"][1].blocks[0].turns[2]
    assert answer.speaker.name == "Cy Net"
    assert answer.speaker.printed == "CY NETT"
    question = fish["groups"][1].blocks[0].turns[0]
    assert question.speaker.printed is None


def test_a_role_is_the_one_of_the_text_that_is_read(fish: dict[str, Any]) -> None:
    assert fish["groups"][0].blocks[1].speaker.role == "head of the Fish Bureau"


def test_what_repeats_the_primary_text_is_set_apart(fish: dict[str, Any]) -> None:
    runs = fish["others"][0].runs
    assert [(run.same, [one.id for one in run.blocks]) for run in runs] == [
        (True, ["011-s1"]),
        (False, ["011-s2"]),
    ]


def test_contents_call_each_question_by_its_own_words(fish: dict[str, Any]) -> None:
    # Neither opening nor closing turn is longer than a courtesy.
    opening, questions, others = fish["contents"]
    assert (opening.title, opening.items) == ("Opening", [])
    assert [(one.number, one.text, one.url) for one in questions.items] == [
        (1, "How many nets are there, and who counts them?", "#x1"),
        (2, "What about boats?", "#x2"),
    ]
    assert [(one.text, one.detail) for one in others.items] == [
        ("Daily Net, 5 May 2021", "article, rewritten")
    ]


def test_contents_name_those_who_make_a_statement() -> None:
    fish, *others = CORPUS.briefings
    long = Passage("t2p1", "We mended nets. " * 20, 6, 6)
    turns = [
        replace(one, passages=(long,)) if one.id == "t2" else one for one in fish.primary.turns
    ]
    witnesses = (replace(fish.primary, turns=tuple(turns)), *fish.witnesses[1:])
    corpus = replace(CORPUS, briefings=(replace(fish, witnesses=witnesses), *others))
    opening = _context(f"briefings/{FISH}/", corpus)["contents"][0]
    assert [(one.text, one.url) for one in opening.items] == [("Bo Fisher", "#t2")]


def test_in_brief_counts_what_it_holds(fish: dict[str, Any]) -> None:
    brief = fish["brief"]
    assert brief.summary == "2 questions · 1 min"
    assert [(one.number, one.question) for one in brief.questions] == [
        (1, "How many nets are there, and who counts them?"),
        (2, "What about boats?"),
    ]
    # Where nothing was asked and no number stands alone there is nothing to fold.
    assert _context(f"briefings/{UNDATED}/")["brief"] is None


def test_the_line_of_facts_says_how_much_and_which_texts(fish: dict[str, Any]) -> None:
    assert [(one.text, one.warned) for one in fish["head"].facts] == [
        ("3 officials", False),
        ("2 questions", False),
        ("official translation", False),
        ("also told by Daily Net", False),
    ]
    # An article by itself says whose it is, and a grade that readers are warned of stands out.
    told = _context(f"briefings/{UNDATED}/")["head"].facts
    assert [one.text for one in told] == ["article"]


def test_the_data_cover_the_days_of_the_briefings() -> None:
    data = _context("data/")["linked_data"]
    # The other briefing has no year.
    assert data["temporalCoverage"] == "2021-05-04/2021-05-04"


def test_the_page_goes_by_its_short_title_and_keeps_the_official_one() -> None:
    fish, *others = CORPUS.briefings
    short = replace(CORPUS, briefings=(replace(fish, short_title="On fish"), *others))
    page = _context(f"briefings/{FISH}/", short)
    assert (page["head"].short, page["head"].official) == ("On fish", fish.title)
    assert page["meta"]["title"] == "On fish, 4 May 2021"
    assert page["cited_title"] == fish.title
    assert page["linked_data"]["@graph"][0]["name"] == fish.title
    assert _context(f"briefings/{FISH}/")["head"].official is None


def test_books_that_were_made_are_offered_first_with_their_sizes() -> None:
    find = Lookup(CORPUS, SiteInfo("Nets"))
    find.offer(FISH, (("epub", 53_915), ("pdf", 1_240_000)))
    whole, *_ = briefing_head(CORPUS.briefings[0], f"briefings/{FISH}/", find).downloads
    assert [(one.title, one.url) for one in whole.links][:2] == [
        ("EPUB (54 kB)", f"briefings/{FISH}/{FISH}.epub"),
        ("PDF (1.2 MB)", f"briefings/{FISH}/{FISH}.pdf"),
    ]


def test_downloads_are_the_briefing_and_each_text(fish: dict[str, Any]) -> None:
    whole, transcript, article = fish["head"].downloads
    assert [one.url for one in whole.links] == [
        f"data/briefings/{FISH}.txt",
        f"data/briefings/{FISH}.json",
        f"data/tei/{FISH}.xml",
    ]
    assert transcript.title == "Transcript, Ministry of Fish, 4 May 2021"
    assert ("Source, line by line", "sources/011/") in [
        (one.title, one.url) for one in article.links
    ]


def test_mentions_become_links_on_the_passage(fish: dict[str, Any]) -> None:
    (mark,) = fish["groups"][0].blocks[0].passages[0].marks
    assert (mark.start, mark.end, mark.url) == (14, 24, "speakers/bo-fisher/")


def test_neighbours_in_time(fish: dict[str, Any]) -> None:
    assert fish["older"].briefing.title == "The harbour"
    assert fish["newer"] is None
    newer = _context(f"briefings/{UNDATED}/")["newer"]
    assert newer.briefing.url == f"briefings/{FISH}/"


def test_nothing_is_earlier_or_later_than_a_day_without_a_year(fish: dict[str, Any]) -> None:
    assert fish["older"].way == "Next in the list"
    assert _context(f"briefings/{UNDATED}/")["newer"].way == "Previous in the list"
    dated = tuple(
        replace(one, date="2021-01-10") if one.slug == UNDATED else one for one in CORPUS.briefings
    )
    known = _context(f"briefings/{FISH}/", replace(CORPUS, briefings=dated))
    assert known["older"].way == "Earlier briefing"


def test_a_report_goes_to_the_repository_or_to_the_about_page(fish: dict[str, Any]) -> None:
    url = urlsplit(fish["head"].report.url)
    assert url._replace(query="").geturl() == "https://github.com/owner/briefings/issues/new"
    assert parse_qs(url.query) == {
        "template": ["report-a-mistake.yml"],
        "title": [f"Mistake: {FISH}"],
        "passage": [f"{SITE.url}briefings/{FISH}/"],
    }
    without = _context(f"briefings/{FISH}/", site=replace(SITE, repository=None))
    assert without["head"].report.url is None
    assert unquote(without["head"].report.about) == f"briefings/{FISH}/"


def test_a_note_is_suggested_where_a_repository_takes_suggestions(fish: dict[str, Any]) -> None:
    asked = parse_qs(urlsplit(fish["head"].suggest.url).query)
    assert asked["template"] == ["suggest-a-note.yml"]
    assert asked["passage"] == [f"{SITE.url}briefings/{FISH}/"]
    without = _context(f"briefings/{FISH}/", site=replace(SITE, repository=None))
    assert without["head"].suggest.url is None


def test_a_moved_passage_is_marked_unless_its_id_is_taken() -> None:
    page = f"briefings/{FISH}/"
    moved = replace(
        CORPUS,
        redirects=(
            (f"{page}#t9p1", f"{page}#t8p1"),
            (f"{page}#t8p1", f"{page}#t7p1"),
        ),
        former=(Former(page, "t9p2", None, "Words that went."),),
    )
    assert _context(page, moved)["former"] == [
        FormerAddress("t9p2", None, "Words that went."),
        FormerAddress("t9p1", f"{page}#t8p1", ""),
    ]


def test_an_earlier_wording_is_shown_against_the_one_of_today() -> None:
    page = f"briefings/{FISH}/"
    changed = replace(CORPUS, earlier={(FISH, "t2p1"): ("We counted 11 fish.",)})
    opening = _context(page, changed)["groups"][0].blocks
    passage = next(p for block in opening for p in block.passages if p.id == "t2p1")
    assert [(run.kind, run.text) for run in passage.earlier[0]] == [
        ("same", "We counted"), ("dropped", " 11"), ("added", " 12"), ("same", " fish."),
    ]  # fmt: skip


def test_missing_facts_are_said_to_be_missing() -> None:
    page = _context(f"briefings/{UNDATED}/")
    assert page["head"].when == "10 January (year not given)"
    assert page["head"].host is None
    assert page["head"].title_basis == "The title is worded by the editors."
    assert page["cited_title"] == "[The harbour]"


def test_a_person_first_says_who_when_and_about_what() -> None:
    person = _context("speakers/bo-fisher/")
    assert person["role"] == "director of fish"
    assert person["when"] == [
        "Spoke at 1 briefing (4 May 2021): answered 1 question and handed over 1.",
        "Quoted or reported 2 times in 2 articles.",
    ]
    topics = _context("speakers/cy-net/")["topics"]
    assert [(one.id, one.name, one.count) for one in topics] == [("nets", "Nets", 1)]


def test_roles_stand_in_the_order_of_time_with_their_source() -> None:
    roles = _context("speakers/bo-fisher/")["roles"]
    assert [(one.date, one.role, one.text, one.line) for one in roles] == [
        ("4 May 2021", "head of the Fish Bureau", "Transcript, Ministry of Fish, 4 May 2021", 3),
        ("5 May 2021", "director of fish", "Daily Net, 5 May 2021", 5),
    ]


def test_the_share_of_words_is_of_all_words_of_the_primary_text() -> None:
    # Counted by hand: t1 7; t2 4 and 12; t3 13; t4 4; t5 4 and 3; t6 3; t7 2; t8 4 words.
    (share,) = _context("speakers/cy-net/")["shares"]
    assert (share.words, share.total, share.percent) == ("7", "56", 12.5)


def test_questions_handed_over_to_and_from() -> None:
    (given,) = _context("speakers/bo-fisher/")["handed_to"]
    assert (given.name, given.count) == ("Cy Net", "1 question")
    (taken,) = _context("speakers/cy-net/")["handed_from"]
    assert taken.name == "Bo Fisher"
    assert not _context("speakers/cy-net/")["handed_to"]


def test_what_a_turn_does_in_its_exchange() -> None:
    turns = _context("speakers/bo-fisher/")["spoke"][0].turns
    assert [one.part for one in turns] == [
        None,
        "hands over: The Paper",
        "answers a question, asker not given in the source",
    ]


def test_an_outlet_says_what_it_asked_and_who_answered() -> None:
    outlet = _context("outlets/the-paper/")
    assert outlet["when"] == "Asked 1 question: 4 May 2021."
    (year,) = outlet["years"]
    assert year.year == "2021"
    (question,) = year.questions
    assert question.question == "How many nets are there, and who counts them?"
    assert [one.name for one in question.answerers] == ["Cy Net"]
    assert [(one.name, one.count) for one in outlet["answered"]] == [("Cy Net", 1)]
    assert outlet["other_names"] == ["Paper Daily"]


def test_a_topic_tells_briefing_by_briefing_what_was_asked_and_what_articles_say() -> None:
    topic = _context("topics/nets/")
    assert topic["extent"] == "1 question and 1 paragraph in 1 briefing, 2021."
    (briefing,) = topic["briefings"]
    (question,) = briefing.questions
    assert (question.url, question.by) == (f"briefings/{FISH}/#x1", "cy-net")
    (text,) = briefing.texts
    assert text.of.name == "Daily Net, 5 May 2021"
    (section,) = text.sections
    assert (section.heading, section.url) == ("Counting", f"briefings/{FISH}/#011-s2")
    assert [one.words for one in section.rows] == ["“There are 3 nets,” he said."]
    # Cy Net answers the question; nobody is known to be quoted in the paragraph.
    assert [(one.id, one.count) for one in topic["speakers"]] == [("cy-net", 1)]
    assert topic["newest"] is None, "the page begins with it"


def test_a_topic_whose_newest_briefing_has_no_question_says_which_one_is_the_newest() -> None:
    fish, harbour = CORPUS.briefings
    place = Place(UNDATED, "012", "s1p1", 1)
    nets = replace(CORPUS.topics[0], passages=(place,))
    later = replace(harbour, date="2022-01-10", passage_topics=(("s1p1", ("nets",)),))
    topic = _context("topics/nets/", replace(CORPUS, briefings=(fish, later), topics=(nets,)))
    assert [one.briefing.title for one in topic["briefings"]] == [later.title, fish.title]
    assert topic["newest"].url == f"briefings/{FISH}/#x1"
    assert [one.id for one in topic["speakers"]] == ["cy-net"]


def test_of_a_long_sentence_what_stands_around_the_topic_is_shown() -> None:
    fish, harbour = CORPUS.briefings
    text = f"{'We count and we count, ' * 12}and then the nets are mended{' again' * 60}."
    start = text.index("nets")
    (section,) = harbour.primary.sections
    told = replace(section, passages=(Passage("s1p1", text, 1, 1),))
    long = replace(harbour, witnesses=(replace(harbour.primary, sections=(told,)),),
                   passage_topics=(("s1p1", ("nets",)),))  # fmt: skip
    nets = replace(CORPUS.topics[0], passages=(Place(UNDATED, "012", "s1p1", 1, start, start + 4),))
    relations = replace(CORPUS.relations, sentences={(UNDATED, "s1p1"): ((0, len(text)),)})
    corpus = replace(CORPUS, briefings=(fish, long), topics=(nets,), relations=relations)
    (text_of,) = _context("topics/nets/", corpus)["briefings"][1].texts
    shown = text_of.sections[0].rows[0].words
    assert shown.startswith("…")
    assert shown.endswith("again…")
    assert "and then the nets are mended again" in shown
    assert len(shown) < 270


def test_an_opening_statement_stands_on_its_speakers_page_with_its_paragraphs_on_topics() -> None:
    fish, harbour = CORPUS.briefings
    words = "We count nets. " * 20
    opened = replace(
        fish.primary,
        turns=tuple(
            replace(turn, passages=(*turn.passages, Passage("t2p9", words, 7, 7)))
            if turn.id == "t2"
            else turn
            for turn in fish.primary.turns
        ),
    )
    told = replace(fish, witnesses=(opened, *fish.witnesses[1:]),
                   passage_topics=(("t2p9", ("nets",)),))  # fmt: skip
    nets = replace(CORPUS.topics[0], passages=(Place(FISH, "010", "t2p9", 7, 9, 13),))
    corpus = replace(CORPUS, briefings=(told, harbour), topics=(nets,))
    person = _context("speakers/bo-fisher/", corpus)
    (statement,) = person["statements"]
    assert (statement.url, statement.opening) == (f"briefings/{FISH}/#t2", True)
    (paragraph,) = statement.passages
    assert (paragraph.url, paragraph.by) == (f"briefings/{FISH}/#t2p9", "nets")
    assert [(one.id, one.count) for one in person["topics"]] == [("nets", 1)]
    (briefing,) = _context("topics/nets/", corpus)["briefings"]
    (row,) = briefing.statements
    assert (row.who.name, row.by) == ("Bo Fisher", "bo-fisher")


def test_what_is_under_no_topic_is_listed() -> None:
    listed = _context("topics/")["unassigned"]
    assert [one.entry.url for one in listed] == [
        f"briefings/{FISH}/#x2",
        f"briefings/{UNDATED}/#s1",
    ]


def test_a_source_shows_every_line_that_is_not_blank_with_what_became_of_it() -> None:
    lines = _context("sources/010/")["lines"]
    assert [one.n for one in lines] == [n for n in range(1, 21) if n != 4]
    removed = lines[13]
    assert (removed.text, removed.badge, removed.rule) == (
        "_page_break_",
        "removed",
        "page break",
    )
    assert lines[2].url == f"briefings/{FISH}/#t1p1"


def test_the_parts_of_a_line_and_what_is_between_them_make_the_line() -> None:
    line = _context("sources/010/")["lines"][-1]
    assert [(one.text, one.badge) for one in line.parts] == [
        ("Thank you.", "text"),
        ("Note: nets.", "notice"),
    ]
    pieces = [one.before + one.text for one in line.parts]
    assert "".join(pieces) + line.after == line.text
