"""Annotations as pages show them, using the small corpus with terms, notes and figures added."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from briefings import amounts, markup
from briefings.model import (
    Annotations,
    Corpus,
    Discrepancy,
    Explanation,
    Figure,
    Indicator,
    Inline,
    Note,
    NoteEntry,
    NotePlace,
    Observation,
    Place,
    Quotation,
    Rendering,
    Series,
    Stated,
    Term,
    TermEntry,
    TermMention,
    Usage,
    Variant,
    Where,
)
from briefings.model.editorial import NoteWeight
from briefings.model.page import Mark, Page, SiteInfo
from briefings.render import render
from briefings.views import Lookup, navigation, views
from briefings.views.annotated import Sentences, around, pointed
from briefings.views.examples import _name
from briefings.views.links import Name
from briefings.views.popovers import popover_files

from .sample_corpus import CORPUS, EMPTY, FISH, UNDATED

HERE = Where("editorial/glossary.yml", 1, 1)
OPENING = "We counted 12 fish."
TRANSCRIPT = ("Transcript, Ministry of Fish, 4 May 2021", "official translation")
ARTICLE = ("Daily Net, 5 May 2021", "rewritten")


def _place(passage: str, line: int, start: int, end: int, source: str = "010") -> Place:
    return Place(FISH, source, passage, line, start, end)


NETS = Term(
    entry=TermEntry(
        id="nets",
        term="nets",
        kind="measure",
        where=HERE,
        renderings=(Rendering("nets", HERE), Rendering("net", HERE, sources=("011",))),
        definition="What fish are caught with.",
        basis="010:13",
        chinese="渔网",
        chinese_basis="a list of tools",
    ),
    explanations=(Explanation("There are 3 nets.", _place("t5p1", 13, 0, 17)),),
    mentions=(
        TermMention("nets", "nets", "nets", _place("t3p1", 9, 23, 27), "t3", "the-paper", True),
        TermMention("nets", "nets", "nets", _place("t5p1", 13, 12, 16), "t5", "cy-net", True),
        TermMention(
            "nets", "nets", "nets", _place("011-s2p2", 6, 13, 17, "011"), "011-s2", None, False
        ),
    ),
    usages=(Usage("nets", "010", 2), Usage("nets", "011", 1)),
    briefings=(FISH,),
    speakers=("the-paper", "cy-net"),
    related=("gone-term",),
    gone=False,
    more=((Inline("text", "See "), Inline("link", "the answer", f"briefings/{FISH}/#t5p1")),),
    broader=("tools",),
)
TOOLS = Term(
    entry=TermEntry(
        id="tools", term="Tools", kind="measure", where=HERE, renderings=(Rendering("Tools", HERE),)
    ),
    explanations=(Explanation("There are 3 nets.", _place("t5p1", 13, 0, 17)),),
    mentions=(), usages=(), briefings=(), speakers=(), related=(), gone=False, narrower=("nets",),
)  # fmt: skip
GONE = Term(
    entry=TermEntry(
        id="gone-term", term="Boats", kind="place", where=HERE,
        renderings=(Rendering("Boats", HERE),), definition="Ships.", basis="general reference",
    ),
    explanations=(), mentions=(), usages=(), briefings=(), speakers=(), related=("nets",),
    gone=True,
    later_without=3,
)  # fmt: skip
NOTE = Note(
    entry=NoteEntry(
        id="twelve", file=FISH, quotations=(Quotation("010:6", "12 fish", HERE, HERE),),
        kind="discrepancy", text="", basis="011:5 and 010:4", author="editors", date="2026-11-21",
        where=HERE, weight="essential",
    ),
    places=(NotePlace(1, _place("t2p1", 6, 11, 18)),),
    author="Editors",
    text=((Inline("strong", "Twelve"), Inline("text", " <b>here</b>.")),),
    see=(_place("011-s2p1", 5, 0, 9, "011"), _place("t7p1", 18, 0, 2)),
)  # fmt: skip
TWELVE = Figure(
    id="2021-05-04-t2p1-f1",
    places=(_place("t2p1", 6, 11, 13), _place("011-s2p1", 5, 15, 17, "011")),
    stated=Stated(11, 13, "12", 12, "count", "~", subject="fish counted", period="2021"),
    sentence=OPENING,
    date="2021-05-04",
    speaker="bo-fisher",
    speaker_name="Bo Fisher",
    reported="direct",
)
THREE = Figure(
    id="2021-05-04-t5p1-f1",
    places=(_place("t5p1", 13, 10, 11),),
    stated=Stated(10, 11, "3", 3, "count", subject="nets"),
    sentence="There are 3 nets.",
    date="2021-05-04",
    speaker=None,
    speaker_name=None,
    reported="direct",
)
NUMBER_OF_NETS = Indicator(
    id="number-of-nets", title="Number of nets", wordings=("nets",), unit="count", kind="level",
    comparable=True, note="Nets in use.", confusions=(),
    observations=(Observation(THREE.id, 3, "", "as stated", "editor"),),
)  # fmt: skip
RECORD = Discrepancy(
    id="r1", type="value", status="found", found_by="other-value",
    passages=(TWELVE.place,), figures=(TWELVE.id,), text="12 here, 13 there.", basis="12 ≠ 13.",
)  # fmt: skip
FULL = replace(
    CORPUS,
    annotations=Annotations((GONE, NETS, TOOLS), (NOTE,)),
    figures=(TWELVE, THREE),
    indicators=(NUMBER_OF_NETS,),
    discrepancies=(RECORD, replace(RECORD, id="r2", status="dismissed", text="No.")),
)


def _pages(corpus: Corpus = FULL) -> dict[str, Page]:
    return {page.url: page for page in views(corpus, SiteInfo(name="Briefings"))}


def _soup(url: str, corpus: Corpus = FULL) -> BeautifulSoup:
    return BeautifulSoup(render(_pages(corpus)[url]), "html.parser")


@pytest.fixture(name="fish")
def fish_page() -> BeautifulSoup:
    return _soup(f"briefings/{FISH}/")


def test_annotation_brings_its_pages_and_sections() -> None:
    new = set(_pages()) - set(_pages(CORPUS))
    assert new >= {
        "terms/",
        "terms/nets/",
        "terms/gone-term/",
        "notes/",
        "figures/",
        "indicators/",
        "indicators/number-of-nets/",
    }
    added = {"Terms", "Notes", "Figures", "Indicators"}
    assert added <= {next(iter(one)) for one in navigation(FULL)}
    assert not added & {next(iter(one)) for one in navigation(EMPTY)}


def _passage(page: BeautifulSoup, id_: str) -> Any:
    found = page.find(id=id_)
    assert found is not None
    return found


def test_marks_are_links_and_leave_the_words(fish: BeautifulSoup) -> None:
    passage = _passage(fish, "t2p1")
    assert passage.get_text() == OPENING
    figure = passage.find("a", class_="figure")
    assert figure["href"] == "../../figures/#2021-05-04-t2p1-f1"
    assert figure.data["value"] == "12"
    assert _passage(fish, "t5p1").find("a", class_="term")["href"] == "../../terms/nets/"


def test_only_first_mentions_are_marked(fish: BeautifulSoup) -> None:
    assert not _passage(fish, "011-s2p2").find("a", class_="term")


def test_a_note_is_linked_both_ways(fish: BeautifulSoup) -> None:
    number = _passage(fish, "t2p1").find("a", class_="note")
    note = fish.find(id=number["href"].removeprefix("#"))
    assert note is not None
    back = note.find("a", class_="n")
    assert back is not None
    assert back["href"] == f"#{number['id']}"
    assert "Twelve <b>here</b>." in note.get_text()
    assert "Editors, 21 November 2026" in note.get_text()


BOTH = replace(
    NOTE,
    entry=replace(
        NOTE.entry,
        quotations=(*NOTE.entry.quotations, Quotation("011:5", "about 12", HERE, HERE)),
    ),
    places=(*NOTE.places, NotePlace(2, _place("011-s2p1", 5, 9, 17, "011"))),
)


@pytest.mark.parametrize(
    ("weight", "classes"), [("essential", ["note", "essential"]), ("more", ["note"])]
)
def test_the_number_of_a_note_is_marked_as_the_note_weighs(
    weight: NoteWeight, classes: list[str]
) -> None:
    note = replace(NOTE, entry=replace(NOTE.entry, weight=weight))
    corpus = replace(FULL, annotations=replace(FULL.annotations, notes=(note,)))
    (number,) = _soup(f"briefings/{FISH}/", corpus).select("a.note")
    assert number["class"] == classes


def test_a_note_at_two_places_stands_at_each_and_leads_to_the_other() -> None:
    corpus = replace(FULL, annotations=replace(FULL.annotations, notes=(BOTH,)))
    page = _soup(f"briefings/{FISH}/", corpus)
    here, there = page.select(".sidenote [role=note]")
    assert (here["id"], there["id"]) == ("note-twelve", "note-twelve_2")
    assert [one["data-weight"] for one in page.select(".sidenote")] == ["essential", "essential"]
    for note, passage, other in ((here, "t2p1", there), (there, "011-s2p1", here)):
        number = _passage(page, passage).find("a", class_="note")
        assert number["href"] == f"#{note['id']}"
        assert [link["href"] for link in note.select("a.n")] == [f"#{number['id']}"]
        (link,) = note.select(".other-places a")
        assert link["href"] == f"#{other['id']}"
        assert "2021" not in link.get_text()  # both are of one briefing
    # A passage to which the note itself is attached is not listed under "see".
    assert "#t7p1" in {link["href"] for link in here.select(".ground a")}
    assert [one for one in here.select(".ground") if "source 011" in one.get_text()] == []


def test_a_note_at_two_places_is_listed_once() -> None:
    corpus = replace(FULL, annotations=replace(FULL.annotations, notes=(BOTH,)))
    page = _soup("notes/", corpus)
    (item,) = page.select(".quotes > li")
    assert [(one.get_text(), one["href"]) for one in item.select(".said a")] == [
        ("12 fish", f"../briefings/{FISH}/#note-twelve"),
        ("about 12", f"../briefings/{FISH}/#note-twelve_2"),
    ]
    assert [one.get_text().split(",")[0] for one in item.select("li > .meta")] == [
        "Note 1", "Note 2",
    ]  # fmt: skip
    assert page.get_text().count("1 note by the editors, ") == 1


def test_a_note_is_edited_where_a_repository_is_known(fish: BeautifulSoup) -> None:
    assert fish.find("a", class_="edit") is None
    site = SiteInfo(
        name="Briefings", edit="https://github.com/owner/briefings/edit/main/editorial/"
    )
    page = next(one for one in views(FULL, site) if one.url == f"briefings/{FISH}/")
    link = BeautifulSoup(render(page), "html.parser").find("a", class_="edit")
    assert link is not None
    assert link.get_text() == "Edit this note"
    assert link["href"] == f"{site.edit}notes/{FISH}.yml#L{HERE.line}"


def test_the_basis_of_a_note_leads_to_lines_that_are_there(fish: BeautifulSoup) -> None:
    note = fish.find(id="note-twelve")
    assert note is not None
    ground = note.find(class_="ground")
    assert ground is not None
    links = {link.get_text(): link["href"] for link in ground.find_all("a")}
    assert links["Daily Net, 5 May 2021 (rewritten), line 5"] == "#011-s2p1"
    assert "#t7p1" in links.values()
    assert len(links) == 2  # what the basis names is not named again
    assert "010:4" in ground.get_text()  # a blank line: the source's page does not show it


def _told(corpus: Corpus) -> dict[str, Any]:
    """Return what the marks on the page of the fish briefing show, by pop-over id."""
    (file,) = (
        one for one in popover_files(Lookup(corpus, SiteInfo(name="Briefings")))
        if one.path == f"briefings/{FISH}/marks.json"
    )  # fmt: skip
    told: dict[str, Any] = file.content
    return told


def test_what_marks_open_stands_in_a_file_of_its_own(fish: BeautifulSoup) -> None:
    told = _told(FULL)
    assert {
        "term-nets",
        "figure-2021-05-04-t2p1-f1",
        "figure-2021-05-04-t5p1-f1",
        "person-bo-fisher",
        "person-cy-net",
        "outlet-the-paper",
    } <= set(told)
    assert "term-gone-term" not in told
    assert fish.select("[popover][id^=term-]") == []


def test_the_pop_over_of_a_figure_says_what_follows_it_and_where_texts_differ() -> None:
    twelve, three = (
        _told(FULL)[f"figure-2021-05-04-{id_}"] for id_ in ("t2p1-f1", "t5p1-f1")
    )  # fmt: skip
    assert (twelve["title"], twelve["text"]) == ("about 12", "fish counted")
    assert twelve["more"] == ("2021", "also stated in 1 other passage")
    assert twelve["differs"] == ("12 here, 13 there.",)  # and not what editors dismissed
    assert "links" not in twelve
    assert three["links"] == [
        {"title": "Number of nets", "url": "../../indicators/number-of-nets/"}
    ]
    assert "differs" not in three


def test_a_term_without_a_definition_is_not_told_in_the_words_of_this_briefing() -> None:
    """The reader already has the only words that could explain it."""
    undefined = replace(NETS, entry=replace(NETS.entry, definition=None, basis=None))
    corpus = replace(FULL, annotations=replace(FULL.annotations, terms=(undefined,)))
    told = _told(corpus)["term-nets"]
    assert "text" not in told
    (sentence,) = undefined.explanations
    other = Place(UNDATED, "012", "s1p1", 3)
    elsewhere = replace(undefined, explanations=(sentence, Explanation("Nets catch.", other)))
    corpus = replace(FULL, annotations=replace(FULL.annotations, terms=(elsewhere,)))
    told = _told(corpus)["term-nets"]
    assert (told["text"], told["said"]) == ("Nets catch.", True)


def test_what_can_be_chosen_is_offered_where_a_text_has_marks() -> None:
    def kinds(corpus: Corpus) -> list[str]:
        return list(_pages(corpus)[f"briefings/{FISH}/"].context["mark_kinds"])

    assert kinds(FULL) == ["figure", "note", "person", "term"]
    assert kinds(CORPUS) == ["person"]


def test_a_term_says_what_it_is_then_its_names_then_where_and_quotes_last() -> None:
    page = _soup("terms/nets/")
    # The front matter, for programs, precedes the page.
    text = page.get_text().partition("\n---\n")[2]
    parts = (
        "What fish are caught with.", f"The editors’ words. Basis: {TRANSCRIPT[0]}, line 13",
        "## Names", "渔网",
        "## Where it is used", "3 mentions", "## Mentions", "## Explained in the texts",
    )  # fmt: skip
    order = [text.index(part) for part in parts]
    assert order == sorted(order)
    (quote,) = page.find_all("blockquote")
    assert quote.get_text() == "There are 3 nets."
    assert text.rindex(quote.get_text()) > text.index("## Explained in the texts")
    for word in ("2021, line 13", "a list of tools"):
        found = page.find(string=re.compile(word))
        assert found is not None
        assert found.find_parent("details") is not None
    context = _pages()["terms/nets/"].context
    assert [
        (one.text, [text.name for text in one.only], len(one.counts))
        for one in context["renderings"]
    ] == [("nets", [], 2), ("net", ["Daily Net, 5 May 2021"], 0)]
    assert [one.text.name for one in context["renderings"][0].counts] == [
        "Transcript, Ministry of Fish, 4 May 2021",
        "Daily Net, 5 May 2021",
    ]
    texts = context["briefings"][0].texts
    assert [
        (text.of.name, text.of.quality, one.before, one.word, one.after)
        for text in texts
        for one in text.lines
    ] == [
        (
            *TRANSCRIPT,
            "Good morning. How many ",
            "nets",
            " are there, and who counts them? Thank you.",
        ),
        (*TRANSCRIPT, "There are 3 ", "nets", "."),
        (*ARTICLE, "“There are 3 ", "nets", ",” he said."),
    ]
    assert [one.title for one in context["indicators"]] == ["Number of nets"]
    assert [one.title for one in context["related"]] == ["Boats"]
    assert [one.title for one in context["broader"]] == ["Tools"]
    assert _pages()["terms/tools/"].context["narrower"][0].title == "nets"
    assert [one.name for one in context["speakers"]] == ["The Paper", "Cy Net"]


def test_a_term_that_editors_do_not_define_is_told_in_the_words_of_the_text() -> None:
    page = _soup("terms/tools/")
    (quote,) = page.find_all("blockquote")
    assert quote.get_text() == "There are 3 nets."
    assert page.get_text().index("There are 3 nets.") < page.get_text().index("## Names")


def test_terms_by_kind_with_their_meaning_and_no_longer_mentioned() -> None:
    context = _pages()["terms/"].context
    assert [(one.title, [r.title for r in one.rows]) for one in context["kinds"]] == [
        ("Ways of working", ["nets", "Tools"]),
        ("Places", ["Boats"]),
    ]
    assert [one.title for one in context["gone"]] == ["Boats"]
    nets = _soup("terms/").select_one("#kind-measure li")
    assert nets is not None
    assert "What fish are caught with." in nets.get_text()
    assert nets.find("q") is None
    assert "more" not in nets.get_text()


def test_the_pop_over_of_a_term_gives_the_definition_not_the_sentence() -> None:
    told = _told(FULL)["term-nets"]
    assert told["text"] == "What fish are caught with."
    assert "said" not in told
    assert "There are 3 nets." not in str(told)


def test_a_term_is_known_to_machines_by_its_other_names_too() -> None:
    pages = _pages()
    nets = pages["terms/nets/"].context["linked_data"]["@graph"][0]
    assert nets["alternateName"] == ["net", "渔网"]
    tools = pages["terms/tools/"].context["linked_data"]["@graph"][0]
    assert "alternateName" not in tools  # it has no other name, and none in Chinese


def test_machines_are_told_the_beginning_of_a_long_definition() -> None:
    long = replace(NETS, entry=replace(NETS.entry, definition="Nets catch fish. " * 40))
    corpus = replace(FULL, annotations=replace(FULL.annotations, terms=(GONE, long, TOOLS)))
    nets = _pages(corpus)["terms/nets/"].context["linked_data"]["@graph"][0]
    assert 280 < len(nets["description"]) <= 300


def test_a_name_in_a_list_is_spelt_as_in_the_glossary() -> None:
    find = Lookup(FULL, SiteInfo("Briefings"))

    def spelt(term: str | None, name: str) -> str:
        appearance: Any = SimpleNamespace(term=term, name=name)
        return _name(appearance, find)

    assert spelt("nets", "Nets") == "nets"
    assert spelt(None, "Bo Fisher") == "Bo Fisher"
    assert spelt("no-such-term", "Ropes") == "Ropes"


def test_notes_by_kind_with_quote_and_place() -> None:
    (kind,) = _pages()["notes/"].context["kinds"]
    assert kind.title == "Discrepancy"
    (note,) = kind.notes
    (at,) = note.places
    assert (at.number, at.quote) == (1, "12 fish")
    assert at.url == f"briefings/{FISH}/#note-twelve"
    assert at.place == "Transcript, Ministry of Fish, 4 May 2021, line 6"


def test_a_figure_row_says_what_its_pop_over_says() -> None:
    row, other = _pages()["figures/"].context["rows"]
    assert (row.before, row.quote, row.after) == ("We counted ", "12", " fish.")
    assert (row.comparator, row.beside) == ("about", None)
    assert row.who == Name("Bo Fisher", "speakers/bo-fisher/")
    assert [link.url for link in row.also] == [f"briefings/{FISH}/#011-s2p1"]
    assert [record.text for record in row.records] == ["12 here, 13 there."]
    assert other.beside is None
    assert other.who is None
    assert other.keys["topic"] == "nets"
    assert other.keys["indicator"] == "number-of-nets"
    page = _soup("figures/")
    assert page.find(id=TWELVE.id) is not None
    assert "No." not in page.get_text()  # what editors dismissed


def test_an_indicator_tells_its_number_and_every_statement() -> None:
    page = _soup("indicators/number-of-nets/")
    assert "Number of nets came to 3, as stated in May 2021" in page.get_text()
    large = page.select_one(".known .large a")
    assert large is not None
    assert (large.get_text(), large["href"]) == ("3", f"../../briefings/{FISH}/#t5p1")
    (one,) = page.select(".statements > li")
    assert "There are 3 nets." in one.get_text()
    assert "put here by the editors" in one.get_text()
    assert "speaker not given" in one.get_text()
    assert page.find("svg") is None  # a single number is no chart
    assert page.select(".numbercards") == []


def test_a_number_at_the_head_of_its_sentence_loses_its_capital() -> None:
    spelt = replace(THREE, stated=replace(THREE.stated, quote="Three"))
    page = _soup("indicators/number-of-nets/", replace(FULL, figures=(TWELVE, spelt)))
    assert "Number of nets came to three, as stated in May 2021" in page.get_text()
    large = page.select_one(".known .large a")
    assert large is not None
    assert large.get_text() == "3"


APART = replace(
    NUMBER_OF_NETS,
    kind="flow",
    comparable=False,
    why="They cover different times.",
    observations=(
        Observation(TWELVE.id, 12, "2021", "whole years", "rule", "flow",
                    variants=(Variant(THREE.id, 3, "", ("value",)),)),
        Observation("2021-05-04-t6p1-f1", 5, "", "no period stated", "rule", "flow"),
    ),
    series=(
        Series("whole years", False, "One.", "rule", (TWELVE.id,)),
        Series("no period stated", False, "One.", "rule", ("2021-05-04-t6p1-f1",)),
    ),
)  # fmt: skip
FIVE_NETS = replace(THREE, id="2021-05-04-t6p1-f1", stated=replace(THREE.stated, value=5))


def _apart(indicator: Indicator = APART) -> BeautifulSoup:
    corpus = replace(FULL, indicators=(indicator,), figures=(TWELVE, THREE, FIVE_NETS))
    return _soup("indicators/number-of-nets/", corpus)


def test_numbers_that_may_not_be_compared_are_cards_with_the_reason() -> None:
    page = _apart()
    assert page.find("svg") is None
    assert len(page.select(".numbercards > li")) == 2
    why = page.select_one(".why")
    assert why is not None
    assert why.get_text() == "They cover different times."


def test_what_another_text_gives_is_no_statement_of_its_own() -> None:
    first, second = _apart().select(".statements > li")
    (variant,) = first.select(".variants > li")
    assert "There are 3 nets." in variant.get_text()
    assert "another number" in variant.get_text()
    assert second.select(".variants") == []


def test_what_may_be_compared_is_drawn_with_its_table() -> None:
    dated = [
        replace(one, kind="stock", series="as stated", end=end)
        for one, end in zip(APART.observations, ("2020-05-04", "2021-05-04"), strict=True)
    ]
    ids = tuple(one.figure for one in dated)
    alike = replace(
        APART, kind="level", comparable=True, observations=tuple(dated),
        series=(Series("as stated", True, "Each is of a day.", "rule", ids),),
    )  # fmt: skip
    page = _apart(alike)
    wide, narrow = page.select("figure.chart > svg")
    for svg in (wide, narrow):
        names = [one.name for one in svg.find_all(["title", "desc"])]
        assert names == ["title", "desc"]
        labels = str(svg["aria-labelledby"]).split()
        assert [one["id"] for one in svg.find_all(["title", "desc"])] == labels
        assert len(svg.select("circle.mark")) == 2
        assert len(svg.select("circle.variant")) == 1
    rows = page.select(".numbers tbody tr")
    assert [row.find_all("td")[0].get_text() for row in rows] == ["about 12", "3"]
    transcript = ", ".join(TRANSCRIPT)
    assert [row.find_all("td")[2].get_text() for row in rows] == [transcript, transcript]
    assert [row.find_all("td")[3].get_text() for row in rows] == [f"3 ({transcript})", ""]
    assert page.select(".numbercards") == []


def test_a_term_without_a_mention_and_an_indicator_without_a_figure_have_pages() -> None:
    bare = replace(NUMBER_OF_NETS, observations=())
    undrawn = _soup("indicators/number-of-nets/", replace(FULL, indicators=(bare,)))
    assert undrawn.find("svg") is None
    assert "0 mentions" in _soup("terms/gone-term/").get_text()


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        (Stated(0, 1, "477.46 billion yuan", 477460000000, "CNY"), "477,460,000,000 CNY"),
        (Stated(0, 1, "nearly half", 50, "%", "<"), "less than 50%"),
        (Stated(0, 1, "5 to 7 percent", 5, "%", high=7), "5–7%"),
        (Stated(0, 1, "Seven", 7, "count"), "7"),
    ],
)
def test_amounts_in_words(stated: Stated, told: str) -> None:
    assert amounts.amount(stated) == told


def test_keywords_in_context_are_cut_between_words() -> None:
    text = "one two three four five six"
    assert around(text, 8, 13, 6) == ("…two ", "three", " four…")
    assert around(text, 8, 13, 60) == ("one two ", "three", " four five six")


def test_a_quote_is_found_in_the_sentence_it_stands_in() -> None:
    text = "It rose. It rose by 3. It rose."
    place = Place("b", "s", "p", 1, 20, 21)
    assert Sentences().around(text, "It rose by 3.", place) == ("It rose by ", "3", ".")
    assert Sentences().around(text, "Not there.", place) == ("", "3", "")
    # Of a sentence that stands there three times, the one around the number is meant.
    again = "It rose by 3. It fell. It rose by 3. It rose by 3."
    place = Place("b", "s", "p", 1, 34, 35)
    assert Sentences().around(again, "It rose by 3.", place) == ("It rose by ", "3", ".")
    place = Place("b", "s", "p", 1, 17, 21)
    assert Sentences().around(again, "It rose by 3.", place) == ("", "fell", "")
    long = "word " * 100 + "3 " + "word " * 100
    before, quote, after = Sentences().around(long, long, Place("b", "s", "p", 1, 500, 501))
    assert quote == "3"
    assert before.startswith("…word ")
    assert after.endswith(" word…")
    assert len(before + after) < 410


def test_pointers_are_links_only_where_there_is_such_a_line() -> None:
    places = {("000", 57): Place("b", "000", "t1p1", 57), ("001", 2): Place("b", "001", None, 2)}
    runs = pointed("000:57, 000:58 and 10:30 (see 000:57; 001:2)", places, "Text {}".format)
    assert [run.text for run in runs if run.url] == [
        "Text 000, line 57", "line 57", "Text 001, line 2",
    ]  # fmt: skip
    assert runs[1].url == "briefings/b/#t1p1"
    assert "".join(run.text or "" for run in runs) == (
        "Text 000, line 57, 000:58 and 10:30 (see line 57; Text 001, line 2)"
    )


def _to(url: str) -> str:
    return url


def test_a_number_stands_after_the_mark_that_its_words_end_in() -> None:
    term = Mark(3, 9, "term", "terms/x/")
    note = Mark(0, 6, "note", "#n", number=1)
    assert markup.marked("abcdefghij", [note, term], _to) == (
        'abc<a class="term" href="terms/x/">defghi</a>'
        '<a class="note" data-n="1" aria-label="Note 1" href="#n"></a>j'
    )


@given(
    st.text(min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))),
    st.lists(st.tuples(st.integers(-2, 35), st.integers(-2, 35)), max_size=6),
)
def test_no_number_is_lost_and_no_word_is_changed(
    text: str, spans: list[tuple[int, int]], notes: list[tuple[int, int]]
) -> None:
    marks = [Mark(a, b, "term", "u/") for a, b in spans]
    marks += [Mark(a, b, "note", f"#{n}", number=n) for n, (a, b) in enumerate(notes)]
    shown = BeautifulSoup(f"<p>{markup.marked(text, marks, _to)}</p>", "html.parser")
    numbers = sorted(int(str(one["data-n"])) for one in shown.select("a.note"))
    assert numbers == list(range(len(notes)))
    assert all(not one.find_parent("a") for one in shown.select("a.note"))
    # A character that no page may contain can only be removed as a whole.
    assert shown.get_text().replace(" ", "") == markup.clean(text).replace(" ", "")
