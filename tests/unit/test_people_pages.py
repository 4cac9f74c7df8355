"""Test the index and the pages of people and outlets, on briefings of a few lines."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefings.model import Corpus, Person, Quoted, RoleWording, Subject
from briefings.model.text import Mode
from briefings.views import linked_data
from briefings.views.outlet import outlet_pages
from briefings.views.outlets import outlets_page, outlets_parts
from briefings.views.people import people_page, people_parts
from briefings.views.person import person_pages

from .briefings_in_lines import article, briefing, corpus, lookup, place

OLD = briefing("2020-01-02-eels", "2020-01-02", """
    Ada: Good morning.
    ? Paper [eels]: How many eels are there?
    > Ada: Bo will answer.
    = Bo: Ten eels.
    ? Radio [eels nets]: And how many nets?
    = Bo: Twelve.
    = Cy: Thirteen, I think.
    Ada: Thank you.
""")  # fmt: skip
REPORT = article("900", (None, ["Ada opened.", "Bo said ten."]), (None, ["Dee was named."]))
NEW = briefing("2021-03-04-nets", "2021-03-04", """
    Cy: We mend nets.
    ? Paper: Who mends nets?
    = -: Nobody.
""", 1, articles=(REPORT,))  # fmt: skip
UNDATED = briefing("undated", "--05-06", "Ada: Hello.", 2)


def _role(role: str, body: str | None, date: str | None = "2020-01-02", **at: Any) -> RoleWording:
    return RoleWording(role, body, date, place("2020-01-02-eels", "t1p1", **at))


def _quoted(passage: str, mode: Mode = "reported", **span: int) -> Quoted:
    return Quoted(place("2021-03-04-nets", passage, "900", 2, **span), mode)


PEOPLE: dict[str, dict[str, Any]] = {
    "Ada": {"roles": (_role("chair of the house", "House"),)},
    "Bo": {"quoted": (_quoted("900-s1p2"),)},
    "Dee": {"mentions": (place("2021-03-04-nets", "900-s2p1", "900", 3),)},
    "Eve": {"quoted": (_quoted("900-s1p1"),)},
}
ALL = corpus(UNDATED, OLD, NEW, people=PEOPLE)


def _people(of: Corpus, **limits: int) -> dict[str, Any]:
    context: dict[str, Any] = people_page(lookup(of, **limits)).context
    return context


def _names(groups: Any) -> list[tuple[str, list[str]]]:
    return [(group.title, [row.name for row in group.people]) for group in groups]


def test_speakers_stand_first_then_those_quoted_then_those_named() -> None:
    context = _people(ALL)
    assert _names(context["groups"]) == [
        ("Spoke at a briefing", ["Ada", "Bo", "Cy"]),
        ("Quoted or reported in articles", ["Eve"]),
        ("Listed or named only", ["Dee"]),
    ]
    assert context["about"].startswith(
        "3 people spoke at the briefings, and 2 are only quoted or named."
    )
    assert [(year.year, [who.name for who in year.people]) for year in context["years"]] == [
        ("2021", ["Cy"]), ("2020", ["Ada", "Bo", "Cy"]), ("Year not given", ["Ada"]),
    ]  # fmt: skip
    assert context["ways"] == []
    bo, cy = context["groups"][0].people[1:]
    assert (bo.turns, bo.answered, bo.quoted) == (2, 2, 1)
    assert (cy.turns, cy.answered, cy.quoted) == (2, 1, 0)
    # The newest first; a report of a briefing counts with the briefings spoken at.
    assert [item.title for item in bo.recent.briefings] == ["2021 03 04 nets", "2020 01 02 eels"]


@pytest.mark.parametrize(
    ("people", "about"),
    [
        (("Ada",), "1 person spoke at the briefings. Each"),
        (("Dee",), "1 is only quoted or named. Each"),
        (("Dee", "Eve"), "2 are only quoted or named. Each"),
        (("Ada", "Dee"), "1 person spoke at the briefings, and 1 is only quoted or named. Each"),
    ],
)
def test_a_sentence_counts_who_spoke_and_who_did_not(people: tuple[str, ...], about: str) -> None:
    some = tuple(person for person in ALL.people if person.name in people)
    context = _people(replace(ALL, people=some))
    assert context["about"].startswith(about)
    # Of one year there is no list by year.
    assert bool(context["years"]) is ("Ada" in people)


def _speaker(name: str, body: str | None) -> dict[str, Any]:
    return {"roles": (_role("officer", body),) if body else ()}


def _meeting(*bodies: tuple[str, str | None], **of: Any) -> Corpus:
    """One briefing at which each of some people says a word, for the body of each."""
    lines = "\n".join(f"{name}: Hello." for name, _ in bodies)
    people = {name: _speaker(name, body) for name, body in bodies}
    return corpus(briefing("2021-01-01-all", "2021-01-01", lines), people=people, **of)


def test_institutions_with_three_speakers_part_the_index_the_largest_first() -> None:
    some = [(name, "Fish House") for name in ("Fa", "Fb", "Fc")]
    small = [("Ab", "Ant Farm"), ("Zz", "Zoo"), ("Nn", None), ("No", None)]
    assert _names(_people(_meeting(*small, *some))["groups"]) == [
        ("Fish House", ["Fa", "Fb", "Fc"]), ("Ant Farm", ["Ab"]), ("Zoo", ["Zz"]),
        ("Institution not given", ["Nn", "No"]),
    ]  # fmt: skip
    whole = ("Spoke at a briefing", ["Ab", "Fa", "Fb"])
    assert _names(_people(_meeting(("Ab", "Ant Farm"), *some[:2]))["groups"]) == [whole]
    # Those of one institution are not parted.
    assert _names(_people(_meeting(*some))["groups"]) == [
        ("Spoke at a briefing", ["Fa", "Fb", "Fc"])
    ]


def test_a_long_index_shows_those_who_spoke_most_and_leads_to_lists() -> None:
    of = _meeting(
        ("Fa", "Fish House"), ("Fb", "Fish House"), ("Fc", "Fish House"), ("Ab", "Ant Farm"),
        ("Zz", "Zoo"), ("Nn", None),
    )  # fmt: skip
    loud = replace(of.people[4], turns=of.people[4].turns * 2)
    silent = Person("mum", "Mum", (), (), (), (), ())
    of = replace(of, people=(*of.people[:4], loud, of.people[5], silent))
    context = _people(of, names=3, newest=2, small=0)
    assert _names(context["groups"]) == [("Spoke at a briefing", ["Zz", "Ab"])]
    assert context["years"] == []
    institutions, years = context["ways"]
    assert [(group.title, group.count) for group in institutions.groups] == [
        ("Fish House", "3"), ("Institution not given", "1"), ("Other institutions", "2"),
    ]  # fmt: skip
    assert [(group.title, group.count) for group in years.groups] == [("2021", "6")]
    parts = people_parts(lookup(of, names=3, newest=2, small=0))
    assert [part.url.removeprefix("speakers/") for part in parts] == [
        *(f"letter/{letter}/" for letter in ("a", "f", "m", "n", "z")),
        "institution/fish-house/", "institution/institution-not-given/",
        "institution/other-institutions/", "year/2021/", "year/2021/2/",
    ]  # fmt: skip
    letter_m = next(part for part in parts if part.url.endswith("/m/")).make().context
    assert _names(letter_m["groups"]) == [("Listed or named only", ["Mum"])]
    others = parts[7].make().context
    assert _names(others["groups"]) == [("Spoke at a briefing", ["Ab", "Zz"])]
    assert others["ways"] == []
    assert people_parts(lookup(of, names=7, small=0)) == []


def _page(name: str, of: Corpus = ALL, n: int = 0, **limits: int) -> dict[str, Any]:
    pages = [page for page in person_pages(lookup(of, **limits)) if f"/{name}/" in f"/{page.url}"]
    context: dict[str, Any] = pages[n].make().context
    return context


@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("ada", ["Spoke at 2 briefings (6 May (year not given), 2 January 2020): "
                 "handed over 1 question."]),
        ("bo", ["Spoke at 1 briefing (2 January 2020): answered 2 questions.",
                "Quoted or reported once in 1 article."]),
        ("cy", ["Spoke at 2 briefings (2 January 2020, 4 March 2021): answered 1 question."]),
        ("dee", ["Named in the texts; no words of this person are recorded."]),
        ("eve", ["Quoted or reported once in 1 article."]),
    ],
)  # fmt: skip
def test_a_page_says_where_a_person_spoke_and_what_for(name: str, when: list[str]) -> None:
    assert _page(name)["when"] == when


def test_one_who_answers_and_hands_over_is_told_both_and_one_who_only_spoke_neither() -> None:
    both = briefing(
        "2020-01-02-eels",
        "2020-01-02",
        """
        ? Paper: How many eels?
        > Bo: Cy knows. / Ask him.
        = Cy: Ten.
        ? Radio: Why?
        > Bo: Cy will say.
        > Cy: Bo will.
        = Bo: For food.
        Dan: Indeed.
    """,
    )
    of = corpus(both)
    assert _page("bo", of)["when"] == [
        "Spoke at 1 briefing (2 January 2020): answered 1 question and handed over 2."
    ]
    assert _page("dan", of)["when"] == ["Spoke at 1 briefing (2 January 2020)."]
    to, back = _page("bo", of)["handed_to"], _page("bo", of)["handed_from"]
    # Bo and Cy handed a question to one another; nobody hands over to himself.
    assert [(item.name, item.count) for item in to] == [("Cy", "1 question")]
    assert [(item.name, item.count) for item in back] == [("Cy", "1 question")]
    turns = _page("bo", of)["spoke"][0].turns
    assert [(turn.words, turn.part) for turn in turns] == [
        ("Cy knows.", "hands over: Paper"), ("Cy will say.", "hands over: Radio"),
        ("For food.", "answers Radio"),
    ]  # fmt: skip
    assert [turn.part for turn in _page("dan", of)["spoke"][0].turns] == [None]


def test_briefings_stand_with_the_newest_first_and_the_share_of_their_words() -> None:
    page = _page("cy")
    assert [row.briefing.title for row in page["spoke"]] == ["2021 03 04 nets", "2020 01 02 eels"]
    assert [row.of.name for row in page["spoke"]] == [
        "Transcript, Ministry, 4 March 2021", "Transcript, Ministry, 2 January 2020",
    ]  # fmt: skip
    # 3 of 3 + 3 + 1 words, the article aside; 3 of 2 + 5 + 3 + 2 + 4 + 1 + 3 + 2.
    assert [(share.words, share.total, share.percent) for share in page["shares"]] == [
        ("3", "7", 42.9), ("3", "22", 13.6),
    ]  # fmt: skip
    assert page["turns"] == 2


def test_all_words_of_a_briefing_are_those_of_its_primary_text() -> None:
    taken = lookup(ALL).taken
    assert (taken.words(OLD.slug), taken.words(NEW.slug)) == (22, 7)
    # Without turns, the article is all there is: 2 + 3 + 3 words.
    written = replace(NEW, witnesses=(replace(REPORT, briefing=NEW.slug),), exchanges=())
    assert lookup(replace(corpus(OLD), briefings=(OLD, written))).taken.words(NEW.slug) == 8


def test_whoever_answers_a_question_of_nobody_named_is_told_so() -> None:
    event = briefing("b", "2021-01-01", "? -: Why?\n> Ada: Bo?\n= Bo: So.\n= -: Yes.")
    find = lookup(corpus(event))
    assert find.taken.played("b") == {
        "t2": "hands over: a question, asker not given in the source",
        "t3": "answers a question, asker not given in the source",
        "t4": "answers a question, asker not given in the source",
    }  # fmt: skip
    bo = find.people["bo"]
    assert [exchange.id for _, exchange in find.taken.of(bo)] == ["x1"]
    assert [exchange.id for _, exchange in find.taken.answered(find.people["ada"])] == []


def test_questions_answered_name_the_other_answerers_and_their_topics() -> None:
    page = _page("cy")
    (answered,) = page["answered"]
    assert [who.name for who in answered.answerers] == ["Bo"]
    assert answered.by == "eels nets"
    assert [(topic.name, topic.count, topic.url) for topic in page["topics"]] == [
        ("Eels", 1, "topics/eels/"), ("Nets", 1, "topics/nets/"),
    ]  # fmt: skip
    assert page["narrows"]
    assert [(topic.name, topic.count) for topic in _page("bo")["topics"]] == [
        ("Eels", 2),
        ("Nets", 1),
    ]


LONG = " ".join(["word"] * 59)


@pytest.mark.parametrize(("words", "stated"), [(f"{LONG}.", False), (f"{LONG} word.", True)])
def test_a_turn_of_sixty_words_outside_questions_is_a_statement(words: str, stated: bool) -> None:
    of = corpus(briefing("2021-01-01-all", "2021-01-01", f"""
        Bo: {words}
        ? Paper: Why?
        = Bo: {words}
        Bo: {words}
    """))  # fmt: skip
    statements = _page("bo", of)["statements"]
    assert [
        (statement.url.partition("#")[2], statement.opening, statement.minutes)
        for statement in statements
    ] == ([("t1", True, 1), ("t4", False, 1)] if stated else [])


def test_paragraphs_of_a_statement_on_topics_are_told_with_them() -> None:
    event = briefing("2021-01-01-all", "2021-01-01", f"Bo: {LONG} eels swim. / We mend nets.")
    of = corpus(replace(event, passage_topics=(("t1p1", ("eels", "nets")), ("t1p2", ("nets",)))))
    topic = ALL.topics[0]
    topics = tuple(
        replace(topic, id=id_, title=id_.capitalize(), exchanges=(), passages=places)
        for id_, places in (
            ("eels", (place("2021-01-01-all", "t1p1"),)),
            ("nets", (place("2021-01-01-all", "t1p1"), place("2021-01-01-all", "t1p2", line=2))),
        )
    )
    page = _page("bo", replace(of, topics=topics))
    (statement,) = page["statements"]
    assert [row.by for row in statement.passages] == ["eels nets", "nets"]
    assert statement.by == "eels nets nets"
    assert [(topic.name, topic.count) for topic in page["topics"]] == [("Nets", 2), ("Eels", 1)]
    assert not statement.opening


def test_offices_stand_by_date_then_text_then_line() -> None:
    roles = (
        _role("third", None, "2020-01-02", source="101", line=1),
        _role("second", None, "2020-01-02", source="100", line=9),
        _role("first", None, "2020-01-02", source="100", line=2),
        _role("undated", None, None),
        _role("last", "Zoo", "2021-01-02", source="100"),
    )
    witness = replace(OLD.primary, source=replace(OLD.primary.source, id="101"))
    old = replace(OLD, witnesses=(OLD.primary, witness))
    of = corpus(old, people={"Bo": {"roles": roles, "other_names": ("Beau",)}})
    page = _page("bo", of)
    assert [row.role for row in page["roles"]] == ["undated", "first", "second", "third", "last"]
    assert page["roles"][1].source_url == "sources/100/#L2"
    assert page["role"] == "last"
    assert page["meta"]["description"].startswith("Bo, last. Named in")
    data = page["linked_data"]
    assert (data["alternateName"], data["jobTitle"]) == (["Beau"], "last")
    assert data["affiliation"]["name"] == "Zoo"


@pytest.mark.parametrize(
    ("roles", "latest"),
    [
        ((), None),
        ((_role("", "House"),), None),
        ((_role("old", None, "2020-01-01"), _role("", None, "2021-01-01")), "old"),
        ((_role("new", None, "2021-01-01"), _role("old", None, "2020-01-01")), "new"),
        ((_role("first", None), _role("second", None)), "first"),
        ((_role("undated", None, None), _role("dated", None)), "dated"),
    ],
)
def test_the_latest_office_is_the_first_of_the_last_day_with_one(
    roles: tuple[RoleWording, ...], latest: str | None
) -> None:
    assert lookup(ALL).latest_role(Person("x", "X", (), roles, (), (), ())) == latest


def test_the_description_of_a_person_has_three_hundred_letters() -> None:
    of = corpus(OLD, people={"Bo": {"roles": (_role("head of eels " * 40, None),)}})
    description = _page("bo", of)["meta"]["description"]
    assert description.startswith("Bo, head of eels")
    assert 285 < len(description) <= 301


def test_a_long_page_shows_the_newest_and_leads_to_pages_of_years() -> None:
    """For each briefing, room is left for twelve figures and announcements."""
    find = lookup(ALL, entries=10, small=0)
    first, *parts = (page for page in person_pages(find) if "/cy/" in page.url)
    assert [part.url for part in parts] == ["speakers/cy/year/2021/", "speakers/cy/year/2020/"]
    page = first.make().context
    assert page["paged"] == "hub"
    assert [row.briefing.title for row in page["spoke"]] == ["2021 03 04 nets"]
    assert (page["answered"], page["narrows"]) == ([], False)
    assert page["linked_data"] is not None
    # The sentence is on all that was said, wherever it is read.
    assert page["when"][0].startswith("Spoke at 2 briefings")
    old = parts[-1].make().context
    assert old["linked_data"] is None
    assert [row.briefing.title for row in old["spoke"]] == ["2020 01 02 eels"]
    assert len(old["answered"]) == 1
    assert old["topics"][0].url == "search/?speaker=cy&topic=eels"


def test_excerpts_quote_each_paragraph_once_and_say_if_word_for_word() -> None:
    quoted = (
        _quoted("900-s1p2"), _quoted("900-s1p2", "direct", start=0, end=2), _quoted("900-s1p1"),
    )  # fmt: skip
    of = corpus(UNDATED, OLD, NEW, people={"Bo": {"quoted": quoted}})
    page = _page("bo", of)
    assert [(quote.words, quote.mode) for quote in page["quoted"]] == [
        ("Bo said ten.", "direct quotation"), ("Ada opened.", "reported"),
    ]  # fmt: skip
    assert page["when"][1] == "Quoted or reported 3 times in 1 article."


def test_a_mention_late_in_a_long_paragraph_is_shown_from_its_sentence_on() -> None:
    long = f"{' '.join(['Fish swim.'] * 20)} Then Bo went. {' '.join(['Nets dry.'] * 40)}"
    at = long.index("Bo")
    report = article("900", (None, [long, "Then Bo slept."]))
    of = corpus(
        replace(NEW, witnesses=(NEW.primary, replace(report, briefing=NEW.slug))),
        people={"Bo": {"mentions": (
            place(NEW.slug, "900-s1p1", "900", start=at, end=at + 2),
            place(NEW.slug, "900-s1p1", "900", start=0, end=4),
            place(NEW.slug, "900-s1p2", "900", start=5, end=7),
            place(NEW.slug, "t1p1", "101"),
        )}},
    )  # fmt: skip
    ((named,),) = ([group] for group in _page("bo", of)["mentions"])
    words = [place.words for place in named.places]
    # Seventy letters before the name, from the next whole word on, and 280 in all.
    assert words[0].startswith(f"…{'Fish swim. ' * 6}Then Bo went. Nets dry.")
    assert words[0].endswith("…")
    assert 270 < len(words[0]) <= 281
    assert words[1:] == ["Then Bo slept.", "We mend nets."]


@pytest.mark.parametrize(("start", "first"), [(70, "Fish"), (73, "Fish"), (74, "…swim.")])
def test_a_mention_near_the_beginning_is_shown_from_the_beginning_on(
    start: int, first: str
) -> None:
    at = place(NEW.slug, "900-s1p1", "900", start=start, end=start + 2)
    report = replace(article("900", (None, ["Fish swim. " * 20])), briefing=NEW.slug)
    of = corpus(replace(NEW, witnesses=(NEW.primary, report)), people={"Bo": {"mentions": (at,)}})
    ((shown,),) = (mention.places for mention in _page("bo", of)["mentions"])
    assert shown.words.split()[0] == first


@pytest.mark.parametrize(("length", "whole"), [(140, True), (141, False)])
def test_a_short_paragraph_is_shown_whole(length: int, whole: bool) -> None:
    at = place(NEW.slug, "900-s1p1", "900", start=138, end=140)
    report = replace(article("900", (None, [("Fish " * 30)[:length]])), briefing=NEW.slug)
    of = corpus(replace(NEW, witnesses=(NEW.primary, report)), people={"Bo": {"mentions": (at,)}})
    ((shown,),) = (mention.places for mention in _page("bo", of)["mentions"])
    assert shown.words.startswith("Fish") is whole


def test_an_outlet_says_when_it_asked_and_who_answered() -> None:
    pages = {page.url: page.make().context for page in outlet_pages(lookup(ALL))}
    paper, radio = pages["outlets/paper/"], pages["outlets/radio/"]
    assert paper["when"] == "Asked 2 questions: 2 January 2020, 4 March 2021."
    assert radio["when"] == "Asked 1 question: 2 January 2020."
    assert [(who.name, who.count, who.url) for who in radio["answered"]] == [
        ("Bo", 1, "speakers/bo/"), ("Cy", 1, "speakers/cy/"),
    ]  # fmt: skip
    assert [year.year for year in paper["years"]] == ["2021", "2020"]
    assert paper["narrows"]
    again = briefing("2022-01-01-eels", "2022-01-01", "? Radio: Why?\n= Cy: So.", 5)
    of = replace(corpus(OLD, again), topics=ALL.topics)
    (radio,) = (
        page.make().context for page in outlet_pages(lookup(of)) if page.url == "outlets/radio/"
    )
    assert [(who.name, who.count) for who in radio["answered"]] == [("Cy", 2), ("Bo", 1)]


def test_an_outlet_without_questions_has_a_page_without_a_sentence() -> None:
    silent = replace(ALL.outlets[0], id="mute", name="Mute", questions=())
    (page,) = outlet_pages(lookup(replace(ALL, outlets=(silent,))))
    context = page.make().context
    assert (context["when"], context["years"], context["answered"]) == ("", [], [])


def test_a_question_without_an_answer_is_told_in_its_first_words() -> None:
    unanswered = replace(OLD, exchanges=OLD.exchanges[1:])
    pages = {page.url: page.make().context for page in outlet_pages(lookup(corpus(unanswered)))}
    ((question,),) = (year.questions for year in pages["outlets/paper/"]["years"])
    assert (question.subject, question.named, question.answerers) == (
        "How many eels are there?", False, [],
    )  # fmt: skip
    assert (question.asker.name, question.number, question.by) == ("Paper", 0, "")


def test_a_long_page_of_an_outlet_is_parted_by_year() -> None:
    find = lookup(ALL, entries=1, small=0)
    first, *parts = (page for page in outlet_pages(find) if "/paper/" in page.url)
    assert [part.url for part in parts] == ["outlets/paper/year/2021/", "outlets/paper/year/2020/"]
    context = first.make().context
    assert [year.year for year in context["years"]] == ["2021"]
    assert not context["narrows"]
    assert len(context["answered"]) == 2
    part = parts[1].make().context
    assert ([year.year for year in part["years"]], part["answered"]) == (["2020"], [])
    assert part["when"] == context["when"]
    assert part["steps"].count == "1 question"


def test_the_index_of_outlets_counts_questions_and_shows_of_many_the_busiest() -> None:
    rows = {row.name: row for row in outlets_page(lookup(ALL)).context["rows"]}
    assert list(rows) == ["Paper", "Radio"]
    assert [(row.questions, len(row.recent.briefings)) for row in rows.values()] == [(2, 2), (1, 1)]
    third = replace(ALL.outlets[1], id="air", name="air")
    of = replace(ALL, outlets=(*ALL.outlets, third))
    page = outlets_page(lookup(of, names=2, newest=2, small=0)).context
    assert [row.name for row in page["rows"]] == ["Paper", "air"]
    assert page["count"] == "3 outlets"
    parts = outlets_parts(lookup(of, names=2, newest=2, small=0))
    assert [part.url for part in parts] == [f"outlets/letter/{letter}/" for letter in "apr"]
    assert outlets_parts(lookup(of, names=3, small=0)) == []


def test_the_newest_five_briefings_stand_in_an_index_and_the_number_of_others() -> None:
    many = tuple(
        briefing(f"b{n}", f"202{n}-01-01", "? Paper: Why?\n= Bo: So.", n) for n in range(7)
    )
    recent = lookup(corpus(*many[:5])).recent([item.slug for item in many[:5]] * 2)
    assert ([item.title for item in recent.briefings], recent.more) == (
        ["B4", "B3", "B2", "B1", "B0"], 0,
    )  # fmt: skip
    recent = lookup(corpus(*many)).recent(item.slug for item in many)
    assert ([item.title for item in recent.briefings], recent.more) == (
        ["B6", "B5", "B4", "B3", "B2"], 2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("subject", "called", "named"),
    [
        (None, "How many eels are there?", False),
        (Subject(place("x", "t2p1"), "eels in the sea"), "eels in the sea", True),
        (Subject(place("x", "t2p1"), "eels in the", True), "eels in the…", True),
    ],
)
def test_a_question_is_called_by_its_subject_or_its_first_words(
    subject: Subject | None, called: str, named: bool
) -> None:
    first, second = OLD.exchanges
    of = corpus(replace(OLD, exchanges=(replace(first, subject=subject), second)))
    question = lookup(of).asked(OLD.slug, "x1")
    assert (question.subject, question.named, question.number) == (called, named, 1)
    assert lookup(of).asked(OLD.slug, "x2").number == 2


def test_first_words_in_place_of_a_subject_are_seventy_letters_long() -> None:
    for length, clipped in ((70, False), (71, True)):
        words = f"Why {'eel' * 30}"[: length - 1] + "?"
        of = corpus(briefing("b", "2021-01-01", f"? Paper: {words}\n= Bo: So."))
        assert lookup(of).asked("b", "x1").subject.endswith("…") is clipped


def test_the_time_to_read_counts_question_and_answers() -> None:
    """At 230 words a minute, 345 are one and a half, which is rounded up."""
    for words, minutes in ((344, 1), (345, 2)):
        lines = f"? Paper: Why?\n> Ada: {'So ' * 300}so.\n= Bo: {'Eels ' * (words - 1)}"
        of = corpus(briefing("b", "2021-01-01", lines))
        assert lookup(of).asked("b", "x1").minutes == minutes


@pytest.mark.parametrize(
    ("texts", "subject", "clear"),
    [
        ("Why?", Subject(place("b", "t1p1"), "eels in the sea"), True),
        ("Why?", Subject(place("b", "t1p1"), "eels"), True),
        ("How does Norport guard the Eel Tunnel?", None, True),
        ("How does Norport guard it?", None, False),  # one name only
        ("They say so: how does Norport guard the Eel Tunnel?", None, False),  # who, it leaves out
        ("How does Norport guard the Eel Tunnel", None, False),  # no question
        ("How does Norport — and it must — guard the Eel Tunnel?", None, False),
        (f"How does Norport guard the {'big ' * 8}Eel Tunnel?", None, True),  # 70 letters
        (f"How does Norport guard the {'big ' * 7}deep Eel Tunnel?", None, False),
    ],
)
def test_a_question_for_strangers_is_clear_by_itself(
    texts: str, subject: Subject | None, clear: bool
) -> None:
    event = briefing("b", "2021-01-01", f"? Paper: {texts}\n= Bo: So.")
    event = replace(event, exchanges=(replace(event.exchanges[0], subject=subject),))
    assert bool(lookup(corpus(event)).telling_questions("b", 3)) is clear


def test_whole_subjects_are_preferred_then_clipped_ones_then_short_ones() -> None:
    event = briefing(
        "b",
        "2021-01-01",
        """
        ? Paper: How does Norport guard the Eel Tunnel?
        = Bo: So.
        ? Paper: A?
        = Bo: So.
        ? Paper: B?
        = Bo: So.
        ? Paper: C?
        = Bo: So.
        ? Paper: D?
        = Bo: So.
    """,
    )
    at = place("b", "t1p1")
    subjects = (
        None, Subject(at, "eel"), Subject(at, "eel", True), Subject(at, "deep sea", True),
        Subject(at, "deep sea"),
    )  # fmt: skip
    exchanges = tuple(
        replace(exchange, subject=subject)
        for exchange, subject in zip(event.exchanges, subjects, strict=True)
    )
    find = lookup(corpus(replace(event, exchanges=exchanges)))
    chosen = [
        [question.number for question in find.telling_questions("b", most)] for most in range(1, 6)
    ]
    assert chosen == [[5], [4, 5], [2, 4, 5], [2, 3, 4, 5], [1, 2, 3, 4, 5]]


def test_linked_data_of_a_person_leave_out_what_is_unknown() -> None:
    bare = Person("x", "X", (), (), (), (), ())
    data = linked_data.person(bare, None, "speakers/x/", lookup(ALL))
    assert data == {"@type": "Person", "name": "X", "url": "https://x.org/speakers/x/"}
    known = replace(
        bare, chinese="名", other_names=("Ex",), roles=(_role("a", None), _role("b", "B House"))
    )
    data = linked_data.person(known, "b", "speakers/x/", lookup(ALL))
    assert (data["alternateName"], data["jobTitle"]) == (["Ex", "名"], "b")
    assert data["affiliation"] == {"@type": "Organization", "name": "B House"}
