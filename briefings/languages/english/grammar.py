"""English word classes for finding the subject, change and period of figures."""

from __future__ import annotations

import re

from briefings.model.figures import Direction

from ..quantities import Grammar
from ..refusals import by_first_word

_RISE = (
    "increase increases increased increasing rise rises rose risen rising grow grows grew grown"
    " growing growth climb climbs climbed climbing jump jumps jumped surge surges surged surging"
    " expand expands expanded expanding expansion gain gains gained soar soars soared up"
    " improve improved improving improvement accelerate accelerated widen widened widening raise"
    " raised raising upgrade boost boosted add extended lengthened double doubled doubling triple"
    " tripled quadrupled quadrupling upgraded upgrades strengthened appreciated advanced hike hiked"
    " higher more"
)
_FALL = (
    "decrease decreases decreased decreasing fall falls fell fallen falling drop drops dropped"
    " dropping decline declines declined declining reduce reduces reduced reducing reduction"
    " reductions shrink shrinks shrank shrunk shrinking cut cuts cutting lower lowers lowered"
    " lowering plunge plunges plunged plummet plummeted slump slumped slip slipped slid slide"
    " sink sank contract contracted contraction narrow narrowed narrowing ease eased down"
    " diminish diminished dip dipped tumble tumbled weaken weakened depreciated shorten shortened"
    " slow slowed downgrade downgraded halve halved halving halves fewer less smaller"
    " slash slashed trim trimmed lose"
)
DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys(_RISE.split(), "increase"),
    **dict.fromkeys(_FALL.split(), "decrease"),
}
# Adjectives and adverbs that indicate a change only after a size: "5% higher", "up 5%".
DEGREES = frozenset("up down higher lower more fewer less smaller".split())
CHANGE_NOUNS = frozenset(
    "increase increases rise rises growth jump surge expansion gain gains improvement hike decrease"
    " decreases fall drop drops decline declines reduction reductions cut cuts contraction slump"
    " dip plunge slide boost".split()
)
CHANGE_VERBS = (
    frozenset(DIRECTIONS)
    - DEGREES
    - frozenset("growth expansion improvement reduction reductions contraction hike".split())
)
BE = frozenset("is are was were be been being".split())
HAVE = frozenset("has have had having".split())
MODALS = frozenset("will would can could may might shall should must".split())
AUXILIARIES = BE | HAVE | MODALS | frozenset("do does did not n't".split())
LINKING = frozenset(
    "is are was were reach reached reaches reaching remain remained remains remaining stand"
    " stands stood total totaled totalled totals totaling totalling came come comes amount"
    " amounted amounts exceed exceeded exceeds hit account accounted accounts accounting"
    " maintain maintained keep kept averaged averages average averaging became becomes become"
    " measured equal"
    " equals equalled represented represents representing marking made has had have traded"
    " valued worth cost costs estimated saw included includes including".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from to with without within into onto over under about against"
    " between among across through during since until till after before behind beyond near"
    " per via amid around along despite except like off out toward towards upon throughout"
    " than as including regarding concerning involving following versus under due thanks"
    " according".split()
)
CONJUNCTIONS = frozenset(
    "and or but nor while whereas although though because so if when where".split()
)
DETERMINERS = frozenset(
    "the a an this that these those all any each every some no our your their his her its my both"
    " another such".split()
)
PRONOUNS = frozenset(
    "i we you he she it they them us him who which what there whom whose that one".split()
)
STOPPERS = PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | DETERMINERS | PRONOUNS | frozenset(
    "respectively year-on-year annually below above nationwide worldwide ago later earlier today"
    " yesterday tomorrow now successfully effectively also then only already still far too"
    " just thus hence each alone".split()
)  # fmt: skip
IRREGULAR_PARTICIPLES = frozenset(
    "built sent held won lost sold bought made given taken set shut found caught begun led broken"
    " seen done put paid spent known drawn written spoken grown shown met hit read brought taught"
    " laid kept left dealt fought sought born killed hurt rebuilt undertaken driven frozen stolen"
    " hidden chosen torn worn sworn flown forgiven overseen withdrawn lent proven met".split()
)
_NOT_PARTICIPLES = frozenset(
    "hundred need speed seed feed breed deed weed indeed red bed shed sacred hatred kindred united"
    " limited gang-related drug-related old-aged biomed unprecedented".split()
)
PEOPLE = frozenset(
    "people persons person individuals individual men women man woman children child boys"
    " girls suspects suspect citizens residents patients students pupils nurses doctors"
    " farmers personnel staff police policemen policewomen soldiers troops refugees migrants"
    " tourists passengers visitors victims casualties guests delegates participants"
    " attendees adults youths youngsters teenagers seniors infants babies elderly"
    " inhabitants voters employees staffers heroes models witnesses fugitives criminals offenders"
    " experts specialists officials cadres graduates athletes entrepreneurs immigrants"
    " applicants inmates prisoners detainees hostages civilians nationals foreigners natives"
    " locals parents mothers fathers spouses orphans guards crew crewmembers volunteers"
    " seafarers passers-by spokespersons clients customers consumers users subscribers"
    " beneficiaries tenants recipients accountants assistants servants heads leaders chiefs"
    " relatives dependents consultants merchants descendants combatants contestants"
    " attendants militants occupants immigrants informants".split()
)
_PEOPLE_ENDINGS = ("ers", "ors", "ists", "ians", "men", "ees", "eers")
_NO_PEOPLE = frozenset(
    "centers computers numbers orders offers papers answers matters disasters letters"
    " borders dollars trailers cylinders containers tankers servers vouchers posters towers"
    " powers chapters clusters sectors doors floors factors errors reactors motors tractors"
    " corridors detectors indicators monitors trees fees degrees committees guarantees lists"
    " grants headquarters boosters ventilators parameters meters kilometers centimeters"
    " millimeters liters filters folders helicopters cruisers destroyers bombers fighters"
    " howitzers launchers interceptors loaders"
    " carriers boilers transformers generators sensors sponsors elevators conveyors"
    " incubators accelerators vectors tensors mirrors harbors harbours rivers waters layers"
    " covers registers rollers shelters scooters chargers printers routers harvesters"
    " craters ledgers quarters barriers frontiers tiers piers oysters theaters theatres"
    " transfers stickers thrusters rovers flyers fibers fibres timbers lumbers embers"
    " drawers counters newsletters identifiers trackers browsers semiconductors compressors"
    " specimen abdomen omens regimen corners members manufacturers producers operators"
    " suppliers retailers exporters importers providers carmakers automakers dangers"
    " respirators careers hours colors colours flavors levees jamborees".split()
)
VEHICLES = frozenset(
    "vehicle vehicles car cars truck trucks lorry lorries bus buses motorcycle motorcycles"
    " automobile automobiles taxis taxi van vans ambulances ambulance coaches scooters".split()
)
CASES = frozenset("case cases".split())
# Words for a stock, whose unit is in the word before: "vehicle ownership".
STOCKS = frozenset("ownership population number numbers total count fleet stock".split())
_SKIPPED = frozenset("such different various other more fewer less new additional further".split())
# Plurals that end a noun phrase, as they cannot modify a following noun.
_FINAL = frozenset("people women men children persons individuals".split())
_POSTMODIFIERS = frozenset(
    "involving related concerning regarding linked targeting for against affecting among".split()
)
_REPORTING = frozenset(
    "said says noted added stressed show shows showed announced ensuring means".split()
)
_BOUNDARIES = frozenset(
    "while but whereas with which where when because although though seen saw see sees"
    " witnessed".split()
)
_SINGULAR_S = ("ss", "us", "is", "gas", "lens")
_OF_THEM = {("of", "them"), ("of", "whom"), ("of", "which"), ("of", "these"), ("of", "those")}
_EXCEEDING = frozenset(
    "exceed exceeds exceeded exceeding surpassed surpassing topped topping".split()
)
_HARMING = frozenset("killing killed wounding wounded injuring injured".split())
_INTRANSITIVE = frozenset(
    "rise rises rose risen rising grow grows grew grown growing climb climbed jump jumped surge"
    " surged fall falls fell fallen falling drop drops dropped dropping decline declines declined"
    " declining shrank shrunk plunged plummeted slipped slid sank dipped tumbled increase increased"
    " increases increasing decrease decreased decreases decreasing soared slumped".split()
)
LOOSE = frozenset("year-on-year year on the a an further another sharply again by".split())
_AMONG = re.compile(r"^(?:among|of|in)\s+(?:them|these|those|which|the total)\b", re.IGNORECASE)
# Nouns for undertakings: for "since the campaign started", the year of its start is looked up.
UNDERTAKINGS = frozenset(
    "campaign operation action programme program project initiative drive reform crackdown"
    " scheme period".split()
)
_UNDERTAKING = re.compile(
    rf"\b(?:{'|'.join(sorted(UNDERTAKINGS - {'period'}))})s?\b", re.IGNORECASE
)
_BEGINNINGS = re.compile(
    r"\b(?:launch\w*|beg[au]n\w*|start\w*|carr(?:y|ied|ies) out|organi[sz]\w*|initiat\w*"
    r"|introduc\w*)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:since|in|from)\s+((?:19|20)\d\d)\b", re.IGNORECASE)

_SUBJECTS = frozenset(
    "i we you he she it they them us who which what there whom whose that everyone anyone".split()
)
_TELLING = frozenset(
    "said says told noted stressed showed shows show mentioned announced means mean revealed"
    " believe believes think thinks know knows represents represent expected projected".split()
)
_ADVERBS = frozenset(
    "now yesterday today just only also still then already currently recently so far about nearly"
    " almost approximately over around some alone yet again further later earlier"
    " less fewer compared same subsequent".split()
)
_LEAD_INS = frozenset(
    {
        ("as", "well", "as"),
        ("in", "addition", "to"),
        ("in", "fact"),
        ("of",),
    }
)
_LEAD_INS |= {
    (which, unit) for which in ("last", "this", "next", "every", "each")
    for unit in ("year", "month", "week", "day")
}  # fmt: skip

GRAMMAR = Grammar(
    directions=DIRECTIONS,
    degrees=DEGREES,
    change_nouns=CHANGE_NOUNS,
    change_verbs=CHANGE_VERBS,
    intransitive=_INTRANSITIVE,
    loose=LOOSE,
    be=BE,
    have=HAVE,
    auxiliaries=AUXILIARIES,
    linking=LINKING,
    prepositions=PREPOSITIONS,
    conjunctions=CONJUNCTIONS,
    determiners=DETERMINERS,
    articles=frozenset("a an the another this".split()),
    equal=frozenset("or to equals".split()),
    equivalent=frozenset({"equivalent"}),
    including=frozenset({"including"}),
    bringing=frozenset("bring brings bringing brought take takes taking took".split()),
    tallies=frozenset("tally toll total count".split()),
    places=frozenset("in on at from across by overseas abroad".split()),
    modals=MODALS,
    with_=frozenset({"with"}),
    worth=frozenset({"worth"}),
    same=frozenset({"same"}),
    for_=frozenset({"for"}),
    no_topics=frozenset("example instance now years months weeks days decades too".split()),
    measured_changes=frozenset({"growth"}),
    people_shown="people",
    pronouns=PRONOUNS,
    stoppers=STOPPERS,
    participle_ending="ed",
    progressive_ending="ing",
    irregular_participles=IRREGULAR_PARTICIPLES,
    not_participles=_NOT_PARTICIPLES,
    plural_ending="s",
    singular_endings=_SINGULAR_S,
    plurals=_FINAL,
    people=PEOPLE,
    people_endings=_PEOPLE_ENDINGS,
    demonym_endings=("ans", "ese", "eans"),
    undergone=frozenset(
        "uprooted displaced killed injured wounded infected hospitalized hospitalised vaccinated"
        " evacuated arrested detained facing unemployed homeless stranded drowned".split()
    ),
    not_people=_NO_PEOPLE,
    vehicles=VEHICLES,
    cases=CASES,
    members=frozenset({"members"}),
    groups_of_people=frozenset("family service crew staff team gang".split()),
    stocks=STOCKS,
    skipped=_SKIPPED,
    postmodifiers=_POSTMODIFIERS,
    reporting=_REPORTING,
    boundaries=_BOUNDARIES,
    of_them=frozenset(_OF_THEM),
    exceeding=_EXCEEDING,
    respectively=frozenset({"respectively"}),
    harming=_HARMING,
    more=frozenset({"more"}),
    verbless_reach=12,
    subjects=_SUBJECTS,
    inner_words=frozenset("and the of such".split()),
    still=frozenset("still also already".split()),
    particles=frozenset("up down out online".split()),
    verb_idioms=by_first_word([("put", "in", "place")]),
    lists_on=frozenset(", and nationwide".split()),
    against=frozenset("on against".split()),
    before_objects=frozenset("a an the total of only another up out".split()),
    before_verbs=frozenset("also year-on-year still since further to".split()),
    before_numbers=frozenset("up down more nearly almost approximately roughly".split()),
    list_joints=frozenset("and or".split()),
    counting=frozenset("number total share proportion".split()),
    relatives=frozenset("who which that whom whose".split()),
    telling=_TELLING,
    adverbs=_ADVERBS,
    adverb_ending="ly",
    that=frozenset({"that"}),
    lead_ins=by_first_word(_LEAD_INS),
    never_hanging=frozenset("nationwide worldwide".split()),
    rates=frozenset({"rate", "rates"}),
    by=frozenset({"by"}),
    of=frozenset({"of"}),
    to=frozenset({"to"}),
    phrasal=frozenset(
        "add adds added adding taking take took taken takes making make made makes".split()
    ),
    averages=frozenset("average total".split()),
    before_size=frozenset("by to from of for over".split()),
    spent_on=frozenset("on for".split()),
    spent_in=frozenset({"in"}),
    bare_numbers=True,
    carries=True,
    undertakings=UNDERTAKINGS,
    undertaking=_UNDERTAKING,
    beginnings=_BEGINNINGS,
    begun_in=_YEAR,
    goes_on=_AMONG,
)
