"""English phrases for announcements of future acts."""

from __future__ import annotations

import re
from itertools import product

from ..announcements import Announcing
from .acting import (
    ACTS,
    AGENCIES,
    BODIES,
    DONE,
    HELD,
    HOLDERS,
    MEETINGS,
    OFFICES,
    PARTICIPLES,
    SMALL_OFFICES,
    words,
)


def _phrases(text: str) -> tuple[str, ...]:
    """Split a string into phrases, separated by commas."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(",") if phrase.strip())


def _joined(*columns: str) -> tuple[str, ...]:
    """Combine words, one from each column, into phrases."""
    return tuple(
        " ".join(combination) for combination in product(*(column.split() for column in columns))
    )


_COUNTED = "a an one two three four five six seven eight nine ten several few"
_CLASSES = {
    "UNIT": words("day days week weeks month months year years hour hours quarter quarters"),
    "PART": words(
        "afternoon evening week weekend month year spring summer autumn fall winter morning"
    ),
    "SPAN": words("week month year spring summer autumn fall winter quarter session spring"),
    "COUNT": words(_COUNTED),
    "COMING": words("coming next following"),
    "SEASON": words("spring summer autumn fall winter"),
    "ORDER": words("first second third fourth"),
    "SHARE": words("quarter half"),
    "WITHIN": words("in over during within for"),
    "SINCE": words("by before until through from in since"),
    "ON": words("in on from by until early late mid"),
    "THAT": words("the a an this that these those"),
    "YOURS": words("your those that the a one some any question questions it"),
    "EVENT": words(
        "conference meeting summit exhibition expo forum seminar symposium dialogue talks"
        " consultation consultations negotiations session exercise exercises drill drills training"
        " ceremony parade festival fair workshop congress assembly campaign visit tour event"
        " mission competition ministerial review relay celebration celebrations inauguration"
        " reception programme agenda lecture inquiry briefing briefings webinar teleconference"
        " roundtable dinner luncheon rally launch spacewalk spacewalks deployment auction"
        " auctions trip"
    ),
    "NOUN": words(
        "conference meeting summit exhibition forum campaign rule law visit ceremony session plan"
        " report regulation regulations measure measures construction testing registration"
        " enrollment enrolment recruitment coverage work works"
    ),
    "DO": words("take answer address"),
    "OPENING": words("opening brief short introductory closing"),
    "NEWS": words("information news it that them details"),
    "LOOKING": words("looking thinking working watching monitoring trying seeking focused"),
}

_ADVERBS = words(
    "also then soon now shortly likely both all each together next subsequently still again first"
    " further therefore thus accordingly respectively jointly just once too even certainly"
)


_LIGHT = _phrases(
    "have, do, give, make, deliver, conduct, undertake, engage in, have the opportunity ANY? to,"
    "have the chance ANY? to, have an opportunity to"
)

_EMPTY = words(
    "all any every whatever further more our its the their necessary appropriate firm strong"
    " resolute resolutely concrete forceful proper legitimate effective possible practical active"
    " counter and"
)


ANNOUNCING = Announcing(
    classes=_CLASSES,
    triggers=words(
        "will shall plan plans planned planning intend intends going scheduled set due preparing"
        " about decided expect expects takes comes goes enters agreed take come go enter kicks"
        " kick begins"
        " travels departs leaves arrives hosts visits meets convenes chairs co-hosts intention"
        " slated attends addresses speaks delivers signs returns heads meet"
        " starts opens reopens resumes closes start begin open reopen resume close"
    ),
    endings_ahead=words("'ll"),
    future=words("will shall 'll"),
    be=words("am is are 'm 're 's be"),
    have=words("has have 's 've"),
    to="to",
    to_come=_phrases(
        "going to, scheduled to, slated to, set to, due to, planning to, preparing to, about to"
    ),
    plans=_phrases("plan to, plans to, planned to, has plans to, have plans to, intend to,"
                   "intends to"),
    decisions=_phrases("decided to, agreed to, expect to, expects to"),
    planned=words("plan plans planned planning intend intends scheduled"),
    plan_nouns=words("plan plans intention"),
    plan_articles=words("our the my his her"),
    adverbs=_ADVERBS,
    adverb_ending="ly",
    no_adverbs=words("family supply apply reply italy july assembly fly rely ally rally"),
    we=words("we"),
    first_person=words("i"),
    spoken_of=_phrases(
        "they, he, she, the two, the three, the four, the five, both sides, both teams,"
        "the leaders, both leaders"
    ),
    announced=words("announced announces"),
    antecedent=words("it"),
    vague=words("it that which this these those"),
    relatives=words("that which who"),
    there=words("there"),
    definite=words("the"),
    clitics=words("ll re ve m d s"),
    offices=OFFICES,
    small_offices=SMALL_OFFICES,
    honorifics=words("mr ms mrs dr adm gen lt col maj capt"),
    bodies=BODIES,
    agencies=AGENCIES,
    holders=HOLDERS,
    ships=words("uss hms ins hmas"),
    events=_CLASSES["EVENT"] | _CLASSES["NOUN"],
    not_ours=words(
        "election elections referendum referendums poll polls trial trials hearing hearings"
        " funeral funerals market markets stock stocks exchange exchanges price prices temperature"
        " temperatures case cases infections number numbers water sea river unemployment"
        " inflation vote votes voting storm storms typhoon hurricane cyclone season rain rains"
        " rainfall snow wind winds flood floods wave waves heat winter summer spring"
        " autumn virus school-year"
    ),
    behind=words(
        "of from at in for across nationwide throughout between comprising comprised sent led made"
        " with under on"
    ),
    joints=words("and or"),
    sides=words("side sides government military army navy embassy people"),
    citizen_endings=("ese", "ish", "ian", "an", "i", "ine"),
    citizens=words(
        "french german dutch greek swiss thai czech u.s us uk eu uae rok dprk nato american british"
    ),
    named_otherwise={
        "american": "united states", "u.s": "united states", "us": "united states",
        "british": "united kingdom", "uk": "united kingdom",
    },
    speaks=(
        *_joined("is", "willing ready always committed firmly opposed concerned pleased"),
        *_joined("has", "always contributed decided"),
        *_joined("looks stands", "forward ready"),
        *_phrases(
            "remains, reiterates, reiterate, condemns, stands, hopes, hope, believes, believe,"
            "firmly, resolutely, always, opposes, supports, attaches, welcomes, urges, highly,"
            "would like, calls, strongly, appreciates, appreciate, maintains, holds, advocates,"
            "noted, has been, has provided, is providing, is working"
        ),
    ),
    speaks_of_any=_phrases("will"),
    that=words("that"),
    acts=ACTS,
    doing=words("proceed represent preside speak address go commit begin set"),
    done=DONE,
    act_phrases=(
        *_phrases(
            "take place, take part, set up, roll out, kick off, call on, sit down, set out,"
            "drop in, drop into, drop by, stop in, stop by, forward station, forward deploy,"
            "put in place, put forward, bring forward, assume command, assume office,"
            "appeal the, appeal this, count the, search the, lay before, lay regulations,"
            "lay a wreath, represent the? NAME NAME? at, call NAME,"
            "take command, take office, take over, step down, lift off, splash down,"
            "make available, make ANY ANY? ANY? ANY? available"
        ),
        *_joined(
            "use", "this that the", "opportunity occasion", "to", "pay meet hold visit host launch"
        ),
    ),
    light_verbs=_LIGHT,
    act_nouns=MEETINGS,
    releases=words("release publish issue announce introduce unveil submit"),
    released=words(
        "release publish issue announce introduce launch select open establish adopt complete set"
        " roll put hold submit"
    ),
    present=words(
        "donate deploy put invest announce launch travel head host hold meet propose release"
        " extend lift ease commit allocate reopen resume"
        " publish send open attend visit leave join sign deliver convene start begin introduce"
        " lead participate hear file issue award impose"
    ),
    expected=_phrases("expected to"),
    dated=_phrases(
        "scheduled for, slated for, set for, planned for, scheduled on, due on, due by, due out,"
        "due back"
    ),
    able=_phrases("able to"),
    obliged=_phrases("have to, need to"),
    being=words("being"),
    allowed=words("can may must"),
    from_then=_phrases(
        "from WEEKDAY, from next SPAN, from tomorrow, from midnight, from DAY MONTH,"
        "from MONTH DAY, from MONTH DAYTH, from the DAYTH, from the start of,"
        "from the beginning of, from the end of, starting WEEKDAY, starting tomorrow,"
        "starting DAY MONTH, starting MONTH DAY, beginning WEEKDAY,"
        "until DAY MONTH, until MONTH DAY,"
        "until WEEKDAY, as of WEEKDAY, as of DAY MONTH, as of MONTH DAY"
    ),
    schedules=_phrases(
        "takes place, take place, takes effect, take effect, comes into force, come into force,"
        "comes into effect, come into effect, goes into effect, go into effect, enters into force,"
        "enter into force, kicks off, kick off, begins, travels, departs, leaves, arrives, hosts,"
        "visits, meets, convenes, chairs, co-hosts, attends, addresses, speaks, delivers, signs,"
        "returns, heads to, heads for, meet, starts, opens, reopens, resumes, closes, start,"
        "begin, open, reopen, resume, close, goes live, go live"
    ),
    permitted=_phrases(
        "be able to, be allowed to, be permitted to, be required to, be eligible for,"
        "be eligible to, no longer have to, no longer need to, no longer be required to,"
        "receive, be offered, be required, no longer be required, no longer apply, be mandatory,"
        "become mandatory, be compulsory"
    ),
    present_counted=words("send donate deploy deliver put invest commit allocate"),
    present_now=words("announce launch propose release file issue publish award"),
    timed=_phrases(
        "start, begin, resume, reopen, open, close, end, arrive, take effect, come into force,"
        "come into effect, go live, go into, speak, talk, discuss, remind, mark, cover, engage,"
        "commemorate, address, expire, run, last, be out, be available, be back, set out, lay out,"
        "settle on, be open, be closed,"
        "announce, outline"
    ),
    begins=_phrases(
        "take place, start, begin, resume, reopen, open, kick off, conclude, take effect,"
        "come into force, come into effect, go into force, go into effect, enter into force,"
        "enter into effect, go live, expire, arrive, close, end, leave, depart, go out,"
        "be open, be closed, be available, be made available, apply, ship, settle on,"
        "remain in place, remain in force, remain in effect,"
        "stay in place, remain closed"
    ),
    altered=_phrases("increase, rise, go up, go down, fall, ease, return, move to, become"),
    moves=words("arrives leaves departs returns"),
    parts=_phrases(
        "focus on, discuss, include, feature, cover, consist, comprise, convene, bring together,"
        "review, exchange views, involve, run for NUMBER, run for COUNT, run until, run from,"
        "run through, last NUMBER, last COUNT, examine, study THAT, analyze, analyse,"
        "demonstrate THAT ability, be attended, be joined, be divided, be chaired, be co-chaired"
    ),
    content=_phrases("convene, include, feature, consist of, comprise"),
    at_event=tuple(
        f"{verb} THAT ANY? ANY? ANY? EVENT"
        for verb in ("participate in", "take part in", "attend", "join", "address", "speak at",
                     "speak to")
    ),
    stays=_joined("be", "back here there in at on WEEKDAY MONTH tomorrow"),
    going=words("go"),
    own_acts=words(
        "visit travel attend meet hold host convene chair sign launch pay depart leave participate"
        " join set publish send appoint nominate propose submit deliver use announce open write"
        " bring commission consult lay legislate retire testify update"
    ),
    evident=words("visit travel host attend chair nominate appoint convene depart"),
    arranged=words(
        "resume announce release publish issue launch open establish set roll put hold select"
        " table submit introduce adopt complete distribute deploy build convene inaugurate auction"
        " mail post stream televise allocate award compile conduct disburse donate install appoint"
        " vaccinate"
    ),
    held=HELD,
    occasions=words(
        "briefing meeting session summit ceremony announcement conference signing reception event"
        " exhibition forum round discussion meetings discussions sessions briefings events"
        " announcements talks"
    ),
    additional=words("additional more new further"),
    not_arranged=words(
        "death deaths case cases casualties victims infections losses chance chances risk risks"
        " problem problems change changes people percent questions days weeks months years"
    ),
    vague_objects=words(
        "best effort efforts contribution contributions platform platforms bridge bridges boost"
        " foundation guarantee support momentum impetus opportunity opportunities attention"
        " emphasis service services example advantage advantages role play hands importance heed"
        " priority halfway responsibility"
    ),
    vague_beginnings=_phrases(
        "everything, whatever, us, into, up, forward, closer, ahead, on to, hand in hand, "
        "with you, views together"
    ),
    measures=words(
        "measure measures action actions step steps counter-measures countermeasures"
    ),
    empty=_EMPTY,
    endeavours=(
        *_phrases(
            "continue, keep, strive, try, work, endeavor, endeavour, remain, stay, look, think,"
            "consider, evaluate, monitor, watch, learn, rely, get, feel, help, allow, enable,"
            "ensure, contribute, adhere, persist, insist, always, spare, do everything, never, not,"
            "stand, uphold, follow, seek, step up, focus, aggressively, consistently, be LOOKING,"
            "explore"
        ),
        *_joined("make", "every all great greater more new unremitting joint concrete further"),
        *_joined("pay", "close more great"),
    ),
    no_acts=(
        *_phrases(
            "not, never, have to, need to, see, hear, look for, talk to you, tell, say, let, check,"
            "get back, keep you, keep everyone, keep a close, keep watching, keep monitoring, turn,"
            "pass, stop, start with, start by, start off, start over, start there, begin with,"
            "begin by, go ahead, go back, go on, move on, move to, move around, leave it,"
            "leave that, leave you, refer, defer, reiterate, repeat, emphasize, emphasise, stress,"
            "note, add, mention, brief you, brief everyone, do that, do this, do so, make sure,"
            "make clear, make it clear, have one, do more, like, want, know, think, try,"
            "update you, provide you, provide an update, provide updates, work through, join me,"
            "join us, speak for, start taking, explain, find out, follow up, call on, wait, wrap,"
            "report back, present to you, give you, give the floor, cut it, cut in, come back,"
            "share ANY? ANY? ANY? ANY? with you, take us, take ANY? ANY? ANY? days, take time"
        ),
        *_joined("DO", "YOURS"),
        *_joined("try to answer", "YOURS"),
        *_joined("speak to", "you that it"),
        *_joined("put", "that it this"),
        *_joined("do", "our my its the", "best"),
        *_joined("have", "more some details anything time"),
        *_phrases("have an update, have a full"),
        *_joined(
            "be", "able happy glad honest clear brief staffed around the a an in at up very more"
            " no another part good back"
        ),
        "be held accountable",
        "be very brief",
        *_joined("provide give make have offer", "ANY?", "OPENING", "remarks statement comments"),
    ),
    put_off=(
        *_joined("you your", "posted updated informed"),
        *_phrases(
            "in due course, in a timely, as soon as, at the proper, at the appropriate,"
            "at an appropriate, when we, when it, when there, if we, if there, if any"
        ),
    ),
    news=words("information detail details news update updates"),
    others=_phrases(
        "hope, hopes, hoping, hoped, believe, believes, expect, expects, expected, wish, wishes,"
        "urge, urges, urged, trust, trusts, asked, ask, asks, according to, whether, if, unless,"
        "when you, think, thinks, thought, wonder, confident, convinced, no matter, depend,"
        "depends, provided that, said, says, told, stressed, claimed, claims, reported, stated,"
        "noted, pledged, promised, vowed, warned, reaffirmed, expressed, mentioned, quoted,"
        "is when, know when, say when, clear when, you when, as long as, would like, predict,"
        "predicts, predicted, prediction, estimate, estimates, estimated, in the hope, so that,"
        "hopeful, on when, the more, the less, the fewer, the sooner, likely, perhaps, maybe,"
        "assume, guess, suppose, the impression, afraid, worry, worried, concerned, forecast,"
        "forecasts, fear, fears, means, possibility"
    ),
    reports=words(
        "said says told stressed claimed claims reported stated noted pledged promised vowed warned"
        " reaffirmed expressed mentioned quoted"
    ),
    own_words=words("we you i just"),
    according=("according", "to"),
    agreed=words(
        "plan plans agreement consensus schedule arrangement arrangements calendar timetable"
        " programme"
    ),
    asking=words("why how what"),
    why=words("why"),
    anew=words("and but so also"),
    conditions=words("if unless"),
    no_condition_before=words("even see as"),
    no_condition_behind=words("necessary needed possible"),
    steps=(
        *_joined("for in as", "the a our", "next", "step phase stage year month"),
        *_joined("for in as", "the", "next", "few", "UNIT"),
        *_phrases(
            "going forward, moving forward, looking ahead, in the near? future, from now on,"
            "next COMMA"
        ),
    ),
    times=_phrases(
        "tomorrow, today, tonight, shortly, this PART, later today, later this ANY,"
        "later in the day, later in the week, later in the month, later in the year,"
        "next SPAN, next few ANY, WITHIN the COMING ANY? UNIT, annually, every year,"
        "ON the end of, ON the start of, ON the beginning of, before the end of,"
        "SINCE YEAR, the ORDER SHARE of, within NUMBER UNIT, in NUMBER UNIT,"
        "within COUNT UNIT, within UNIT, in COUNT UNIT, very soon, at CLOCK, at NUMBER a.m,"
        "from NUMBER a.m to NUMBER a.m, from NUMBER a.m to NUMBER p.m,"
        "from NUMBER a.m, from NUMBER p.m, at NUMBER o'clock, SINCE the SEASON, in the UNIT ahead,"
        "at NUMBER p.m, over the SEASON, later in the SEASON, next? WEEKDAY,"
        "this coming WEEKDAY, ON? DAY MONTH, ON? MONTH NUMBER, ON? MONTH DAYTH, ON? DAYTH MONTH,"
        "DAYTH of MONTH,"
        "MONTH this, MONTH next, MONTH of, MONTH COMMA, ON MONTH, in early MONTH, in late MONTH,"
        "ON? DAY to DAY MONTH, ON? DAY and DAY MONTH, ON? MONTH DAY to DAY,"
        "ON? MONTH DAY and DAY, ON? MONTH DAY to MONTH DAY, ON? MONTH DAYTH to DAYTH,"
        "ON? MONTH DAYTH to MONTH DAYTH, on the DAYTH, from the DAYTH"
    ),
    past_times=words("last past"),
    recurring=words("every each daily weekly usually normally always often"),
    in_year=re.compile(r"\bin\s+((?:19|20)\d\d)\b", re.IGNORECASE),
    today=words("today"),
    numbers=words(
        "half twice double triple hundred hundreds thousand thousands million millions billion"
        " billions dozen dozens"
    ),
    counts=words("two three four five six seven eight nine ten eleven twelve"),
    named_measures=words(
        "plan act law initiative campaign operation regulation regulations program programme"
        " agreement treaty action project rule rules pledge fund package protocol convention"
        " guideline guidelines framework strategy coalition tour measures outline opinions"
    ),
    measure_prepositions=words("on for of against concerning"),
    measure_phrases=_joined(
        "special new national nationwide action",
        "campaign operation plan rule regulation regulations fund program programme",
    ),
    present_endings=("s", "es"),
    plural_ending="s",
    days_ending="-day",
    progressive_ending="ing",
    participle_ending="ed",
    participles=PARTICIPLES,
)  # fmt: skip
