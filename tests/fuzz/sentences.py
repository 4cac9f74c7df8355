"""Sentences from templates: numbers of all kinds, ranges, lists, nested quotations and brackets."""

from __future__ import annotations

from hypothesis import strategies as st

NUMBERS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.decimals(0, 10**4, places=2, allow_nan=False).map(str),
    st.integers(1900, 2035).map(str),
    st.sampled_from(
        "0 00 007 -4 −3.5 .5 5. 3,75 2,5 1,000,00 12,34,567 1,23,456 0,123 1.234.567 1 200 000"
        " 1,000,1,000 12,2021 one two twelve twenty-five half one-half a\u00a0third two-thirds"
        " hundred thousand a\u00a0hundred two\u00a0hundred\u00a0and\u00a0fifty"
        " hundreds\u00a0of\u00a0thousands dozens"
        " 1.2m 3bn 5k €3bn $5 US$1.5 Rs. ¥ 5% 5‰ 10:30 10:99 24:1 3-2 5-7 5–7% 555-0142 +44 9/11"
        " 70th 1st first Q1 H2 G20 5G COVID-19 Article\u00a012 1990s 2021-22 2021-2030 2024-02-31"
        " 03/11/2024 50-odd 12-kilometre 18-year-old 5°C -12° ٣٤ ¾ ² ⅷ １２ 三 9999999999999999999"
        " one\u00a0in\u00a0five 3\u00a0in\u00a010 17\u00a0out\u00a0of\u00a020 1e5 0x1F №5 5,"
        " #7 (3) [4] *5* 6^7 8_9".split(" ")
    ),
)
NOUNS = st.sampled_from(
    "officers people cases farms boats% percent percentage\u00a0points basis\u00a0points"
    " million\u00a0yuan billion euros tonnes km square\u00a0kilometres years months"
    " consecutive\u00a0months days countries women\u00a0and\u00a0children times fold hectares"
    " old\u00a0men of\u00a0them more fewer thousand million crore lakh".split(" ")
)
NAMES = st.sampled_from(
    ["Bo Fisher", "Mr. Fisher", "J. R. R. Tolk", "U.S. Navy", "Xinhua", "Dr. Ann-Lee O'Neil", "X"]
)
DATES = st.sampled_from(
    ["May", "May 3", "May 3, 2021", "3 May", "99 February", "Feb 30, 2021", "June 25 to Sept. 30",
     "last year", "this year", "the first half of 2024", "Q1 2024", "the past decade", "2019",
     "1999-2003", "the campaign", "the end of June", "FY 2022-23", "May 2021,2022"]
)  # fmt: skip
TEMPLATES = st.sampled_from(
    [
        "Some {n} {u} aged from {n} to {n} from {n} {u} attended.",
        "It rose from {n} to {n} from {n} {u} from {n} {u}.",
        "Exports fell by {n} to {n} from {n} in {d}.",
        "Up {n} from {n}, to {n} from {n} a year earlier, from {n}.",
        "Between {n} and {n} {u}, {n} to {n} to {n} {u}, and {n}-{n} {u} were seen.",
        "A and B reached {n} {u} and {n} {u}, respectively, {n} and {n} more than in {d}.",
        "There were {n}, {n}, {n} and {n} {u}; {n} of {n} {u} ({n} in {d}).",
        "In {d}, {n} {u} and {n} {u} were sunk, {n} in the former and {n} in the latter.",
        "More than {n}, nearly {n}, about {n} or so, {n} or more, at least {n} {u}.",
        "For {n} {u} in a row, since {d}, no fewer than {n} {u} have fallen {n} {u}.",
        "{p} said: “In {d} we closed ‘{n} {u}’, (of them “{n}”) and [{n}] more.”",
        "“‘“{p} said {n}”’ and ((({n} {u}))”",
        'He said "{n} {u}" and "{n}',
        "{p}, director of the {n} Bureau of the {p} Ministry, said that {n} {u} will be built.",
        "Next, the ministry will open {n} {u} by {d}. Thank you.",
        "First, {n} {u}. Second, {n}. (1) {n} (2) {n} 3) {n}. a. {n}",
        "{p}. {p}. {p} U.S. {n} No. {n} Mr. {n} etc. {n} a.m. {n}",
        "{n}{n} {n}.{n} {n},{n} {n}:{n} {n}/{n} {n}-{n} {n}%{n}",
        "from to by of {n} from to by {n} and {n} , {n}",
        "the {n} {u}'s {n} {u} per {n} {u} every {n} {u}",
        "{u} {u} {n} {d} {d} {p}",
    ]
)
WORDS = st.sampled_from(
    "from to by of and , . ; : ( ) “ ” ‘ ’ \" ' - – — … ? ! rose fell up down more than about the a"
    " respectively since in during aged between including will said per every or so % yuan".split()
)


@st.composite
def templated(draw: st.DrawFn) -> str:
    """A template filled in."""
    text = draw(TEMPLATES)
    for mark, values in (("{n}", NUMBERS), ("{u}", NOUNS), ("{d}", DATES), ("{p}", NAMES)):
        while mark in text:
            text = text.replace(mark, draw(values), 1)
    return text.replace("\u00a0", draw(st.sampled_from([" ", "\u00a0"])))


_SALAD = st.lists(st.one_of(WORDS, NUMBERS, NOUNS, DATES, NAMES), min_size=1, max_size=25)
SENTENCES = st.one_of(
    templated(),
    _SALAD.map(" ".join),
    st.lists(templated(), min_size=2, max_size=4).map(" ".join),
    st.tuples(templated(), st.integers(1, 12)).map(lambda pair: (pair[0] + " ") * pair[1]),
    st.tuples(st.text(max_size=20), templated(), st.text(max_size=20)).map("".join),
)
