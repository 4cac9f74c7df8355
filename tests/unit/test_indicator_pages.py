"""Test the index, the pages and the files of indicators on a few hand-made numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import (
    Corpus,
    Figure,
    Indicator,
    Observation,
    Place,
    Rendering,
    Series,
    Stated,
    Variant,
)
from briefings.model.page import Limits, SiteInfo
from briefings.views.indicator_index import indicators_page, indicators_parts
from briefings.views.indicators import indicator_files, indicator_pages
from briefings.views.lookup import Lookup

from .sample_corpus import CORPUS, FISH, UNDATED
from .test_views_annotations import FULL, HERE, RECORD, TOOLS, TWELVE

NETS_TOPIC = CORPUS.topics[0]
BOATS = replace(NETS_TOPIC, id="boats", title="Boats", exchanges=((FISH, "x2"),), passages=())


def _figure(
    id_: str, value: float, passage: str = "t2p1", date: str | None = "2021-05-04",
    source: str = "010", slug: str = FISH, **stated: Any,
) -> Figure:  # fmt: skip
    about: dict[str, Any] = {"unit": "count", "subject": "nets"} | stated
    words = Stated(0, 2, about.pop("quote", f"{value:g}"), value, **about)
    return replace(
        TWELVE, id=id_, places=(Place(slug, source, passage, 6, 0, 2),), stated=words, date=date,
        sentence=f"There were {value:g} nets.",
    )  # fmt: skip


def _seen(figure: str, value: float, year: int | None = None, **more: Any) -> Observation:
    end = f"{year}-12-31" if year else ""
    return Observation(figure, value, str(year or ""), "s", "rule", **({"end": end} | more))


def _indicator(title: str, *observations: Observation, **more: Any) -> Indicator:
    about: dict[str, Any] = {
        "id": title.lower().replace(" ", "-"), "title": title, "wordings": (), "unit": "count",
        "kind": "level", "comparable": False, "note": "A note.", "confusions": (),
    }  # fmt: skip
    return Indicator(**(about | {"observations": observations} | more))


def _find(*indicators: Indicator, figures: tuple[Figure, ...], **limits: Any) -> Lookup:
    corpus: Corpus = replace(
        FULL, indicators=indicators, figures=figures, discrepancies=(), topics=(NETS_TOPIC, BOATS)
    )
    return Lookup(corpus, SiteInfo("Briefings", url="https://x.org/", limits=Limits(**limits)))


F1, F2, F3 = _figure("f1", 5), _figure("f2", 7, "t5p1"), _figure("f3", 9, "t7p1")
SERIES = Series("s", True, "The same nets.", "rule", ("f1", "f2"))
DRAWN = {"series": (SERIES,), "comparable": True}


def test_indicators_stand_under_their_first_topic_comparable_ones_first_and_others_last() -> None:
    plain = _indicator("anchors", _seen("f1", 5), topics=("nets", "boats"))
    drawn = _indicator(
        "Zinc", _seen("f1", 5, 2019), _seen("f2", 7, 2020), topics=("nets",), **DRAWN
    )
    other = _indicator("Anvils", _seen("f3", 9))
    boats = _indicator("Masts", _seen("f1", 5), topics=("boats",))
    none = _indicator("Buoys")
    find = _find(drawn, plain, other, boats, none, figures=(F1, F2, F3))
    context = indicators_page(find).context
    groups = [
        (group.title, group.id, [row.title for row in group.rows]) for group in context["groups"]
    ]
    # F3 answers the question on boats; nothing is known of buoys.
    assert groups == [
        ("Boats", "boats", ["Anvils", "Masts"]),
        ("Nets", "nets", ["Zinc", "anchors"]),
        ("Other", "other", ["Buoys"]),
    ]
    rows = {row.title: row for group in context["groups"] for row in group.rows}
    zinc, anchors, buoys = rows["Zinc"], rows["anchors"], rows["Buoys"]
    assert (zinc.comparable, zinc.told, zinc.when) == (True, "7", "in December 2020")
    assert (zinc.extent, zinc.direction, zinc.disputed) == ("2 numbers", "", False)
    assert zinc.of is not None
    assert (anchors.comparable, anchors.chart, anchors.extent) == (False, None, "")
    assert anchors.when == "as stated in May 2021"
    assert (buoys.told, buoys.when, buoys.of, buoys.extent) == ("", "", None, "")
    assert context["count"] == "5 things"


def test_without_topics_the_index_has_no_headings() -> None:
    find = _find(_indicator("Buoys"), figures=())
    [group] = indicators_page(find).context["groups"]
    assert (group.title, group.id) == ("", "other")


def test_a_row_says_how_a_change_went_and_that_texts_dispute_it() -> None:
    fell = _figure("f1", 5, role="change", direction="decrease")
    other = _figure("f2", 7, "011-s2p1", source="011")
    change = _seen("f1", 5, 2020, kind="change", variants=(Variant("f2", 7, "2020", ("value",)),))
    level = replace(change, kind="stock", variants=(replace(change.variants[0], differs=()),))
    find = _find(
        _indicator("Change", change, kind="change"), _indicator("Level", level),
        figures=(fell, other),
    )  # fmt: skip
    rows = [row for group in indicators_page(find).context["groups"] for row in group.rows]
    assert [(row.title, row.direction, row.disputed) for row in rows] == [
        ("Change", "decrease", True), ("Level", "", False),
    ]  # fmt: skip


def test_of_many_indicators_those_stated_most_often_stand_on_the_first_page() -> None:
    """Half as many indicators as names fit on a page, since each has a row of its own."""
    often = _indicator("Zinc", _seen("f1", 5), _seen("f2", 7))
    many = (_indicator("Anvils", _seen("f1", 5)), _indicator("axes"), often)
    find = _find(*many, figures=(F1, F2), names=4, newest=2, small=0)
    page = indicators_page(find)
    assert [row.title for group in page.context["groups"] for row in group.rows] == [
        "Zinc", "Anvils",
    ]  # fmt: skip
    assert [(group.title, group.count) for group in page.context["directory"].groups] == [
        ("A", "2"), ("Z", "1"),
    ]  # fmt: skip
    parts = indicators_parts(find)
    assert [(part.url, part.title) for part in parts] == [
        ("indicators/letter/a/", "Indicators, A"), ("indicators/letter/z/", "Indicators, Z"),
    ]  # fmt: skip
    rows = parts[0].make().context["groups"]
    assert [row.title for group in rows for row in group.rows] == ["Anvils", "axes"]
    assert indicators_parts(_find(*many, figures=(F1, F2), names=6, small=0)) == []


def test_topics_of_an_indicator_are_those_set_or_those_of_its_passages() -> None:
    """Its passages are on nets once and on boats twice."""
    figures = (
        _figure("f1", 5, "t5p1"), _figure("f2", 6, "t7p1"), _figure("f3", 7, "t7p1"),
    )  # fmt: skip
    exchanges = tuple(
        replace(exchange, topics=topics)
        for exchange, topics in zip(
            CORPUS.briefings[0].exchanges, (("nets",), ("boats",)), strict=True
        )
    )
    briefing = replace(CORPUS.briefings[0], exchanges=exchanges)
    seen = [_seen(f"f{n}", n) for n in (1, 2, 3)]
    corpus = replace(
        FULL,
        briefings=(briefing, CORPUS.briefings[1]),
        figures=figures,
        indicators=(_indicator("Own", *seen), _indicator("Set", *seen, topics=("nets",))),
        topics=(NETS_TOPIC, BOATS),
    )
    links = Lookup(corpus, SiteInfo("Briefings")).indicator_links
    assert (links.topics("own"), links.topics("set")) == (("boats", "nets"), ("nets",))


def test_related_indicators_share_passages_then_the_topic_and_are_six() -> None:
    figures = tuple(_figure(f"f{n}", n, "t2p1" if n < 3 else "t1p1") for n in range(12))
    near = _indicator("Near", _seen("f2", 2))
    here = _indicator("Here", _seen("f1", 1), topics=("nets", "boats"))
    nets = [_indicator(f"Nets {n}", _seen(f"f{n}", n), topics=("nets",)) for n in range(3, 9)]
    boats = _indicator("Boats", _seen("f9", 9), topics=("boats",))
    links = _find(boats, *nets, near, here, figures=figures).indicator_links
    assert links.related("here") == (
        ("near", "Near"), *((f"nets-{n}", f"Nets {n}") for n in range(3, 8)),
    )  # fmt: skip
    assert links.related("near") == (("here", "Here"),)


def test_terms_in_the_title_subject_and_wordings_of_an_indicator_are_linked() -> None:
    find = _find(
        _indicator("Mended nets", wordings=("tools in use", "NET")),
        _indicator("Networks"),
        _indicator("Boats", subject="The boats"),
        figures=(),
    )
    assert find.indicator_links.terms("mended-nets") == (("nets", "nets"), ("tools", "Tools"))
    assert find.indicator_links.terms("networks") == ()
    # Of two terms at one place, the longer is meant.
    silk = replace(TOOLS, entry=replace(
        TOOLS.entry, id="silk", term="nets of silk", renderings=(Rendering("nets of silk", HERE),),
    ))  # fmt: skip
    terms = (*FULL.annotations.terms, silk)
    corpus = replace(
        FULL, annotations=replace(FULL.annotations, terms=terms),
        indicators=(_indicator("Mended nets of silk"),),
    )  # fmt: skip
    links = Lookup(corpus, SiteInfo("Briefings")).indicator_links
    assert links.terms("mended-nets-of-silk") == (("silk", "nets of silk"),)
    assert find.indicator_links.terms("boats") == (("gone-term", "Boats"),)
    bare = replace(FULL, annotations=replace(FULL.annotations, terms=()))
    assert Lookup(bare, SiteInfo("Briefings")).indicator_links.terms("number-of-nets") == ()


def _context(indicator: Indicator, figures: tuple[Figure, ...], **limits: Any) -> dict[str, Any]:
    first, *_ = indicator_pages(_find(indicator, figures=figures, **limits))
    context: dict[str, Any] = first.make().context
    return context


def _other(figure: str, *differs: Any) -> Variant:
    return Variant(figure, 1, "", differs)


def test_what_other_texts_give_instead_stands_beside_the_newest_value() -> None:
    figures = (F1, F2, F3, _figure("f4", 4), _figure("f5", 6))
    disputed = _seen("f2", 7, 2020, variants=(
        _other("f3", "value", "period"), _other("f4", "period"), _other("f5", "comparator"),
        _other("f1"),
    ))  # fmt: skip
    context = _context(_indicator("Nets", _seen("f1", 5, 2019), disputed), figures)
    assert [(dispute.number.quote, dispute.what) for dispute in context["disputes"]] == [
        ("9", "value"), ("4", "period"),
    ]  # fmt: skip
    assert context["known"].quote == "7"
    *_, statement = context["statements"]
    variants = statement.variants
    assert [(other.number.quote, other.agrees, other.differs) for other in variants] == [
        ("9", False, ["value", "period"]), ("4", False, ["period"]),
        ("6", False, ["comparator"]), ("5", True, []),
    ]  # fmt: skip
    assert not statement.by_editors


def test_values_that_cannot_be_drawn_are_cards_if_there_are_two_and_the_newest_twelve() -> None:
    figures = tuple(_figure(f"f{n}", n) for n in range(1, 15))
    seen = [_seen(f"f{n}", n, 2000 + n) for n in range(1, 15)]
    assert _context(_indicator("Nets", seen[0]), figures)["cards"] == []
    two = _context(_indicator("Nets", *seen[:2]), figures)
    assert [card.quote for card in two["cards"]] == ["1", "2"]
    assert (two["files"].svg, two["charts"]) == (None, [])
    many = _context(_indicator("Nets", *seen), figures)
    assert [card.quote for card in many["cards"]] == [str(n) for n in range(3, 15)]
    drawn = _context(
        _indicator("Nets", _seen("f1", 5, 2019), _seen("f2", 7, 2020), **DRAWN), figures
    )
    assert (drawn["cards"], len(drawn["charts"])) == ([], 1)
    assert drawn["files"].svg == "indicators/nets/chart.svg"


def test_observations_of_many_years_stand_on_pages_of_their_years() -> None:
    figures = tuple(_figure(f"f{n}", n) for n in range(1, 6))
    days = ("2000-12-31", "2001-06-30", "2001-12-31", "2002-06-30", "2002-12-31")
    seen = [_seen(f"f{n}", n, end=day) for n, day in enumerate(days, 1)]
    find = _find(_indicator("Nets", *seen), figures=figures, observations=2, newest=3, small=0)
    first, *parts = indicator_pages(find)
    shown = first.make().context
    # Of 2002 there are two, of 2001 two, of 2000 one: the newest three, the oldest first.
    assert [statement.number.quote for statement in shown["statements"]] == ["3", "4", "5"]
    assert shown["known"].quote == "5"
    assert [part.url for part in parts] == [
        f"indicators/nets/year/{year}/" for year in (2002, 2001, 2000)
    ]  # fmt: skip
    part = parts[0].make().context
    assert [statement.number.quote for statement in part["statements"]] == ["4", "5"]
    assert (part["known"], part["disputes"], part["cards"], part["charts"]) == (None, [], [], [])
    assert part["files"] is None
    assert part["steps"].count == "2 statements"


def test_the_discrepancies_of_all_that_a_page_lists_are_shown_once_up_to_twelve() -> None:
    records = [replace(RECORD, id=f"r{n:02}", figures=("f1", "f2")) for n in range(14)]
    disputed = _seen("f1", 5, variants=(_other("f2", "value"),))
    corpus = replace(
        FULL, figures=(F1, F2), indicators=(_indicator("Nets", disputed),),
        discrepancies=tuple(records),
    )  # fmt: skip
    for count, shown, more in ((14, 12, 2), (12, 12, 0)):
        find = Lookup(replace(corpus, discrepancies=tuple(records[:count])), SiteInfo("Briefings"))
        (page,) = indicator_pages(find)
        context = page.make().context
        assert (len(context["records"]), context["more_records"]) == (shown, more)
    # A record of the other text's value belongs here too.
    of_other = replace(RECORD, figures=("f2",))
    find = Lookup(replace(corpus, discrepancies=(of_other,)), SiteInfo("Briefings"))
    assert len(indicator_pages(find)[0].make().context["records"]) == 1


def test_an_indicator_that_nothing_states_has_a_page_all_the_same() -> None:
    context = _context(_indicator("Nets"), ())
    assert (context["known"], context["disputes"], context["statements"]) == (None, [], [])
    assert len(context["cited"]) == 1
    assert context["meta"]["title"] == "Nets"
    assert context["meta"]["description"] == "Nets. Nets: stated 0 times in 0 briefings. A note."


def test_a_page_cites_the_figure_and_itself_and_counts_briefings_once() -> None:
    context = _context(_indicator("Nets", _seen("f1", 5, 2019), _seen("f2", 7, 2020)), (F1, F2))
    assert len(context["cited"]) == 2
    assert "stated 2 times in 1 briefing." in context["meta"]["description"]


def test_the_description_of_an_indicator_has_three_hundred_letters() -> None:
    description = _context(_indicator("Nets", note="nets dry " * 50), ())["meta"]["description"]
    assert 290 < len(description) <= 301


def test_eight_terms_of_an_indicator_are_linked() -> None:
    terms = tuple(
        replace(TOOLS, entry=replace(
            TOOLS.entry, id=letter, term=letter, renderings=(Rendering(letter, HERE),)
        ))
        for letter in "abcdefghi"
    )  # fmt: skip
    corpus = replace(
        FULL, annotations=replace(FULL.annotations, terms=terms),
        indicators=(_indicator("i h g f e d c b a"),),
    )  # fmt: skip
    linked = Lookup(corpus, SiteInfo("Briefings")).indicator_links.terms("i-h-g-f-e-d-c-b-a")
    assert [id_ for id_, _ in linked] == list("ihgfedcb")


def test_lines_below_a_chart_have_up_to_ninety_two_letters() -> None:
    seen = (_seen("f1", 5, 2019), _seen("f2", 7, 2020))
    drawn = _indicator("n" * 45 + " " + "m" * 46 + " nets", *seen, id="nets", **DRAWN)
    chart, _ = indicator_files(_find(drawn, figures=(F1, F2)))
    assert chart.content["foot"][:2] == ["n" * 45 + " " + "m" * 46, "nets"]
    longer = replace(drawn, title="n" * 45 + " " + "m" * 47 + " nets")
    chart, _ = indicator_files(_find(longer, figures=(F1, F2)))
    assert chart.content["foot"][:2] == ["n" * 45, "m" * 47 + " nets"]


def test_charts_and_the_frame_are_files_beside_the_page() -> None:
    figures = (F1, F2, F3, _figure("f4", 4, "s1p1", None, "012", UNDATED))
    second = replace(SERIES, name="t", figures=("f3", "f4"))
    seen = (
        _seen("f1", 5, 2019), _seen("f2", 7, 2020), _seen("f3", 9, 2019), _seen("f4", 4, 2020),
    )  # fmt: skip
    drawn = _indicator("Nets & <b>", *seen, id="nets", series=(SERIES, second))
    plain = _indicator("Boats", _seen("f1", 5), _seen("f2", 7), why="Not alike.")
    files = {
        figure.path: figure.content
        for figure in indicator_files(_find(drawn, plain, figures=figures))
    }
    assert sorted(files) == [
        "indicators/boats/embed.html", "indicators/nets/chart-2.svg", "indicators/nets/chart.svg",
        "indicators/nets/embed.html",
    ]  # fmt: skip
    # The titles of two charts say of which series they are; the foot names each text once.
    title, *texts, site = files["indicators/nets/chart.svg"]["foot"]
    assert title == "Nets & <b> (s)"
    assert " ".join(texts) == (
        "From: Transcript, Ministry of Fish, 4 May 2021, official translation."
    )
    assert site == "Briefings, https://x.org/indicators/nets/"
    embed = files["indicators/nets/embed.html"]
    assert (embed["cards"], len(embed["charts"]), len(embed["texts"])) == ([], 2, 2)
    boats = files["indicators/boats/embed.html"]
    assert ([card.quote for card in boats["cards"]], boats["why"]) == (["5", "7"], "Not alike.")


@pytest.mark.parametrize(("url", "last"), [("", "Briefings"), ("https://x.org/", None)])
def test_a_chart_of_a_site_without_an_address_names_the_site_only(
    url: str, last: str | None
) -> None:
    drawn = _indicator("Nets", _seen("f1", 5, 2019), _seen("f2", 7, 2020), **DRAWN)
    corpus = replace(FULL, indicators=(drawn,), figures=(F1, F2), discrepancies=())
    chart, embed = indicator_files(Lookup(corpus, SiteInfo("Briefings", url=url)))
    assert chart.content["foot"][-1] == (last or f"Briefings, {url}indicators/nets/")
    assert embed.content["url"] == f"{url or '/'}indicators/nets/embed.html"
