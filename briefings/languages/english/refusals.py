"""Words around numbers that state no quantity, in English."""

from __future__ import annotations

from ..refusals import Refusals
from .grammar import AUXILIARIES, DETERMINERS

# Words before a number that is a position in a law, a list or a series of versions.
LAWS = frozenset(
    "article articles section sections paragraph paragraphs clause clauses resolution"
    " resolutions regulation regulations directive decree act law protocol annex subsection h.r."
    " art. arts. sec. para. paras. bill constitution rule rules".split()
)
LABELS = frozenset(
    "room question step chapter table figure fig. number no. nos. part phase stage item"
    " volume vol. page pages p. pp. appendix tier zone platform gate floor building unit lot"
    " form class grade level line exhibit episode season group category type option panel"
    " slide lesson day".split()
)
VERSIONS = frozenset("version versions edition release v".split())
_ANNOUNCED = frozenset(
    "measures priorities points aspects things areas steps reasons ways parts tasks"
    " respects suggestions fields proposals principles topics issues features"
    " characteristics goals objectives directions initiatives messages observations remarks"
    " conditions elements pillars actions items updates announcements ideas".split()
)
_OPEN = frozenset("over above older more under younger below fewer up".split())
_COMPARING = frozenset(
    "about over nearly almost than approximately around roughly under just exactly by to from"
    " some only".split()
)
_CLOCK = frozenset("a.m. p.m. am pm o'clock o’clock hrs gmt noon".split())

REFUSALS = Refusals(
    clock=_CLOCK,
    day_parts=frozenset(
        ("in", "the", part) for part in ("morning", "afternoon", "evening")
    ) | {("at", "night")},
    on_the=("on", "the"),
    of=frozenset({"of"}),
    span_links=frozenset("to - – and ,".split()),
    year_cues=frozenset("in since and until year mid early late - – the to".split()),
    price_bases=frozenset("levels baseline prices terms".split()),
    aged=frozenset("aged age ages".split()),
    ages_from=frozenset("aged ages".split()),
    age_from=frozenset("from between".split()),
    age_to=frozenset("to and through - –".split()),
    age_links=frozenset("to through and - –".split()),
    old=frozenset("old olds".split()),
    years_old=frozenset("year-old years-old year-olds".split()),
    years=frozenset("years year months".split()),
    ageable=frozenset(
        "everyone everybody anyone those people adults children individuals persons women men"
        " americans kids citizens residents all students patients".split()
    ),
    open_joints=frozenset("and or".split()),
    open_ends=_OPEN,
    older=frozenset("over older up above under younger".split()),
    spans=frozenset("day week month year decade quarter".split()),
    tied=frozenset("old member".split()),
    period_words=frozenset(
        "in over within during after before of under until next past last every".split()
    ),
    period_after=frozenset(
        "since passed ago later earlier after before from old imprisonment jail away".split()
    ),
    period_between=frozenset(
        "the same last past next coming recent first about some another".split()
    ),
    period_before=frozenset("past last next coming recent these".split()),
    half_orders=frozenset("first second latter other same".split()),
    lasting=frozenset({"for"}),
    elapsed=frozenset("been lasted lasts took takes".split()),
    coming=frozenset("next coming".split()),
    throughout=frozenset({"over"}),
    summing=frozenset("average total".split()),
    in_a_row=("in", "a", "row"),
    and_a=frozenset("and a".split()),
    limits=frozenset({"within"}),
    limit_ages=frozenset("aged age than".split()),
    involving=frozenset("involving with causing of having".split()),
    limit_ends=frozenset("more fewer less above".split()),
    more_than=frozenset({("more", "than")}),
    measured=frozenset("tons tonnes losses areas".split()),
    rates=frozenset("every per".split()),
    one=frozenset({"one"}),
    one_before=frozenset("no another each every this that the which any first last next".split()),
    one_behind=frozenset("of another by should must can may after hand day 's".split()),
    joints=frozenset({"and"}),
    zero=frozenset({"zero"}),
    zero_cues=frozenset(
        "but with and reported recorded saw had of was were are is to only from by".split()
    ),
    definite=frozenset(
        "the these those both all our its their his her your my following first last next previous"
        " past other same".split()
    ),
    possessives=("'s", "’s", "s'", "s’"),
    indefinite=frozenset({"past"}),
    others=frozenset({"other"}),
    article=frozenset({"the"}),
    apposing=frozenset({"as"}),
    partitive=frozenset("of percent".split()),
    kinds=frozenset("types kinds categories classes sorts forms".split()),
    announced=_ANNOUNCED,
    announcing=frozenset("i let".split()),
    namely=frozenset({"namely"}),
    list_openers=frozenset("firstly one".split()),
    turn_words=frozenset("more final last other short quick brief further follow-up".split()),
    turns=frozenset("question questions follow-up follow-ups".split()),
    room=frozenset("journalist journalists reporter reporters minutes speakers".split()),
    lone_links=frozenset("to from by and of than".split()),
    ranks=frozenset("top dial dialling dialing".split()),
    collectives=frozenset("group gang council committee club front".split()),
    adjectives=frozenset("us u.s. uk u.k. eu un prc dprk rok nato asean uae".split()),
    hotlines=frozenset("hotline hotlines helpline helplines".split()),
    hotline=frozenset("hotline helpline".split()),
    dialling=frozenset("text texting call calling dial sms code phone telephone".split()),
    pressing=frozenset("press presses pressing dial".split()),
    keys=frozenset("the and star asterisk pound hash key number digit * #".split()),
    laws=LAWS,
    law_links=frozenset("to and ( ) - – / , or eu no.".split()),
    law=frozenset({"law"}),
    labels=LABELS,
    versions=VERSIONS,
    streets=frozenset(
        "road street avenue lane drive square boulevard way rd st ave place court terrace"
        " alley".split()
    ),
    share_behind=DETERMINERS | AUXILIARIES | {"of", "as", "that", "percent", "those"},
    share_before=_COMPARING,
    idioms={
        "half": frozenset(
            {
                ("the", "battle"), ("the", "story"), ("the", "picture"), ("the", "fun"),
                ("a", "loaf"), ("the", "time"),
            }
        ),
        "a thousand": frozenset({("words",)}),
        "doubled": frozenset({("down",), ("up",), ("over",)}),
        "doubling": frozenset({("down",), ("up",), ("time",)}),
        "doubles": frozenset({("down",), ("as",)}),
        "double": frozenset({("down",), ("up",), ("standard",), ("standards",), ("as",)}),
    },
)  # fmt: skip
