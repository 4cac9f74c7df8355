"""Test the pages of topics, of terms and of what is mentioned when, on briefings of a few lines."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import (
    Annotations,
    Briefing,
    Corpus,
    Explanation,
    Figure,
    Indicator,
    Place,
    Quoted,
    Rendering,
    Stated,
    Term,
    TermEntry,
    TermKind,
    TermMention,
    Topic,
    Usage,
    Where,
)
from briefings.model.relations import Appearance, Relations, Turnover
from briefings.views import linked_data
from briefings.views.mentions import (
    has_timeline,
    mentions_page,
    mentions_parts,
    mentions_places,
)
from briefings.views.term import other_wordings, term_pages
from briefings.views.terms import terms_page, terms_parts, terms_words
from briefings.views.topic import topic_pages
from briefings.views.topics import topics_page, topics_parts

from .briefings_in_lines import article, briefing, corpus, lookup, place

HERE = Where("editorial/glossary.yml", 1, 1)
OLD = briefing("2020-01-02-eels", "2020-01-02", """
    Ada: Eels matter. / Nets matter.
    ? Paper [eels]: How many eels are there?
    = Bo: Ten eels.
    = Cy: Ten.
    = Bo: Or more.
    ? Radio [eels nets]: And how many nets?
    = Bo: Twelve.
""")  # fmt: skip
REPORT = article(
    "900", (None, ["Bo spoke on eels.", "Nets, too."]), ("Home", ["Eels went home."])
)  # fmt: skip
NEW = briefing("2021-03-04-nets", "2021-03-04", "Cy: We mend nets.", 1, articles=(REPORT,))
UNDATED = briefing("undated", "--05-06", "? Paper [nets]: Why?", 2)
E, N, U = OLD.slug, NEW.slug, UNDATED.slug


def _topic(id_: str, *passages: Place, exchanges: Any = (), **more: Any) -> Topic:
    about: dict[str, Any] = {"description": f"On {id_}.", "sections": ()} | more
    return Topic(
        id_, id_.capitalize(), exchanges=exchanges, passages=passages, **about
    )  # fmt: skip


EELS = _topic(
    "eels", place(E, "t1p1"), place(N, "900-s1p1", "900"), place(N, "900-s2p1", "900", 3),
    exchanges=((E, "x1"), (E, "x2")),
)  # fmt: skip
NETS = _topic("nets", place(N, "t1p1", "101"), exchanges=((E, "x2"),))
QUOTED = Quoted(place(N, "900-s1p1", "900", start=0, end=2), "reported")
ALL = replace(corpus(OLD, NEW, UNDATED, people={"Bo": {"quoted": (QUOTED,)}}), topics=(NETS, EELS))


def _topic_page(topic: Topic, n: int = 0, of: Corpus = ALL, **limits: int) -> dict[str, Any]:
    pages = topic_pages(lookup(replace(of, topics=(topic,)), **limits))
    context: dict[str, Any] = pages[n].make().context
    return context


@pytest.mark.parametrize(
    ("topic", "extent"),
    [
        (EELS, "2 questions and 3 paragraphs in 2 briefings, 2020 to 2021."),
        (NETS, "1 question and 1 paragraph in 2 briefings, 2020 to 2021."),
        (_topic("x", exchanges=((E, "x1"),)), "1 question in 1 briefing, 2020."),
        (_topic("x", place(N, "t1p1", "101")), "1 paragraph in 1 briefing, 2021."),
        (_topic("x", exchanges=((U, "x1"),)), "1 question in 1 briefing."),
        (_topic("x", exchanges=((U, "x1"), (E, "x1"))), "2 questions in 2 briefings, 2020."),
        (_topic("x"), None),
    ],
)
def test_a_topic_says_how_much_is_on_it_and_when(topic: Topic, extent: str | None) -> None:
    assert _topic_page(topic)["extent"] == extent
    rows = topics_page(lookup(replace(ALL, topics=(topic,)))).context["rows"]
    assert rows[0].extent == (extent.rstrip(".") if extent else "nothing yet")


def test_a_briefing_shows_questions_statements_and_articles_on_the_topic() -> None:
    new, old = _topic_page(EELS)["briefings"]
    assert (new.briefing.title, old.briefing.title) == ("2021 03 04 nets", "2020 01 02 eels")
    assert [(question.number, question.by) for question in old.questions] == [
        (1, "bo cy"),
        (2, "bo"),
    ]
    assert [
        (statement.words, statement.who.name, statement.by) for statement in old.statements
    ] == [("Eels matter.", "Ada", "ada")]
    assert (new.questions, new.statements, old.texts) == ([], [], [])
    (text,) = new.texts
    parts = [(section.heading, [row.words for row in section.rows]) for section in text.sections]
    assert parts == [
        (None, ["Bo spoke on eels."]), ("Home", ["Eels went home."]),
    ]  # fmt: skip
    # Of an article, whom it quotes in the paragraph is who speaks.
    assert [row.by for section in text.sections for row in section.rows] == ["bo", ""]
    assert text.sections[1].url == f"briefings/{N}/#900-s2"


def test_those_who_answered_spoke_or_are_quoted_are_counted_the_most_frequent_first() -> None:
    page = _topic_page(EELS)
    # Bo answers twice, counted once for each question, and is quoted; whoever asks is not counted.
    assert [(who.name, who.count, who.url) for who in page["speakers"]] == [
        ("Bo", 3, "speakers/bo/?topic=eels"), ("Ada", 1, "speakers/ada/?topic=eels"),
        ("Cy", 1, "speakers/cy/?topic=eels"),
    ]  # fmt: skip
    assert page["narrows"]
    asked = _topic("x", place(E, "t2p1"))
    assert _topic_page(asked)["speakers"] == []
    # Nobody without a page is named.
    known = tuple(person for person in ALL.people if person.name != "Bo")
    shown = _topic_page(EELS, of=replace(ALL, people=known))["speakers"]
    assert [item.name for item in shown] == ["Ada", "Cy"]


def test_a_paragraph_of_somebody_unnamed_names_nobody() -> None:
    event = briefing("x", "2021-01-01", "-: Eels swim.")
    of = corpus(event)
    topic = _topic("eels", place("x", "t1p1"))
    page = _topic_page(topic, of=of)
    assert page["speakers"] == []
    ((statement,),) = (item.statements for item in page["briefings"])
    assert (statement.by, statement.who.known) == ("", False)
    asked = briefing("x", "2021-01-01", "? Paper [eels]: Why?\n= -: So.\n= Bo: Yes.")
    page = _topic_page(_topic("eels", exchanges=(("x", "x1"),)), of=corpus(asked))
    assert [who.name for who in page["speakers"]] == ["Bo"]
    assert page["briefings"][0].questions[0].by == "bo"


def test_three_numbers_stand_first_with_their_speakers() -> None:
    event = briefing("x", "2021-01-01", "\n".join(["Bo: Eels swim."] * 4))
    figures = tuple(
        Figure(
            f"f{n}", (place("x", f"t{n}p1"),),
            Stated(0, 4, f"{n}000", n * 1000, "count", subject=f"eels of kind {n}"),
            "Eels swim.", "2021-01-01", "bo", "Bo", "direct",
        )
        for n in range(1, 5)
    )  # fmt: skip
    topic = _topic("eels", *(place("x", f"t{n}p1") for n in range(1, 5)))
    page = _topic_page(topic, of=replace(corpus(event), figures=figures))
    assert [number.by for number in page["numbers"]] == ["bo"] * 3
    (shown,) = page["briefings"]
    assert [number.by for number in shown.numbers.shown] == ["bo"] * 3
    assert shown.numbers.more == 1


def test_the_newest_question_stands_first_unless_the_newest_briefing_has_one() -> None:
    page = _topic_page(EELS)
    assert (page["newest"].briefing.title, page["newest"].number) == ("2020 01 02 eels", 1)
    assert _topic_page(_topic("x", exchanges=((E, "x1"),)))["newest"] is None
    assert _topic_page(_topic("x", place(N, "t1p1", "101")))["newest"] is None
    both = _topic("x", place(N, "t1p1", "101"), exchanges=((U, "x1"), (E, "x2"), (E, "x1")))
    newest = _topic_page(both)["newest"]
    assert (newest.briefing.title, newest.number) == ("2020 01 02 eels", 2)


def test_a_long_page_of_a_topic_is_parted_by_year() -> None:
    """For 2020 two questions and a paragraph, for 2021 two paragraphs, and one for each year."""
    find = lookup(replace(ALL, topics=(EELS,)), entries=6, small=0)
    first, *parts = topic_pages(find)
    assert [part.url for part in parts] == [f"topics/eels/year/{year}/" for year in (2021, 2020)]
    page = first.make().context
    assert [item.briefing.title for item in page["briefings"]] == ["2021 03 04 nets"]
    assert not page["narrows"]
    assert page["speakers"][0].url == "search/?speaker=bo&topic=eels"
    part = parts[1].make().context
    assert (part["speakers"], part["newest"], part["numbers"]) == ([], None, [])
    assert part["extent"] == page["extent"]
    assert part["steps"].count == "4 entries"
    assert len(topic_pages(lookup(replace(ALL, topics=(EELS,)), entries=7, small=0))) == 1


def test_descriptions_for_search_engines_have_three_hundred_letters() -> None:
    topic = _topic_page(_topic("eels", description="eels swim " * 40))
    term = _term_page(_term("eels", entry={"definition": "eels swim " * 40}))
    for page in (topic, term):
        description = page["meta"]["description"]
        assert 290 < len(description) <= 301
        assert description.endswith("…")


def test_what_is_under_no_topic_stands_after_the_topics_the_newest_first() -> None:
    of = replace(ALL, unassigned=((E, "x2"), (U, "x1"), (E, "x1"), (N, "900-s1")))
    page = topics_page(lookup(of)).context
    assert [row.title for row in page["rows"]] == ["Eels", "Nets"]
    assert [row.entry.url.removeprefix("briefings/") for row in page["unassigned"]] == [
        f"{N}/#900-s1", f"{E}/#x2", f"{E}/#x1", f"{U}/#x1",
    ]  # fmt: skip
    assert [row.of.name for row in page["unassigned"]][:2] == [
        "Daily Net, 4 March 2021", "Transcript, Ministry, 2 January 2020",
    ]  # fmt: skip
    cut = lookup(of, entries=3, newest=2, small=0)
    page = topics_page(cut).context
    assert (len(page["rows"]), len(page["unassigned"])) == (2, 2)
    parts = topics_parts(cut)
    assert [part.url for part in parts] == [
        f"topics/year/{year}/" for year in ("2021", "2020", "year-not-given")
    ]  # fmt: skip
    part = parts[1].make().context
    assert (part["rows"], len(part["unassigned"])) == ([], 2)
    assert topics_parts(lookup(of, entries=4, small=0)) == []


def _term(
    id_: str, *mentions: TermMention, kind: TermKind = "measure", words: tuple[str, ...] = (),
    entry: Any = None, **more: Any,
) -> Term:  # fmt: skip
    renderings = tuple(Rendering(text, HERE) for text in (id_.replace("-", " "), *words))
    known: dict[str, Any] = {"definition": f"What {id_} are."} | (entry or {})
    slugs = sorted({mention.place.briefing for mention in mentions})
    about: dict[str, Any] = {
        "explanations": (), "usages": (), "briefings": tuple(slugs), "speakers": (),
        "related": (), "gone": False,
    }  # fmt: skip
    of_entry: dict[str, Any] = {
        "id": id_, "term": id_.replace("-", " "), "kind": kind, "where": HERE,
        "renderings": renderings,
    }  # fmt: skip
    return Term(entry=TermEntry(**(of_entry | known)), mentions=mentions, **(about | more))


def _mention(slug: str, passage: str, start: int, end: int, **more: Any) -> TermMention:
    source = more.pop("source", "100")
    at = place(slug, passage, source, start=start, end=end)
    return TermMention("eels", "eels", "eels", at, passage[:2], more.get("who"), True)


def _with(*terms: Term, of: Corpus = ALL, **more: Any) -> Corpus:
    return replace(of, annotations=Annotations(terms), **more)


def _term_page(term: Term, *others: Term, n: int = 0, **limits: int) -> dict[str, Any]:
    pages = term_pages(lookup(_with(term, *others), **limits))
    context: dict[str, Any] = pages[n].make().context
    return context


SPOKEN = _mention(E, "t1p1", 0, 4, who="ada")
ANSWER = _mention(E, "t3p1", 4, 8, who="bo")
WRITTEN = _mention(N, "900-s1p1", 12, 16, source="900")
HEADING = _mention(N, "900-s2p1", 0, 4, source="900")
TOLD = _mention(N, "t1p1", 8, 12, source="101", who="cy")


def test_mentions_stand_by_briefing_and_text_the_primary_first_with_the_words_around() -> None:
    page = _term_page(_term("eels", SPOKEN, ANSWER, WRITTEN, HEADING, TOLD, speakers=("bo", "x")))
    new, old = page["briefings"]
    assert (new.briefing.title, old.briefing.title) == ("2021 03 04 nets", "2020 01 02 eels")
    assert [(text.of.name, len(text.lines)) for text in new.texts] == [
        ("Transcript, Ministry, 4 March 2021", 1), ("Daily Net, 4 March 2021", 2),
    ]  # fmt: skip
    line = new.texts[1].lines[0]
    assert (line.before, line.word, line.after, line.who) == ("Bo spoke on ", "eels", ".", None)
    assert [line.who.name for line in old.texts[0].lines] == ["Ada", "Bo"]
    assert (page["first"].title, page["last"].title) == ("2020 01 02 eels", "2021 03 04 nets")
    assert page["count"] == "5 mentions"
    # Of whom nothing is known but an id, the id is the name.
    assert [who.name for who in page["speakers"]] == ["Bo", "x"]


def test_seventy_letters_stand_before_and_after_a_mention() -> None:
    for width, cut in ((70, False), (71, True)):
        one_line = briefing("b", "2021-01-01", f"Ada: {'b' * width}eels{'a' * width}")
        term = _term("eels", _mention("b", "t1p1", width, width + 4))
        (page,) = term_pages(lookup(_with(term, of=corpus(one_line))))
        ((text,),) = (shown.texts for shown in page.make().context["briefings"])
        (line,) = text.lines
        assert (line.before.startswith("…"), line.after.endswith("…")) == (cut, cut)


def test_a_term_that_nothing_mentions_has_no_first_and_last_briefing() -> None:
    page = _term_page(_term("eels"))
    assert (page["first"], page["last"], page["timeline"], page["without"]) == (
        None, None, False, None,
    )  # fmt: skip
    assert page["count"] == "0 mentions"


@pytest.mark.parametrize(("later", "without"), [(2, None), (3, "3 later briefings")])
def test_three_later_briefings_without_a_term_are_told(later: int, without: str | None) -> None:
    shown = _term_page(_term("eels", SPOKEN, later_without=later))["without"]
    assert shown == without


def test_forty_speakers_are_named_and_of_more_the_number() -> None:
    for speakers, named, more in ((40, 40, 0), (41, 40, 1)):
        page = _term_page(_term("eels", speakers=tuple(f"s{n}" for n in range(speakers))))
        assert (len(page["speakers"]), page["more_speakers"]) == (named, more)


def test_wordings_are_counted_by_text_in_the_order_of_briefings_the_primary_first() -> None:
    usages = (
        Usage("eels", "900", 2), Usage("eel", "100", 4), Usage("eels", "101", 1),
        Usage("eels", "100", 3),
    )  # fmt: skip
    term = _term("eels", SPOKEN, WRITTEN, words=("eel", "grig"), usages=usages)
    only = replace(term.entry.renderings[2], sources=("900", "lost"))
    entry = replace(term.entry, renderings=(*term.entry.renderings[:2], only))
    shown = _term_page(replace(term, entry=entry))["renderings"]
    counts = [(item.text, [(text.text.name, text.count) for text in item.counts]) for item in shown]
    assert counts == [
        ("eels", [
            ("Transcript, Ministry, 2 January 2020", 3),
            ("Transcript, Ministry, 4 March 2021", 1), ("Daily Net, 4 March 2021", 2),
        ]),
        ("eel", [("Transcript, Ministry, 2 January 2020", 4)]),
        ("grig", []),
    ]  # fmt: skip
    assert [(text.name, text.url) for text in shown[2].only] == [
        ("Daily Net, 4 March 2021", "sources/900/"), ("a text that is not here", None),
    ]  # fmt: skip
    assert not any(text.by_machine or text.primary for text in shown[2].only)
    assert [item.more for item in shown] == [0, 0, 0]


def test_the_newest_thirty_texts_of_a_wording_are_listed() -> None:
    many = tuple(briefing(f"b{n:02}", f"20{n:02}-01-01", "Ada: Eels.", n) for n in range(32))
    mentions = tuple(
        _mention(item.slug, "t1p1", 0, 4, source=item.primary.source.id) for item in many
    )
    for count, more in ((30, 0), (31, 1)):
        usages = tuple(Usage("eels", f"{100 + n}", n + 1) for n in range(count))
        term = _term("eels", *mentions, usages=usages)
        (page, *_) = term_pages(lookup(_with(term, of=corpus(*many))))
        (shown,) = page.make().context["renderings"]
        assert (len(shown.counts), shown.more, shown.counts[-1].count) == (30, more, count)


def test_a_wording_that_differs_in_capitals_is_no_other_name() -> None:
    term = _term("eels", words=("Eels", "grigs", "Grigs", "elvers", "EELS"))
    assert other_wordings(term) == ["grigs", "elvers"]


@pytest.mark.parametrize(
    ("title", "wordings", "linked"),
    [
        ("Eels caught", (), True),
        ("Catch", ("GRIGS landed",), True),
        ("Eelskins", (), False),
        ("Catch", ("conger-eelskin",), False),
    ],
)
def test_indicators_that_name_a_term_are_linked(
    title: str, wordings: tuple[str, ...], linked: bool
) -> None:
    indicator = Indicator("i", title, wordings, "count", "level", False, "", (), ())
    term = _term("eels", words=("grigs",))
    (page,) = term_pages(lookup(_with(term, indicators=(indicator,))))
    assert bool(page.make().context["indicators"]) is linked


def test_terms_around_a_term_are_linked_if_they_have_pages() -> None:
    term = _term("eels", broader=("fish", "lost"), narrower=("elvers",), related=("nets",))
    others = (_term("fish"), _term("elvers"), _term("nets"))
    page = _term_page(term, *others)
    assert [[link.title for link in page[key]] for key in ("broader", "narrower", "related")] == [
        ["fish"], ["elvers"], ["nets"],
    ]  # fmt: skip
    assert page["within"] == [{"title": "Ways of working", "url": "terms/#kind-measure"}]


def test_a_long_page_of_a_term_is_parted_by_year() -> None:
    term = _term("eels", SPOKEN, ANSWER, WRITTEN)
    find = lookup(_with(term), entries=2, small=0)
    first, *parts = term_pages(find)
    assert [part.url for part in parts] == [f"terms/eels/year/{year}/" for year in (2021, 2020)]
    page, part = first.make().context, parts[1].make().context
    assert [item.briefing.title for item in page["briefings"]] == ["2021 03 04 nets"]
    assert [item.briefing.title for item in part["briefings"]] == ["2020 01 02 eels"]
    # Both count all that there are.
    assert page["count"] == part["count"] == "3 mentions"
    assert (page["linked_data"] is None, part["linked_data"] is None) == (False, True)
    assert part["steps"].count == "2 mentions"


def _terms(*terms: Term, **limits: int) -> dict[str, Any]:
    context: dict[str, Any] = terms_page(lookup(_with(*terms), **limits)).context
    return context


def _listed(context: dict[str, Any]) -> list[tuple[str, int, list[str], list[str]]]:
    return [
        (kind.id, kind.count, [row.title for row in kind.rows], [row.title for row in kind.names])
        for kind in context["kinds"]
    ]


OFTEN = _term("zander", SPOKEN, ANSWER)
ONCE = _term("bream", SPOKEN)
NEVER = _term("aland", later_without=3)
HARBOUR = _term("harbour", SPOKEN, kind="place")


def test_terms_stand_by_kind_with_their_meanings_from_a_to_z() -> None:
    page = _terms(OFTEN, ONCE, HARBOUR, NEVER)
    assert _listed(page) == [
        ("measure", 3, ["aland", "bream", "zander"], []), ("place", 1, ["harbour"], []),
    ]  # fmt: skip
    assert [term.title for term in page["gone"]] == ["aland"]
    assert (page["words"], page["notes"], page["timeline"]) == ("terms/words.json", False, False)
    assert page["count"] == "4 terms"
    assert page["linked_data"] is not None


def test_of_many_terms_the_most_frequent_of_each_kind_are_explained() -> None:
    """Room for two of three kinds' worth: one of each kind, and the others by name."""
    page = _terms(OFTEN, ONCE, HARBOUR, NEVER, explained=3)
    assert sorted(_listed(page)) == [
        ("measure", 3, ["zander"], ["aland", "bream"]), ("place", 1, ["harbour"], []),
    ]  # fmt: skip
    whole = _terms(OFTEN, ONCE, HARBOUR, NEVER, explained=4)
    assert all(not names for *_, names in _listed(whole))
    (file,) = terms_words(lookup(_with(OFTEN, ONCE, HARBOUR, NEVER), explained=3))
    assert file.content["words"]["terms/zander/"] == ""
    assert file.content["words"]["terms/bream/"] == "What bream are."
    named = _term("bream", SPOKEN, entry={"chinese": "鳊"})
    (file,) = terms_words(lookup(_with(OFTEN, named, HARBOUR, NEVER), explained=3))
    assert file.content["words"]["terms/bream/"] == "鳊 What bream are."


def test_a_list_of_terms_by_letter_shows_the_most_frequent_by_name() -> None:
    terms = (OFTEN, ONCE, HARBOUR, NEVER)
    page = _terms(*terms, names=3, newest=2, small=0)
    assert sorted(_listed(page)) == [
        ("measure", 3, [], ["bream", "zander"]), ("place", 1, [], ["harbour"]),
    ]  # fmt: skip
    assert [term.title for term in page["gone"]] == ["aland"]
    assert page["words"] is None
    find = lookup(_with(*terms), names=3, newest=2, small=0)
    assert terms_words(find) == []
    parts = terms_parts(find)
    assert [part.url for part in parts] == [f"terms/letter/{letter}/" for letter in "abhz"]
    part = parts[3].make().context
    assert _listed(part) == [("measure", 1, ["zander"], [])]
    assert (part["gone"], part["linked_data"]) == ([], None)
    assert terms_parts(lookup(_with(*terms), names=4, small=0)) == []


def test_a_row_quotes_a_text_where_editors_wrote_no_definition() -> None:
    said = Explanation("Eels are fish. They swim.", place(E, "t1p1"))
    quoted = _term("eels", entry={"definition": None}, explanations=(said,))
    bare = _term("bream", entry={"definition": None})
    written = _term("cod", explanations=(said,), words=("Cod fish", "what codling"))
    rows = {row.title: row for kind in _terms(quoted, bare, written)["kinds"] for row in kind.rows}
    assert rows["eels"].text == "Eels are fish."
    assert rows["eels"].said_in.name == "Transcript, Ministry, 2 January 2020"
    assert (rows["bream"].text, rows["bream"].said_in) == ("", None)
    assert (rows["cod"].text, rows["cod"].said_in) == ("What cod are.", None)
    # Words of other names by which the list is filtered, but for those that the row shows.
    assert rows["cod"].also == "fish codling"


@pytest.mark.parametrize(("length", "whole"), [(120, True), (121, False)])
def test_a_meaning_in_the_index_has_120_letters(length: int, whole: bool) -> None:
    meaning = f"{'eel ' * 40}"[: length - 1].rstrip() + "."
    meaning = meaning[:-1] + "s" * (length - len(meaning)) + "."
    (kind,) = _terms(_term("eels", entry={"definition": meaning}))["kinds"]
    assert (kind.rows[0].text == meaning) is whole


def test_linked_data_of_a_term_leave_out_what_is_unknown() -> None:
    find = lookup(ALL)
    bare = linked_data.term(_term("eels", entry={"definition": None}), [], find)
    assert set(bare) == {"@type", "name", "termCode", "url", "inDefinedTermSet"}
    known = _term("eels", entry={"chinese": "鰻", "exact_match": ("https://y.org/eel",)})
    data = linked_data.term(known, ["grigs"], find)
    assert (data["alternateName"], data["description"]) == (["grigs", "鰻"], "What eels are.")
    assert data["sameAs"] == ["https://y.org/eel"]
    long = _term("eels", entry={"definition": "eel " * 100})
    assert len(linked_data.term(long, [], find)["description"]) == 300


def _seen(
    id_: str, *counts: tuple[str, int], term: str | None = None, later: int = 0
) -> Appearance:
    first, last = place(counts[0][0], "t1p1"), place(counts[-1][0], "t1p1")
    return Appearance(id_, id_.capitalize(), term, counts, first, last, later)


def _timeline(appearances: tuple[Appearance, ...], *turnover: Turnover, of: Corpus = ALL) -> Corpus:
    return replace(of, relations=Relations(appearances=appearances, turnover=turnover))


GRIGS = _seen("grigs", (E, 1), (N, 9))
TROUT = _seen("trout", (E, 2), later=3)
ABLETS = _seen("ablets", (N, 4), (U, 5))
LATE = _seen("zope", (N, 1))
ROWS = (GRIGS, TROUT, ABLETS, LATE)
BOTH = (Turnover(E, ("trout", "grigs"), ()), Turnover(N, ("zope", "ablets"), ("trout",)))


def test_names_stand_under_the_briefing_that_first_mentions_them_the_most_constant_first() -> None:
    page = mentions_page(lookup(_timeline(ROWS, *BOTH))).context
    assert [(column.title, column.url, column.of.name) for column in page["columns"]] == [
        ("2 January 2020", f"briefings/{E}/", "Transcript, Ministry, 2 January 2020"),
        ("4 March 2021", f"briefings/{N}/", "Transcript, Ministry, 4 March 2021"),
    ]  # fmt: skip
    shown = [(group.title, [row.name for row in group.rows]) for group in page["groups"]]
    assert shown == [
        ("2 January 2020", ["Grigs", "Trout"]), ("4 March 2021", ["Ablets", "Zope"]),
    ]  # fmt: skip
    grigs, trout = page["groups"][0].rows
    # Nine is the most: its dot is the largest; a briefing without a date has no column.
    assert [count and (count.times, count.size) for count in grigs.counts] == [(1, 3), (9, 6)]
    assert [count and count.times for count in trout.counts] == [2, None]
    assert grigs.without is None
    assert trout.without == "3 later briefings"
    assert (page["letters"], page["paged"]) == (None, None)
    turnover = [
        (item.briefing.title, [row.name for row in item.new], [row.name for row in item.gone])
        for item in page["turnover"]
    ]
    assert turnover == [
        ("2021 03 04 nets", ["Ablets", "Zope"], ["Trout"]),
        ("2020 01 02 eels", ["Grigs", "Trout"], []),
    ]  # fmt: skip


def test_a_term_leads_to_the_timeline_if_it_is_mentioned_and_there_is_one() -> None:
    for mentions, turnover, leads in (
        ((SPOKEN,), (Turnover(E, (), ()),), True), ((SPOKEN,), (), False),
        ((), (Turnover(E, (), ()),), False),
    ):  # fmt: skip
        of = _with(_term("eels", *mentions), of=_timeline((), *turnover))
        (page,) = term_pages(lookup(of))
        assert page.make().context["timeline"] is leads


def test_a_name_leads_to_its_term_or_to_where_it_first_stands() -> None:
    appearances = (_seen("grigs", (E, 1), term="eels"), _seen("bream", (E, 1), term="lost"))
    of = _with(_term("eels"), of=_timeline(appearances, Turnover(E, (), ())))
    (group,) = mentions_page(lookup(of)).context["groups"]
    assert [(row.name, row.url) for row in group.rows] == [
        ("Bream", f"briefings/{E}/#t1p1"), ("eels", "terms/eels/"),
    ]  # fmt: skip
    assert has_timeline(lookup(of))
    assert not has_timeline(lookup(ALL))


def _days(count: int, step: int = 1) -> tuple[Briefing, ...]:
    return tuple(
        briefing(f"b{n:02}", f"{2000 + n * step // 12}-{n * step % 12 + 1:02}-01", "Ada: Hi.", n)
        for n in range(count)
    )


@pytest.mark.parametrize(
    ("briefings", "columns", "linked"),
    [
        (_days(12), 12, True),
        (_days(13), 13, False),  # months
        (_days(24), 24, False),
        (_days(25), 3, False),  # 2000, 2001 and 2002
    ],
)
def test_a_column_is_a_day_a_month_or_a_year(
    briefings: tuple[Briefing, ...], columns: int, linked: bool
) -> None:
    seen = _seen("grigs", *((item.slug, 1) for item in briefings))
    of = _timeline((seen,), Turnover("b00", (), ()), of=corpus(*briefings))
    page = mentions_page(lookup(of)).context
    assert len(page["columns"]) == columns
    assert all(bool(column.url) is linked for column in page["columns"])
    ((row,),) = (group.rows for group in page["groups"])
    assert sum(count.times for count in row.counts) == len(briefings)


def test_a_day_with_two_briefings_is_one_column_that_leads_to_the_earlier() -> None:
    two = tuple(
        briefing(slug, "2021-01-01", "Ada: Hi.", n) for n, slug in enumerate(("b-one", "a-two"))
    )
    of = _timeline((_seen("grigs", ("b-one", 1), ("a-two", 2)),), Turnover("b-one", (), ()),
                   of=corpus(*two))  # fmt: skip
    page = mentions_page(lookup(of)).context
    assert [(column.title, column.url) for column in page["columns"]] == [
        ("1 January 2021", "briefings/b-one/"),
    ]  # fmt: skip
    assert page["groups"][0].rows[0].counts[0].times == 3


def test_a_long_table_is_parted_by_letter_and_what_came_and_went_by_year() -> None:
    """At least ten names are on one page, however many columns there are."""
    names = tuple(
        _seen(f"{'ab'[n > 5]}{n:02}", (E, 1), (N, 1 + n % 2)) for n in range(12)
    )  # fmt: skip
    none = Turnover(U, (), ())
    of = _timeline(names, none, Turnover(E, ("a00", "a01"), ()), Turnover(N, ("b06",), ("a00",)))
    find = lookup(of, mentioned=2, turnover=4, newest=3, small=0)
    page = mentions_page(find).context
    assert page["groups"] == []
    years = [group.title for group in page["directory"].groups]
    assert years == ["2021", "2020", "Year not given"]
    assert [(group.title, group.count) for group in page["letters"].groups] == [
        ("A", "6"),
        ("B", "6"),
    ]
    # A third of the room: the newest briefing in which something came or went.
    assert [row.briefing.title for row in page["turnover"]] == ["2021 03 04 nets"]
    assert [part.url for part in mentions_parts(find)] == [
        "mentions/year/2021/", "mentions/year/2020/", "mentions/year/year-not-given/",
        "mentions/letter/a/", "mentions/letter/b/",
    ]  # fmt: skip
    year = mentions_parts(find)[1].make().context
    assert ([row.briefing.title for row in year["turnover"]], year["groups"]) == (
        ["2020 01 02 eels"], [],
    )  # fmt: skip
    assert year["steps"].count == "1 briefing"
    letter = mentions_parts(find)[4].make().context
    ((group),) = letter["groups"]
    assert (group.title, [row.name for row in group.rows]) == (
        "", ["B06", "B07", "B08", "B09", "B10", "B11"],
    )  # fmt: skip
    assert (letter["turnover"], letter["letters"], len(letter["columns"])) == ([], None, 2)
    places = [at.content for at in mentions_places(find)]
    assert places == [{N: "mentions/year/2021/", E: "mentions/year/2020/",
                       U: "mentions/year/year-not-given/"}]  # fmt: skip
    ten = lookup(_timeline(names[:10], none), mentioned=2, turnover=4, small=0)
    assert mentions_page(ten).context["letters"] is None
    assert mentions_parts(ten) == []


def test_the_first_page_leaves_out_briefings_in_which_nothing_came_or_went() -> None:
    """There is room for four: two lines each for what came in one and went in the other."""
    dull = briefing("2020-06-01-dull", "2020-06-01", "Ada: Hi.", 5)
    many = tuple(f"a{n:02}" for n in range(12))
    names = tuple(_seen(id_, (E, 1), (N, 1)) for id_ in many)
    of = _timeline(
        names, Turnover(U, many, ()), Turnover(E, ("a01",), ()), Turnover(dull.slug, (), ()),
        Turnover(N, (), ("a02",)), of=corpus(OLD, NEW, UNDATED, dull),
    )  # fmt: skip
    page = mentions_page(lookup(of, mentioned=2, turnover=12, small=0)).context
    assert [row.briefing.title for row in page["turnover"]] == [
        "2021 03 04 nets", "2020 01 02 eels",
    ]  # fmt: skip


def test_beside_a_whole_table_of_names_there_is_no_room_for_a_long_list() -> None:
    of = _timeline(ROWS, *BOTH)
    find = lookup(of, turnover=3, small=0)
    page = mentions_page(find).context
    assert (len(page["groups"]), page["turnover"], page["letters"]) == (2, [], None)
    assert page["paged"] == "hub"
    # The reverse: the list fits, the table does not.
    many = tuple(_seen(f"a{n:02}", (E, 1)) for n in range(11))
    page = mentions_page(lookup(_timeline(many, *BOTH[:0], Turnover(E, ("a00",), ())),
                                mentioned=2, small=0)).context  # fmt: skip
    assert (page["groups"], len(page["turnover"]), page["paged"]) == ([], 1, "hub")
