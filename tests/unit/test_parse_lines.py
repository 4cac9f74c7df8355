"""Single lines and names, as each question that parsing asks of them is answered by a reader."""

from __future__ import annotations

import pytest

from briefings.parse.closing import is_imprint
from briefings.parse.datelines import (
    Dateline,
    is_dateline,
    is_only_a_time,
    is_place,
    read_dateline,
)
from briefings.parse.dates import day_before, find_dates, find_time, resolve, valid
from briefings.parse.facts import agency_line, article_date, host_of, host_of_title, series_of
from briefings.parse.front import is_lead
from briefings.parse.lists import organization_of
from briefings.parse.narration import in_brackets, is_heard, is_narrated
from briefings.parse.shapes import is_related, is_sentence, plain_heading
from briefings.parse.titles import is_about_somebody, people_of_lead, people_of_title


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("May 3, 2023 and 3 May 2023", ["2023-05-03", "2023-05-03"]),
        ("3.5.2023", []),
        ("2023.5.3, 2023/05/03, 2023年5月3日", ["2023-05-03", "2023-05-03", "2023-05-03"]),
        ("13/02/2023, 02/13/2023, 03/03/2023", ["2023-02-13", "2023-02-13", "2023-03-03"]),
        ("30/02/2023", []),
        ("2023-02-29 and 2024-02-29", ["2024-02-29"]),
        ("on 3 May and May 4", ["--05-03", "--05-04"]),
        ("Sept. 3 and Sep 4, Dec. 12", ["--09-03", "--09-04", "--12-12"]),
        ("they may 3", []),
        ("Feb 29", ["--02-29"]),
        ("Feb 30", []),
        ("May 5%", []),
        ("May 5,000", []),
    ],
)
def test_days(text: str, dates: list[str]) -> None:
    assert [date.iso for date in find_dates(text)] == dates


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("10 a.m.", "10 a.m."),
        ("at 10:30", "10:30"),
        ("at 10:30 pm", "10:30 pm"),
        ("2.05 P.M.", "2.05 P.M."),
        ("at 10", None),
        ("25:00", None),
    ],
)
def test_hours(text: str, time: str | None) -> None:
    assert find_time(text) == time


@pytest.mark.parametrize(
    ("day", "published", "iso"),
    [
        ("--07-25", "2022-07-25", "2022-07-25"),
        ("--07-25", "2022-07-24", None),
        ("--07-25", "2022-09-23", "2022-07-25"),
        ("--07-25", "2022-09-24", None),
        ("--12-30", "2023-01-02", "2022-12-30"),
        ("--02-29", "2024-03-01", "2024-02-29"),
        ("--02-29", "2023-03-01", None),
    ],
)
def test_a_day_without_a_year_is_the_last_one_before_its_publication(
    day: str, published: str, iso: str | None
) -> None:
    assert resolve(day, published) == iso


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Mint said on Tuesday", "2023-05-02"),
        ("The Mint said on Wednesday", "2023-05-03"),
        ("The Mint said last Thursday", "2023-04-27"),
        ("The Mint said on the 30th", "2023-04-30"),
        ("The Mint said on the 3rd", "2023-05-03"),
        ("On Tuesday the Mint, as on the 28th", "2023-04-28"),
        ("on the 10th anniversary", None),
        ("The Mint said so", None),
        ("on the 5th", None),
    ],
)
def test_a_weekday_or_a_day_of_the_month_is_counted_back(text: str, day: str | None) -> None:
    assert day_before(text, "2023-05-03") == day  # a Wednesday


def test_what_is_a_day() -> None:
    assert [valid(day) for day in ("2023-05-03", "--05-03", "--02-29", "2024-02-29")] == [True] * 4
    wrong = ("2023-02-29", "--13-01", "2023-5-3", "May 3", "", "20230503")
    assert [valid(day) for day in wrong] == [False] * 6


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Nordhaven, May 3, 2023", Dateline("2023-05-03", place="Nordhaven")),
        ("Nordhaven | 10 a.m. May 3, 2023", Dateline("2023-05-03", "10 a.m.", "Nordhaven")),
        ("May 3, 2023 | Nordhaven", Dateline("2023-05-03", place="Nordhaven")),
        ("3 May 2023", Dateline("2023-05-03")),
        ("Wednesday, 3 May 2023, 2:05 p.m. EST", Dateline("2023-05-03", "2:05 p.m.")),
        ("May 3", Dateline("--05-03")),
        ("2:05 P.M. EDT", Dateline(time="2:05 P.M.")),
        ("2023-05-03 10:12", Dateline("2023-05-03", stamp=True)),
        ("5/13/2023 10:12", Dateline("2023-05-13", stamp=True)),
        (
            "Updated: 2023-05-03 10:12",
            Dateline("2023-05-03", of_publication=True),
        ),
        (
            "Coast Radio | May 4, 2023",
            Dateline("2023-05-04", publisher="Coast Radio", of_publication=True),
        ),
        (
            "coast.example.org May 4, 2023",
            Dateline("2023-05-04", publisher="coast.example.org", of_publication=True),
        ),
        (
            "Published: Coast Radio, May 4, 2023",
            Dateline("2023-05-04", publisher="Coast Radio", of_publication=True),
        ),
        (
            "Press conference on nets | May 4, 2023",
            Dateline("2023-05-04", of_publication=True),
        ),
        ("10:30 a.m., Press Room", Dateline(time="10:30 a.m.")),
        ("Nordhaven on the coast, May 3, 2023.", Dateline("2023-05-03")),
        ("Old Nordhaven Town, May 3, 2023", Dateline("2023-05-03", place="Old Nordhaven Town")),
        ("Isle of Nordhaven, May 3, 2023", Dateline("2023-05-03", place="Isle of Nordhaven")),
        ("On Monday in Nordhaven, May 3, 2023", Dateline("2023-05-03", place="Nordhaven")),
        ("2 Nordhaven, May 3, 2023", Dateline("2023-05-03")),
        ("nordhaven, May 3, 2023", Dateline("2023-05-03")),
        ("May 3, 2023 | New Big Hall, Old Great Nordhaven Town", Dateline("2023-05-03")),
        (
            "Published by: Coast Radio",
            Dateline(publisher="Coast Radio", of_publication=True),
        ),
        (
            "Press conference on the state of all the nets and boats in the bay | May 3, 2023",
            Dateline("2023-05-03", of_publication=True),
        ),
        (
            "Published by the Great Coast Radio in Nordhaven Bay, May 3, 2023",
            Dateline(
                "2023-05-03",
                publisher="the Great Coast Radio in Nordhaven Bay",
                of_publication=True,
            ),
        ),
    ],
)
def test_what_a_dateline_says(text: str, line: Dateline) -> None:
    assert is_dateline(text)
    assert read_dateline(text) == line


@pytest.mark.parametrize(
    "text",
    [
        "On May 3, 2023, the dam broke.",
        "Is it May 3, 2023?",
        "Press conference on nets, May 3, 2023",
        "The dam that broke in the north on May 3, 2023 is mended",
        "10 a.m. is when the briefing that was put off yesterday will begin for all who come",
        "Nordhaven",
        "Mint shows a new coin",
        f"{'a ' * 80}May 3, 2023",
        "It was May 3, 2023, in Nordhaven.",
        "Old Nordhaven Town Hall, May 3, 2023",
        "Published by Coast Radio",
        f"Published by: Coast Radio {'and Coast Times ' * 5}",
        "Coast Radio, published: yes",
        "The doors of the hall open at 10:30 a.m. for all of you who come",
        "The state of the nets and of all the boats in the old bay today | The piers, May 3, 2023, "
        "and more",
        "Published by the Great Old Coast Radio and Times of Nordhaven Bay, May 3, 2023",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert not is_dateline(text)


def test_hours_alone_and_places() -> None:
    assert all(map(is_only_a_time, ("2:21 P.M. EDT", "10 a.m.", "(10:30)", "14:05:30 local time")))
    assert not any(map(is_only_a_time, ("At 10 a.m. we begin.", "10", "May 3", "3 boats")))
    assert all(map(is_place, ("Nordhaven", "Washington, D.C.", "New York, New York")))
    assert not any(map(is_place, ("Ann Lee", "in Nordhaven", "Room 2, 10 people", "X" * 60)))


@pytest.mark.parametrize(
    ("text", "imprint"),
    [
        ("“Evening Post” (Page 04 on July 26, 2022)", True),
        ("Evening Post, July 26, 2022", True),
        ("Evening Post, July 26", False),
        ("It ended on May 3, 2020.", False),
        ("It ended on May 3, 2020, as we all know.", False),
        ("a " * 16 + "May 3, 2020", False),
        ("Evening Post", False),
    ],
)
def test_imprints(text: str, imprint: bool) -> None:
    assert is_imprint(text) == imprint


@pytest.mark.parametrize(
    ("title", "people"),
    [
        ("Press Conference by Prime Minister Ann Lee", [("Ann Lee", "Prime Minister")]),
        ("Remarks by Governor Bo Berg and Mayor Cy Alm",
         [("Bo Berg", "Governor"), ("Cy Alm", "Mayor")]),
        ("Mint Spokesperson Ann Lee’s Remarks on May 3", [("Ann Lee", "Mint Spokesperson")]),
        ("By Ann Lee, Minister of Water", [("Ann Lee", "Minister of Water")]),
        ("By Ann Lee, Nordhaven", []),
        ("Press Secretary Updates Reporters", []),
        ("Press conference on nets", []),
        ("Transcript of briefing with Director General Ann Lee, May 3, 2023",
         [("Ann Lee", "Director General")]),
        ("President of Westmark Ann Lee holds press conference",
         [("Ann Lee", "President of Westmark")]),
    ],
)  # fmt: skip
def test_people_of_titles(title: str, people: list[tuple[str, str]]) -> None:
    assert people_of_title(title) == people


def test_people_of_leads_and_bylines() -> None:
    lead = "Ann Lee, head of the Mint, answered questions in a briefing held on May 3."
    assert people_of_lead(lead) == [("Ann Lee", "head of the Mint")]
    assert people_of_lead("Ann Lee, forty years old, answered questions.") == []
    assert is_about_somebody("by Minister Ann Lee ahead of the summit")
    assert not is_about_somebody("By Ann Lee")
    assert not is_about_somebody("By Ann Lee, Minister of Water")
    assert is_lead("The Mint held a press conference on May 3.")
    assert not is_lead("The Mint held a sale on May 3.")
    assert not is_lead("Today we held a press conference.")


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Welcome to this press conference held by the Office of Water. Today", "Office of Water"),
        ("The Office of Water held a press conference on lakes.", "Office of Water"),
        ("On May 3, the Ministry of Trade will hold talks.", None),
        ("On May 3, the Ministry of Trade held a regular press briefing.", "Ministry of Trade"),
        ("Welcome to this press conference of the Harbour Bureau.", "Harbour Bureau"),
        ("It was held by Ann Lee.", None),
        (f"{'So it is. ' * 150} The Office of Water held a press conference.", None),
    ],
)
def test_hosts(text: str, host: str | None) -> None:
    assert host_of(text) == host
    assert host_of(None, text) == host


@pytest.mark.parametrize(
    ("title", "host"),
    [
        ("Harbour Office press conference on nets", "Harbour Office"),
        ("Harbour Office holds a regular press conference", "Harbour Office"),
        ("Regular Press Conference of the Ministry of Trade (May 3)", "Ministry of Trade"),
        ("Office press conference", None),
        ("Mint’s Office press conference", None),
        ("Press conference on the Ministry of Trade", None),
        (None, None),
    ],
)
def test_hosts_of_titles(title: str | None, host: str | None) -> None:
    assert host_of_title(title) == host


def test_series() -> None:
    assert series_of('It is the 17th press conference under the theme of "Ten Years."') == (
        "Ten Years", 17,
    )  # fmt: skip
    assert series_of("Here is the third briefing in the “Open Lakes” series") == ("Open Lakes", 3)
    assert series_of("It is part of the series “Open Lakes”.") == ("Open Lakes", None)
    assert series_of(None, "It is a press conference.") == (None, None)


def test_days_of_reports() -> None:
    assert agency_line("Coast News Service, January 10th. He said") == (
        "Coast News Service", "--01-10",
    )  # fmt: skip
    assert agency_line("NORDHAVEN, May 3 (Coast Press) -- He said") == ("Coast Press", "--05-03")
    assert agency_line("The Mint said on January 10") == (None, None)
    assert agency_line("Ann Lee, January 10th. He said") == (None, None)
    held = "The Mint held a press conference on 31 May"
    assert article_date([f"NORDHAVEN, June 2 (Coast Press) -- {held}."]) == "--05-31"
    assert article_date([f"{held} and again on 2 June."]) == "--05-31"
    assert article_date(["It rained.", f"{held} 2021. It rained on 4 June."]) == "2021-05-31"
    assert article_date(["NORDHAVEN, July 25 -- It rained."]) == "--07-25"
    assert article_date(["It rained.", "NORDHAVEN, July 25 -- It rained."]) is None
    assert article_date(["It rained in all of the valley until July 25."]) is None


@pytest.mark.parametrize(
    ("text", "narrated"),
    [
        ("The reporter nodded.", True),
        ("Ann Lee shook her head.", True),
        ("Cy Alm shook his head.", False),
        ("The minister shook her head.", False),
        ("(The minister shook her head.)", True),
        ("At 3:15 the conference was suspended.", True),
        ("The press conference was suspended.", True),
        ("The press conference was held up on May 3, 2023.", False),
        ("The conference was suspended.", False),
        ("(The meeting was suspended.)", True),
        ("(A film was shown.)", True),
        ("(Laughter.)", False),
        ("The reporter nodded?", False),
        ("The reporter nodded", False),
        ("We left the podium.", False),
        ("The reporter nodded " + "and wrote on " * 10 + ".", False),
    ],
)
def test_what_is_narrated(text: str, narrated: bool) -> None:
    assert is_narrated(text, frozenset({"ann", "lee"})) == narrated


def test_what_is_heard() -> None:
    assert all(map(is_heard, ("(Laughter.)", "[Applause]", "（Laughter）", "(In Swedish)")))
    assert not any(map(is_heard, ("Laughter.", "(Laughter.) Four.", "(Ann Lee)", "(A) (B)")))
    assert in_brackets("(So it is.)")
    assert not in_brackets("(So) it (is.)")


@pytest.mark.parametrize(
    ("role", "organization"),
    [
        ("director of the Harbour Office", "Harbour Office"),
        ("director general of the Harbour Bureau of the Ministry",
         "Harbour Bureau of the Ministry"),
        ("Foreign Ministry Spokesperson", "Foreign Ministry"),
        ("Mint Spokesperson", None),
        ("vice minister of public security", None),
        (None, None),
        ("", None),
    ],
)  # fmt: skip
def test_organizations_of_roles(role: str | None, organization: str | None) -> None:
    assert organization_of(role) == organization


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained all day.", True),
        ("It rained.", False),
        ("It rained all day", False),
        ("“Did it rain all day?”", True),
        ("Press conference of the mint, held on May 3, 2023", False),
        ("The pressconferenceofthemintisheldinthelargehallofthemint today.", True),
        ("a" * 241, True),
        ("a" * 240, False),
        ("We will begin as ever at 10 a.m.", False),
        ("He said this to all:", True),
    ],
)
def test_sentences(text: str, sentence: bool) -> None:
    assert is_sentence(text) == sentence


def test_headings_and_links_to_other_news() -> None:
    assert all(map(is_related, ("Related News", "See also:", "Most read", "Top stories")))
    assert not any(map(is_related, ("News", "Related news that we read", "More boats came")))
    assert plain_heading("▪ Boats") == "Boats"
    assert plain_heading("#Boats") == "#Boats"
    assert plain_heading("##") == "##"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("NORDHAVEN -- The Office of Water held a press conference.", "Office of Water"),
        ("On May 3, the Office of Water held a press conference.", "Office of Water"),
        ("The Lake’s Office of Water held a press conference.", None),
        ("Ann Lee held a press conference.", None),
        ("OECD held a press conference.", "OECD"),
        (f"The Office of {'Ax ' * 16}and Air held a press conference.",
         f"Office of {'Ax ' * 16}and Air"),
        (f"The Office of {'Ax ' * 17}and Air held a press conference.", None),
    ],
)  # fmt: skip
def test_what_may_be_a_host(text: str, host: str | None) -> None:
    assert host_of(text) == host


def test_days_of_reports_by_their_place_in_the_text() -> None:
    rain = "It rained on {} in the valley."
    assert article_date([rain.format("July 25")]) == "--07-25"
    assert article_date(["In the old valley it has rained until July 25."]) is None
    assert article_date([f"{'a' * 58} July 25."]) == "--07-25"
    assert article_date([f"{'a' * 61} July 25."]) is None
    held = "The Mint held a press conference."
    assert article_date([held, rain.format("July 25")]) is None
    assert article_date([f"{held} It rained on July 25 2021."]) is None
    twice = "NORDHAVEN, June 2 -- The Mint held a press conference on 31 May."
    assert article_date([twice]) == "--06-02"
    thrice = (
        "NORDHAVEN, June 2 (Coast Press) -- The Mint held a press conference on 31 May, not 1 May."
    )
    assert article_date([thrice]) == "--06-02"
