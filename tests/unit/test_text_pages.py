"""Test the pages of texts, the report of doubts and the pages of the whole site."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import (
    Alike,
    BriefingReport,
    Change,
    Check,
    Cluster,
    Corpus,
    Credits,
    Doubt,
    EarlierText,
    Edition,
    Figure,
    JoinEvidence,
    Line,
    LinePart,
    Participant,
    Passage,
    Report,
    Settings,
    Speaker,
    Stated,
)
from briefings.model.page import SiteInfo
from briefings.model.report import SourceReport
from briefings.views import linked_data
from briefings.views.linked_data import dataset, graph
from briefings.views.lookup import Lookup
from briefings.views.numbers import stated_number
from briefings.views.report import report_page, report_parts, report_places
from briefings.views.site import (
    about_page,
    changes_page,
    changes_parts,
    data_page,
    search_page,
)
from briefings.views.sources import source_pages, sources_page, sources_parts
from briefings.views.texts import main_groups, other_texts, role_at_the_time, text_facts

from .briefings_in_lines import article, briefing, corpus, lookup, place

REPORT = article("900", (None, ["Bo said ten.", "Nets, too."]), ("Home", ["Eels went home."]))
OLD = briefing("2020-01-02-eels", "2020-01-02", """
    Ada: Good morning.
    ? Paper [eels]: How many eels?
    > Ada: Bo knows.
    = Bo: Ten.
    = Bo: Or more.
    Ada: Next.
    ? Radio: Why?
    = Cy: So.
    = Bo: Yes.
    Ada: Thank you.
""", articles=(REPORT,))  # fmt: skip
NEW = briefing("2021-03-04-nets", "2021-03-04", "Cy: We mend nets.", 1)
UNDATED = briefing("undated", "--05-06", "Ada: Hello.", 2)
ALL = corpus(OLD, NEW, UNDATED)
FIND = lookup(ALL)


# ---- the report of doubts


def _source(source: str, slug: str, *doubts: Doubt, **more: Any) -> SourceReport:
    about: dict[str, Any] = {
        "path": f"seeds/{source}", "kind": "transcript", "lines": 200, "roles": (),
        "settled": (), "hash": f"h{source}",
    }  # fmt: skip
    return SourceReport(source, slug, doubts=doubts, **(about | more))


def _doubt(line: int = 7, settled: Any = None, passage: str | None = "t1p1") -> Doubt:
    return Doubt("label", "100", line, passage, "word " * 60, "Is it a label?", "a: b\n", settled)


OPEN, LEFT = _doubt(), _doubt(8, "ruling")
CHECK = Check("ann", "Ann", "2021-06-01", "current")
CHANGED = replace(CHECK, state="changed")


def _report(*sources: SourceReport, **more: Any) -> Corpus:
    return replace(ALL, report=Report(sources, **more))


def _shown(of: Corpus, **limits: int) -> dict[str, Any]:
    context: dict[str, Any] = report_page(lookup(of, **limits)).context
    return context


@pytest.mark.parametrize(
    ("sources", "summary"),
    [
        ([{}], "In 1 text, 1 briefing has no date with a year."),
        ([{"unnamed": 3, "askers": 2}],
         "In 1 text, 2 questions do not say who asks, 1 other turn does not say who speaks and "
         "1 briefing has no date with a year."),
        ([{"unnamed": 2, "askers": 2}],
         "In 1 text, 2 questions do not say who asks and 1 briefing has no date with a year."),
        ([{"unnamed": 1}, {"unnamed": 1}],
         "In 2 texts, 2 turns do not say who speaks and 1 briefing has no date with a year."),
    ],
)  # fmt: skip
def test_the_summary_counts_what_is_uncertain(sources: list[Any], summary: str) -> None:
    ids = ("100", "900")
    of = _report(*(_source(ids[n], OLD.slug, **about) for n, about in enumerate(sources)))
    assert _shown(of)["summary"] == summary


def test_the_summary_names_doubts_that_are_open_and_texts_by_machine() -> None:
    machine = replace(NEW.primary, settings=Settings(quality="machine-translated"))
    of = corpus(OLD, replace(NEW, witnesses=(machine,)))
    of = replace(of, report=Report((_source("100", OLD.slug, OPEN, LEFT),)))
    assert _shown(of)["summary"] == (
        "In 1 text, 1 text was translated or rewritten by machine and 1 place may have been read "
        "wrongly."
    )


def test_a_source_is_a_row_with_the_shares_of_its_lines() -> None:
    roles: Any = (
        ("passage", 100), ("label", 67), ("title", 1), ("dateline", 1), ("heading", 10),
        ("boilerplate", 1),
    )  # fmt: skip
    first, second = _shown(
        _report(
            _source("100", OLD.slug, OPEN, LEFT, roles=roles, settled=("its day", "its kind")),
            _source("101", NEW.slug, LEFT, lines=1200, check=CHECK),
        )
    )["rows"]
    # Half, a third, 12 of 200; nothing; and 1 of 200, which is rounded to a hundredth at least.
    assert first.shares == ["50%", "34%", "6%", "–", "1%"]
    assert (first.doubts, first.anchor) == (1, "#source-100")
    assert (first.settled, first.checked) == ("its day and its kind", "not yet")
    assert (second.doubts, second.anchor, second.lines) == (0, None, "1,200")
    assert (second.settled, second.checked) == ("nothing", "Ann, 1 June 2021")


def test_a_doubt_leads_to_its_passage_and_line_if_it_has_them() -> None:
    page = _shown(_report(_source("100", OLD.slug, OPEN, LEFT, _doubt(0, None, None))))
    (source,) = page["doubted"]
    (first, whole) = source.doubts
    assert (first.passage_url, first.line, first.line_url) == (
        f"briefings/{OLD.slug}/#t1p1", "line 7", "sources/100/#L7",
    )  # fmt: skip
    assert (whole.passage_url, whole.line, whole.line_url) == (None, None, None)
    assert (first.settle, first.file) == ("a: b", "sources/100.yml")
    assert 190 < len(first.words) <= 200
    assert page["looked_at"] == "Editors looked at 1 more place and left it as it was read."
    assert _shown(_report(_source("100", OLD.slug, OPEN)))["looked_at"] is None


@pytest.mark.parametrize(
    ("checks", "words"),
    [
        ((None, None),
         "No editor has yet recorded a line-by-line check of a text against its source."),
        ((CHECK, None), "Editors have checked 1 of 2 texts against the source."),
        ((CHECK, CHANGED),
         "Editors have checked 2 of 2 texts against the source; 1 of these has changed since."),
    ],
)  # fmt: skip
def test_checks_are_counted_and_those_of_texts_that_changed(
    checks: tuple[Check | None, Check | None], words: str
) -> None:
    slugs = (OLD.slug, NEW.slug)
    of = _report(*(_source(f"{100 + n}", slugs[n], check=check) for n, check in enumerate(checks)))
    assert _shown(of)["checked"] == words
    cells = {None: "not yet", CHECK: "Ann, 1 June 2021", CHANGED: "Ann, 1 June 2021; changed since"}
    assert [row.checked for row in _shown(of)["rows"]] == [cells[check] for check in checks]


def test_states_are_offered_for_what_has_no_current_check() -> None:
    of = _report(
        _source("100", OLD.slug), _source("101", NEW.slug, check=CHECK),
        _source("102", UNDATED.slug, check=CHANGED),
        briefings=(
            BriefingReport(OLD.slug, "b1", CHANGED), BriefingReport(NEW.slug, "b2", CHECK),
            BriefingReport(UNDATED.slug, "b3"), BriefingReport("elsewhere", "b4"),
        ),
    )  # fmt: skip
    assert _shown(of)["states"].splitlines() == [
        "sources/100.yml: h100", "sources/102.yml: h102",
        f"checked.yml, {OLD.slug}: b1", f"checked.yml, {UNDATED.slug}: b3",
    ]  # fmt: skip


def test_names_that_may_be_one_lead_to_pages_of_their_kind() -> None:
    alike = Alike("bob", "Bob", 1, (), "one letter", ())
    people = Cluster("person", "bo", "Bo", 3, (), (alike,), "a: b\n")
    of = _report(_source("100", OLD.slug), clusters=(people, replace(people, kind="outlet")))
    page = _shown(of)
    person, outlet = page["clusters"]
    assert (person.kind, person.url, person.turns, person.yaml) == (
        "people", "speakers/bo/", "3 turns", "a: b",
    )  # fmt: skip
    assert (person.others[0].url, person.others[0].turns) == ("speakers/bob/", "1 turn")
    assert (outlet.kind, outlet.url, outlet.others[0].url) == (
        "outlets", "outlets/bo/", "outlets/bob/",
    )  # fmt: skip
    assert page["more_clusters"] == 0


def test_a_long_report_shows_the_newest_sources_and_some_names() -> None:
    cluster = Cluster("person", "bo", "Bo", 3, (), (), "a: b")
    of = _report(
        _source("102", UNDATED.slug), _source("100", OLD.slug, OPEN, LEFT),
        _source("900", OLD.slug),
        _source("101", NEW.slug), clusters=(cluster,) * 3,
    )  # fmt: skip
    find = lookup(of, doubts=4, newest=2, small=0)
    page = report_page(find).context
    # The newest briefing first, whatever the order of the sources; an open doubt is an entry.
    assert [row.of.name for row in page["rows"]] == ["Transcript, Ministry, 4 March 2021"]
    assert (len(page["clusters"]), page["more_clusters"]) == (2, 1)
    parts = report_parts(find)
    assert [part.url for part in parts] == [
        f"report/year/{year}/" for year in ("2021", "2020", "year-not-given")
    ]  # fmt: skip
    part = parts[1].make().context
    assert [len(source.doubts) for source in part["doubted"]] == [1]
    assert (part["clusters"], part["more_clusters"], part["accuracy"]) == ([], 0, None)
    assert part["steps"].count == "2 sources"
    assert report_places(find)[0].content == {
        "source-101": "report/year/2021/", "source-100": "report/year/2020/",
        "source-900": "report/year/2020/", "source-102": "report/year/year-not-given/",
    }  # fmt: skip
    assert report_parts(lookup(of, doubts=5, small=0)) == []


# ---- sources


def _source_page(of: Corpus, source: str) -> dict[str, Any]:
    (page,) = (page for page in source_pages(lookup(of)) if page.url == f"sources/{source}/")
    context: dict[str, Any] = page.make().context
    return context


def _joined(**evidence: Any) -> list[str]:
    join = JoinEvidence("900", "100", **evidence)
    of = corpus(replace(OLD, joined=(join,)), NEW)
    (text,) = _source_page(of, "900")["joined"]
    assert (text.source, text.other) == (
        "Daily Net, 2 January 2020", "Transcript, Ministry, 2 January 2020",
    )  # fmt: skip
    return [ground for ground in text.grounds.split(", ") if ground]


@pytest.mark.parametrize(
    ("evidence", "grounds"),
    [
        ({"by_editors": True}, ["the editors say so"]),
        ({"day": True, "hour": True}, ["same day", "same hour"]),
        ({"place": True, "host": True}, ["same place", "same host"]),
        ({"title": True, "number": True},
         ["same title", "same number in the publisher’s series"]),
        ({"day": False, "host": None}, []),
        ({"people": 1, "people_of": 2}, ["1 of 2 people named in common"]),
        ({"people": 0, "people_of": 2}, []),
        ({"text": 0.01}, ["1% of the shorter text is in both"]),
        ({"text": 0.009}, []),
    ],
)  # fmt: skip
def test_texts_of_one_event_say_what_joins_them(
    evidence: dict[str, Any], grounds: list[str]
) -> None:
    assert _joined(**evidence) == grounds


def test_the_primary_text_shows_the_evidence_of_the_others_on_its_own_page_only() -> None:
    join = JoinEvidence("900", "100", day=True)
    of = corpus(replace(OLD, joined=(join,)), NEW)
    assert len(_source_page(of, "100")["joined"]) == 1
    assert len(_source_page(of, "900")["joined"]) == 1
    assert _source_page(of, "101")["joined"] == []
    rows = {row.facts.id: len(row.joined) for row in sources_page(lookup(of)).context["rows"]}
    assert rows == {"101": 0, "100": 0, "900": 1}


def test_each_line_stands_with_its_role_and_its_parts() -> None:
    text = "Note: eels. END"
    lines = (
        Line(1, "title"),
        Line(2, "passage", "t1p1", parts=(
            LinePart("notice", 0, 5, None, None), LinePart("passage", 6, 11, "t1p1"),
            LinePart("boilerplate", 12, 14, None, "page-break"),
        )),
        Line(3, "boilerplate", rule="page-break"),
        Line(4, "passage", "900-s1p2", repeats="900-s1p1"),
        Line(5, "passage", "t1p1"),
    )  # fmt: skip
    source = replace(NEW.primary.source, lines=("Nets", text, "--", "Nets.", "Eels."))
    witness = replace(NEW.primary, source=source, lines=lines)
    page = _source_page(corpus(replace(NEW, witnesses=(witness,))), "101")
    title, parted, removed, repeated, _ = page["lines"]
    assert (title.url, title.rule, title.parts, title.after) == (None, None, [], "")
    assert [(part.before, part.text) for part in parted.parts] == [
        ("", "Note:"), (" ", "eels."), (" ", "EN"),
    ]  # fmt: skip
    assert parted.after == "D"
    assert [part.url for part in parted.parts] == [None, f"briefings/{NEW.slug}/#t1p1", None]
    assert [bool(part.rule) for part in parted.parts] == [False, False, True]
    assert removed.rule == parted.parts[2].rule
    assert repeated.repeats_url == f"briefings/{NEW.slug}/#900-s1p1"
    # Roles by how many lines have them; a removed part counts with the rules, not the roles.
    assert page["roles"][0] == ("text", 3)
    assert [number for _, number in page["roles"]] == [3, 1, 1]
    assert [number for _, number in page["rules"]] == [2]
    assert page["data_url"] == "data/sources/101.json"
    (row,) = sources_page(lookup(corpus(replace(NEW, witnesses=(witness,))))).context["rows"]
    assert (row.lines, row.removed) == ("5 lines", 1)


def test_editions_stand_newest_first_each_with_what_the_next_one_changed() -> None:
    def earlier(words: str, day: str, published: str | None) -> EarlierText:
        edition = Edition(file="x", sha256="cd", replaced=day, published=published)
        return EarlierText(edition, (Passage("t1p1", words, 4, 4),))

    witness = replace(NEW.primary, earlier=(
        earlier("We sell nets.", "2021-03-05", "2021-03-04"),
        earlier("We sew nets.", "2021-03-06", None),
    ))  # fmt: skip
    second, first = _source_page(corpus(replace(NEW, witnesses=(witness,))), "101")["editions"]
    assert (first.number, first.published, first.replaced) == (1, "4 March 2021", "5 March 2021")
    assert (second.number, second.published, second.count) == (2, None, "1 passage")
    (change,) = first.changes
    # Only the present wording has a place on the page of the briefing.
    assert (change.line, change.passage, change.url) == (4, None, None)
    assert [run.text.strip() for run in change.runs if run.kind != "same"] == ["sell", "sew"]
    (change,) = second.changes
    assert (change.passage, change.url) == ("t1p1", f"briefings/{NEW.slug}/#t1p1")


def test_sources_of_many_years_are_parted_and_the_newest_shown_first() -> None:
    find = lookup(ALL, sources=3, newest=2, small=0)
    page = sources_page(find).context
    assert [row.facts.id for row in page["rows"]] == ["101", "100", "900"]
    assert page["count"] == "4 sources"
    assert [part.url for part in sources_parts(find)] == [
        f"sources/year/{year}/" for year in ("2021", "2020", "year-not-given")
    ]  # fmt: skip
    # A text counts, not a briefing.
    assert sources_parts(find)[1].make().context["steps"].count == "2 sources"
    assert sources_parts(lookup(ALL, sources=4, small=0)) == []
    assert not page["doubts"]
    assert sources_page(lookup(_report(_source("100", OLD.slug)))).context["doubts"]


def test_a_source_is_described_with_its_day_if_it_is_known() -> None:
    assert "2 January 2020" in _source_page(ALL, "900")["meta"]["description"]
    bare = corpus(briefing("x", None, "Ada: Hi."))
    description = _source_page(bare, "100")["meta"]["description"]
    assert "not given" not in description


# ---- the texts of a briefing


def test_the_text_opens_and_then_comes_question_by_question() -> None:
    opening, questions = main_groups(OLD, FIND)
    assert (opening.id, opening.title) == ("opening", "Opening")
    assert [block.id for block in opening.blocks] == ["t1"]
    assert (questions.id, questions.title) == ("questions", "Questions and answers")
    blocks: Any = questions.blocks
    assert [(block.type, block.id) for block in blocks] == [
        ("exchange", "x1"), ("turn", "t6"), ("exchange", "x2"), ("turn", "t10"),
    ]  # fmt: skip
    first, _, second, _ = blocks
    assert (first.number, first.next, second.number, second.next) == (1, "x2", 2, None)
    assert (first.asker.name, [who.name for who in first.to]) == ("Paper", ["Bo"])
    assert [who.name for who in second.to] == ["Cy", "Bo"]
    assert [turn.part for turn in first.turns] == ["question", "handover", "answer", "answer"]
    assert [link.title for link in first.topics] == ["Eels"]


def test_a_text_without_questions_or_without_an_opening_has_one_group() -> None:
    (text,) = main_groups(NEW, FIND)
    assert (text.id, text.title) == ("text", "Text")
    asked = briefing("x", "2021-01-01", "? Paper: Why?\n= Bo: So.")
    (questions,) = main_groups(asked, lookup(corpus(asked)))
    assert questions.id == "questions"
    written = replace(OLD, witnesses=(replace(REPORT, briefing=OLD.slug),), exchanges=())
    (group,) = main_groups(written, lookup(corpus(replace(OLD, witnesses=written.witnesses,
                                                         exchanges=()))))  # fmt: skip
    assert (group.id, [block.type for block in group.blocks]) == ("text", ["section", "section"])


def test_what_repeats_the_primary_text_is_set_apart() -> None:
    report = article(
        "900", (None, ["Good morning.", "Ten."]), (None, ["Ten.", "It rained."]), ("So", ["Why?"])
    )  # fmt: skip
    event = replace(OLD, witnesses=(OLD.primary, replace(report, briefing=OLD.slug)))
    (text,) = other_texts(event, lookup(corpus(event)))
    assert [(run.same, run.count, len(run.blocks)) for run in text.runs] == [
        (True, "2 passages", 1), (False, "2 passages", 1), (True, "1 passage", 1),
    ]  # fmt: skip
    empty = replace(report, sections=(replace(report.sections[0], passages=()),), briefing=OLD.slug)
    event = replace(OLD, witnesses=(OLD.primary, empty))
    (text,) = other_texts(event, lookup(corpus(event)))
    assert [(run.same, run.count) for run in text.runs] == [(False, "0 passages")]


TOPICS = ("eels", "nets", "boats", "ropes", "gulls")


@pytest.mark.parametrize(("known", "shown"), [(4, TOPICS[:4]), (5, ("nets", "ropes"))])
def test_a_section_on_five_topics_shows_those_of_its_paragraphs(
    known: int, shown: tuple[str, ...]
) -> None:
    """With up to four, all topics of the section; else the most frequent of its paragraphs."""
    report = article("900", ("Home", ["Nets.", "Ropes and nets."]), ("Away", ["Eels."]))
    of = replace(
        OLD, witnesses=(OLD.primary, replace(report, briefing=OLD.slug)),
        section_topics=(("900-s1", TOPICS[:known]),),
        passage_topics=(("900-s1p1", ("nets",)), ("900-s1p2", ("ropes", "nets"))),
    )  # fmt: skip
    topics = tuple(replace(ALL.topics[0], id=id_, title=id_) for id_ in TOPICS)
    (text,) = other_texts(of, lookup(replace(corpus(of), topics=topics)))
    section: Any = text.runs[0].blocks[0]
    assert tuple(link.title for link in section.topics) == shown
    assert section.stretches == []


def test_the_four_most_frequent_topics_of_a_stretch_stand_where_it_begins() -> None:
    paragraphs = [f"Paragraph {n} on the harbour of the town." for n in range(6)]
    report = article("900", (None, paragraphs))
    by_passage = tuple(
        (f"900-s1p{n}", ("gulls", *TOPICS[:4]) if n == 1 else TOPICS[:4]) for n in range(1, 7)
    )
    of = replace(
        OLD, witnesses=(OLD.primary, replace(report, briefing=OLD.slug)),
        section_topics=(("900-s1", ("eels",)),), passage_topics=by_passage,
    )  # fmt: skip
    topics = tuple(replace(ALL.topics[0], id=id_, title=id_) for id_ in TOPICS)
    (text,) = other_texts(of, lookup(replace(corpus(of), topics=topics)))
    section: Any = text.runs[0].blocks[0]
    # Six paragraphs are three stretches of two.
    assert [stretch.id for stretch in section.stretches] == ["900-s1p1", "900-s1p3", "900-s1p5"]
    assert [link.title for link in section.stretches[0].topics] == list(TOPICS[:4])
    assert [len(passage.topics) for passage in section.passages] == [4, 0, 4, 0, 4, 0]
    assert section.topics == []


def _participant(role: str | None, source: str = "100", **more: Any) -> Participant:
    return Participant("bo", "Bo", role, None, False, source, 1, **more)


@pytest.mark.parametrize(
    ("participants", "role"),
    [
        ((), None),
        ((_participant(None),), None),
        ((_participant("in 900", "900"), _participant("in 100")), "in 100"),
        ((_participant("in words", listed=False), _participant("in the list")), "in the list"),
        ((_participant("in 900", "900"), _participant(None)), "in 900"),
        ((_participant("first"), _participant("second")), "first"),
        ((replace(_participant("of Cy"), id="cy"),), None),
    ],
)
def test_the_role_of_a_speaker_is_the_one_worded_in_the_list_of_the_text(
    participants: tuple[Participant, ...], role: str | None
) -> None:
    bo = Speaker("official", "bo", "Bo", "Bo")
    of = replace(OLD, participants=participants)
    assert role_at_the_time(bo, OLD.primary, of) == role
    assert role_at_the_time(replace(bo, kind="outlet"), OLD.primary, of) is None
    assert role_at_the_time(replace(bo, id=None), OLD.primary, of) is None


def test_what_editors_say_of_a_text_stands_in_for_what_it_lacks() -> None:
    settings = Settings(
        quality="rewritten", publisher="Set Press", published="2020-01-05", rights="All."
    )
    bare = replace(REPORT, briefing=OLD.slug, publisher=None, settings=settings)
    full = replace(bare, publisher="Own Press", published="2020-01-03")
    for witness, publisher, day in (
        (bare, "Set Press", "5 January 2020"), (full, "Own Press", "3 January 2020"),
    ):  # fmt: skip
        event = replace(OLD, witnesses=(OLD.primary, witness))
        facts = text_facts(witness, event, lookup(corpus(event)))
        assert (facts.publisher, facts.published, facts.primary) == (publisher, day, False)
        assert (facts.quality, facts.rights, facts.kind) == ("rewritten", "All.", "article")
    facts = text_facts(OLD.primary, OLD, FIND)
    assert (facts.published, facts.quality, facts.primary) == (None, None, True)
    noted = replace(OLD.primary, credits=Credits(("Dee",), "The original prevails."))
    facts = text_facts(noted, replace(OLD, witnesses=(noted,)), FIND)
    assert (facts.translators, facts.notice) == (["Dee"], "The original prevails.")


@pytest.mark.parametrize(
    ("speaker", "name", "printed"),
    [
        (Speaker("official", "bo", "Bo Fisher", "Bo Fisher:"), "Bo Fisher", None),
        (Speaker("official", "bo", "Bo Fisher", "BO FISHER"), "Bo Fisher", None),
        (Speaker("official", "bo", "Bo Fisher", "FISHER"), "Bo Fisher", "FISHER"),
        (Speaker("official", "bo", "Bo Fisher", "Fisher, Bo"), "Bo Fisher", "Fisher, Bo"),
        (Speaker("official", "bo", "Bo Fisher", "Mr. Bo Fisher"), "Bo Fisher", None),
        (Speaker("official", "bo", "Bo", "Bob"), "Bo", "Bob"),
        (Speaker("official", "bo", "Bo", "A."), "Bo", "A."),
        (Speaker("unknown", None, None, "A reporter :"), "A reporter", None),
        (Speaker("unknown", None, None, "Q."), "speaker not given in the source", "Q."),
        (Speaker("unknown", None, None, "Q1"), "Q1", None),
        (Speaker("unknown", None, None, None), "speaker not given in the source", None),
    ],
)
def test_a_speaker_has_a_name_and_the_label_if_that_differs(
    speaker: Speaker, name: str, printed: str | None
) -> None:
    shown = FIND.speaker(speaker)
    assert (shown.name, shown.known) == (name, speaker.name is not None)
    assert shown.printed == printed


def test_whoever_asks_without_a_name_is_an_asker() -> None:
    nobody = Speaker("unknown", None, None, "Q:")
    assert FIND.speaker(nobody, asks=True).name != FIND.speaker(nobody).name
    assert FIND.speaker(nobody, asks=True).name == "asker not given in the source"
    assert FIND.speaker(replace(nobody, label="A man"), asks=True).name == "A man"


def test_pages_of_speakers_and_outlets_are_linked_if_they_exist() -> None:
    assert FIND.speaker_url(Speaker("outlet", "paper", "Paper", None)) == "outlets/paper/"
    assert FIND.speaker_url(Speaker("official", "bo", "Bo", None)) == "speakers/bo/"
    # An official who has the id of an outlet is not taken for it.
    assert FIND.speaker_url(Speaker("official", "paper", "Paper", None)) is None
    assert FIND.speaker_url(Speaker("official", None, None, None)) is None
    shown = [FIND.who(*who) for who in (("bo", "B."), ("paper", None), ("x", "X"), ("x", None))]
    assert [(item.name, item.url) for item in shown if item] == [
        ("Bo", "speakers/bo/"), ("Paper", "outlets/paper/"), ("X", None), ("x", None),
    ]  # fmt: skip
    assert FIND.who(None, None) is None
    named = FIND.who(None, "X")
    assert named is not None
    assert named.name == "X"


@pytest.mark.parametrize(
    ("kind", "paged", "cited"),
    [
        ("person", None, True), ("topic", "hub", True), ("person", "part", False),
        ("index", None, False), ("briefing", None, False),
    ],
)  # fmt: skip
def test_pages_of_things_are_cited_but_for_parts_and_lists(
    kind: str, paged: str | None, cited: bool
) -> None:
    page = FIND.page("x/", "x.md.j2", "X", "About X.", kind, paged=paged)
    assert ("cited" in page.context, page.context["meta"].get("cited")) == (
        cited, "yes" if cited else None,
    )  # fmt: skip
    assert page.context["meta"].get("paged") == paged
    own = FIND.page("x/", "x.md.j2", "X", "About X.", kind, paged=paged, cited=["own"])
    assert own.context["cited"] == ["own"]


def test_other_formats_of_a_page_stand_in_its_front_matter() -> None:
    page = FIND.page("x/", "x.md.j2", "X", "About X.", "index", alternates={"json": "data/x.json"})
    assert page.context["meta"]["alternate_json"] == "data/x.json"
    assert "alternates" not in page.context


# ---- the whole site


def _linked(way: Any = (), subject: Any = None) -> Any:
    return graph(subject, way, {"title": "Here"}, FIND)


def test_linked_data_are_a_subject_or_the_way_or_both() -> None:
    way = [{"title": "People", "url": "people/"}]
    assert _linked() is None
    subject = _linked(subject={"@type": "Person"})
    assert subject == {"@context": "https://schema.org", "@type": "Person"}
    crumbs = _linked(way)
    assert crumbs["@type"] == "BreadcrumbList"
    steps = [
        (crumb["position"], crumb["name"], crumb.get("item")) for crumb in crumbs["itemListElement"]
    ]
    assert steps == [
        (1, "People", "https://x.org/people/"), (2, "Here", None),
    ]  # fmt: skip
    both = _linked(way, {"@type": "Person"})
    assert [node["@type"] for node in both["@graph"]] == ["Person", "BreadcrumbList"]


def test_linked_data_of_a_briefing_leave_out_what_is_unknown() -> None:
    data = linked_data.event(UNDATED, "briefings/undated/", [], FIND)
    assert set(data) == {"@type", "name", "url"}
    participants = (_participant("a"), _participant("b"), replace(_participant("c"), name="Cy"))
    full = replace(
        OLD, place="Eel Hall", host="Eel House", series="Eels", participants=participants
    )
    data = linked_data.event(full, "briefings/x/", [], FIND)
    assert data["startDate"] == "2020-01-02"
    assert [data[key]["name"] for key in ("location", "organizer", "superEvent")] == [
        "Eel Hall", "Eel House", "Eels",
    ]  # fmt: skip
    assert [who["name"] for who in data["performer"]] == ["Bo", "Cy"]


def _figure(n: int, sentence: str, **more: Any) -> Figure:
    at = place(OLD.slug, "t4p1")
    stated = Stated(0, 2, "10", 10, "count", subject="eels")
    about: dict[str, Any] = {"speaker": "bo", "speaker_name": "Bo", "reported": "direct"} | more
    return Figure(f"f{n}", (at,), stated, sentence, "2020-01-02", **about)


@pytest.mark.parametrize(
    ("figures", "quoted"),
    [
        ([_figure(1, "Ten.")], ["Ten."]),
        ([_figure(1, "Ten.", reported="reported")], []),
        ([_figure(1, "Ten.", speaker=None, speaker_name=None)], []),
        ([_figure(1, "e" * 400), _figure(2, "e" * 401)], ["e" * 400]),
        ([_figure(1, "Ten."), _figure(2, "Ten."), _figure(3, "Two.")], ["Ten.", "Two."]),
        ([_figure(n, f"{n} eels.") for n in range(4)], ["0 eels.", "1 eels.", "2 eels."]),
    ],
)
def test_three_sentences_with_numbers_are_quoted_in_linked_data(
    figures: list[Figure], quoted: list[str]
) -> None:
    find = lookup(replace(ALL, figures=tuple(figures)))
    shown = [replace(stated_number(figure, find), id=figure.id) for figure in figures]
    quotations = linked_data.event(OLD, "briefings/x/", shown, find).get("subjectOf", [])
    assert [quotation["text"] for quotation in quotations] == quoted
    assert {quotation["spokenByCharacter"]["name"] for quotation in quotations} == (
        {"Bo"} if quoted else set()
    )


def _dataset(days: list[str], *tables: str, description: str = "Talks.") -> dict[str, Any]:
    site = SiteInfo("Briefings", description, tables=tuple({"path": path} for path in tables))
    data: dict[str, Any] = dataset("All data.", days, Lookup(ALL, site))
    return data


def test_the_data_say_which_days_they_cover_and_which_files_there_are() -> None:
    data = _dataset(
        ["2021-03-04", "", "--05-06", "2020-01-02"],
        "data/a.csv", "data/b.json", "data/<slug>.json", "data/c.txt",
    )  # fmt: skip
    assert data["temporalCoverage"] == "2020-01-02/2021-03-04"
    files = [(item["contentUrl"], item["encodingFormat"]) for item in data["distribution"]]
    assert files == [("/data/a.csv", "text/csv"), ("/data/b.json", "application/json")]
    assert data["description"] == "Talks. All data."
    assert "temporalCoverage" not in _dataset(["", "--05-06"])
    assert _dataset([], description="")["description"] == "All data."


def test_collections_of_data_are_listed_with_an_example_of_the_newest() -> None:
    find = lookup(ALL)
    find.offer(NEW.slug, (("epub", 9),))
    shown = {
        collection.pattern: collection for collection in data_page(find).context["collections"]
    }
    slug = NEW.slug
    assert [(item.example, item.count) for item in shown.values()] == [
        (f"data/briefings/{slug}.json", 3), (f"data/briefings/{slug}.txt", 3),
        ("data/texts/100.txt", 4), (f"data/tei/{slug}.xml", 3),
        (f"data/akn/{slug}.xml", 3), ("data/sources/100.json", 4),
        (f"briefings/{slug}/{slug}.epub", 3),
    ]  # fmt: skip
    empty = Corpus((), (), (), (), ())
    context = data_page(lookup(empty)).context
    assert (context["collections"], context["releases"]) == ([], None)


def test_doors_for_programs_are_those_that_the_site_has() -> None:
    def doors(**site: Any) -> list[str]:
        find = Lookup(ALL, SiteInfo("Briefings", **site))
        return [door.url for door in data_page(find).context["doors"]]

    files = ["sitemap.xml", "robots.txt", "llms.txt"]
    feeds = ["feed.xml", "corrections.xml", "notes.xml"]
    whole = doors(url="https://x.org/")
    assert len(whole) == 7
    assert set(whole) >= {*files, "feed.xml"}
    assert doors(feed=None) == files
    assert len(doors()) == len([*feeds, *files])
    site = SiteInfo("Briefings", repository="https://github.com/a/b")
    assert data_page(Lookup(ALL, site)).context["releases"] == "https://github.com/a/b/releases"


def test_without_scripts_the_search_leads_to_the_lists_that_have_entries() -> None:
    def lists(of: Corpus) -> list[str]:
        return [link.url for link in search_page(lookup(of)).context["indexes"]]

    assert lists(ALL) == ["briefings/", "speakers/", "outlets/", "topics/", "sources/"]
    assert lists(corpus(NEW)) == ["briefings/", "speakers/", "sources/"]
    assert lists(Corpus((), (), (), (), ())) == []


def test_changes_stand_newest_first_and_lead_to_their_briefings() -> None:
    changes = (
        Change("2021-01-01", "One.", OLD.slug), Change("2022-01-01", "Two.", None),
        Change("2021-06-01", "Three.", "gone"),
    )  # fmt: skip
    of = replace(ALL, changes=changes)
    rows = changes_page(lookup(of)).context["changes"]
    assert [(row.text, row.briefing and row.briefing.title) for row in rows] == [
        ("Two.", None), ("Three.", None), ("One.", "2020 01 02 eels"),
    ]  # fmt: skip
    find = lookup(of, changes=2, newest=1, small=0)
    assert [row.text for row in changes_page(find).context["changes"]] == ["Two."]
    assert [part.url for part in changes_parts(find)] == [
        "changes/year/2022/",
        "changes/year/2021/",
    ]
    part = changes_parts(find)[1].make().context
    assert ([row.text for row in part["changes"]], part["steps"].count) == (
        ["Three.", "One."], "2 changes",
    )  # fmt: skip
    assert changes_parts(lookup(of, changes=3, small=0)) == []


def test_the_about_page_knows_of_a_report_and_a_tutorial() -> None:
    bare = about_page(ALL, SiteInfo("Briefings")).context
    assert (bare["report"], bare["tutorial"]) == (False, None)
    site = SiteInfo("Briefings", repository="https://github.com/a/b")
    full = about_page(_report(_source("100", OLD.slug)), site).context
    assert full["report"]
    assert full["tutorial"] == "https://github.com/a/b/blob/main/architecture/tutorial.md"
