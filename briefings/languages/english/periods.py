"""Words for periods in English."""

from __future__ import annotations

from ..periods import PeriodWords
from ..refusals import by_first_word
from .grammar import MODALS
from .speech import PRESENT, REPORTING, SAYING

# Words with which a period may begin, besides months, years and signs such as Q1.
_OPENERS = frozenset(
    "since between compared against than versus vs over from on to by as at until till every each"
    " per annually yearly annual year-on-year year the this last current previous next past first"
    " second third fourth fiscal financial fy early late mid".split()
)
_COUNTS = {
    word: n
    for n, word in enumerate(
        "one two three four five six seven eight nine ten eleven".split(), 1
    )
}  # fmt: skip
_EXPECTING = frozenset(
    "will expect expects expected aim aims plan plans hope hopes want wants goal target would"
    " should pledged pledges intends".split()
)
_SUPERLATIVES = frozenset(
    "lowest highest largest biggest smallest fewest most least first best worst fastest slowest"
    " sharpest longest strongest weakest deadliest greatest steepest record low high seen time"
    " unprecedented".split()
)

PERIODS = PeriodWords(
    openers=_OPENERS,
    since=frozenset({"since"}),
    no_time=frozenset("then ancient".split()),
    superlatives=_SUPERLATIVES,
    starts=frozenset({("the", "beginning", "of"), ("the", "start", "of")}),
    since_shown="since",
    since_start_shown="since the beginning of",
    new_subjects=frozenset("we they he she i".split()),
    new_verbs=frozenset("have has had with and we".split()),
    afterwards=frozenset({"after"}),
    inner_verbs=frozenset("been being be having".split()),
    begun=frozenset("took came went began became got broke hit left rose fell ran".split()),
    begins=frozenset({"from"}),
    between=frozenset({"between"}),
    links=frozenset("to through until - –".split()),
    between_links=frozenset({"and"}),
    limits=frozenset("by as at until till".split()),
    at=frozenset({"at"}),
    by=frozenset({"by"}),
    as_of={"as": "of"},
    ends=frozenset({("the", "end", "of"), ("end", "of")}),
    parts=frozenset(
        {("the", "middle", "of"), ("the", "beginning", "of"), ("the", "start", "of")}
    ),
    expecting=_EXPECTING,
    past_forms=frozenset("had have has was were".split()),
    each=frozenset("every each per".split()),
    each_units=frozenset("year month day week".split()),
    yearly=frozenset("annually yearly".split()),
    yearly_pairs=frozenset({("annual", "number")}),
    yearly_shown="every year",
    year_on_year=by_first_word(
        {
            ("year-on-year",), ("year", "on", "year"), ("on", "the", "year"),
            ("year", "over", "year"),
        }
    ),
    year_on_year_shown="year on year",
    bases=frozenset("compared against than versus vs over from on to".split()),
    base_pairs=frozenset({("compared", "with"), ("compared", "to")}),
    year_bases=frozenset("over against".split()),
    loose_bases=frozenset("from to on".split()),
    same_period=frozenset({("same", "period")}),
    again=by_first_word(
        {
            (link, which, "same", stretch)
            for link in ("over", "in", "during", "for")
            for which in ("that", "the", "this")
            for stretch in ("period", "time")
        }
        | {(link, which, "period") for link in ("over", "during") for which in ("that", "this")}
    ),
    within=frozenset("in during for throughout over within of by".split()),
    months_after=frozenset("in during since until of for by from".split()),
    on=frozenset({"on"}),
    year_after=frozenset("year since and".split()),
    articles=frozenset("the this last".split()),
    rough=frozenset("early late mid".split()),
    quarters={"first": 1, "second": 2, "third": 3, "fourth": 4},
    part_sizes={"quarter": 3, "half": 6},
    first=frozenset({"first"}),
    counts=_COUNTS,
    months=frozenset("months quarters".split()),
    of=frozenset("of , in".split()),
    of_shown=" of ",
    part_signs={"q": 3, "h": 6},
    years={
        ("this", "year"): 0, ("the", "year"): 0, ("last", "year"): -1, ("previous", "year"): -1,
    },
    relative={"this": 0, "current": 0, "last": -1, "previous": -1, "next": 1},
    year=frozenset({"year", "year’s", "year's"}),
    measures=frozenset("figure figures level levels total totals average".split()),
    held_against=frozenset({"on"}),
    levels=frozenset("level levels".split()),
    and_next=frozenset({("and", "next"), ("and", "next", "year")}),
    fiscal_pairs=frozenset({("fiscal", "year"), ("financial", "year")}),
    fiscal=frozenset("fy fiscal".split()),
    past=frozenset("past last".split()),
    the=frozenset({"the"}),
    stretches=frozenset("decade decades years months weeks days year month week".split()),
    ending=frozenset("to ending ended".split()),
    year_to_shown="year to",
    seasons=frozenset("spring summer autumn winter".split()),
    relatives=frozenset("which who".split()),
    telling=frozenset((*SAYING, *REPORTING, *PRESENT)),
    planned=MODALS,
    foretold=frozenset(
        "expected projected forecast predicted announced published released".split()
    ),
    now=frozenset("now currently today presently".split()),
    during=frozenset("during in throughout".split()),
    definite=frozenset("the this".split()),
    from_=frozenset({"from"}),
)  # fmt: skip
