"""Words of general English that several rules share; none is about a person, outlet or corpus."""

from __future__ import annotations

from briefings.model.figures import Direction

_RISE = (
    "increase increases increased increasing rise rises rose risen rising grow grows grew grown"
    " growing growth climb climbs climbed climbing jump jumps jumped surge surges surged surging"
    " expand expands expanded expanding expansion gain gains gained soar soars soared up"
    " improve improved improving improvement accelerate accelerated widen widened widening raise"
    " raised raising upgrade boost boosted add extended lengthened double doubled doubling triple"
    " tripled strengthened appreciated advanced hike hiked higher more"
)
_FALL = (
    "decrease decreases decreased decreasing fall falls fell fallen falling drop drops dropped"
    " dropping decline declines declined declining reduce reduces reduced reducing reduction"
    " reductions shrink shrinks shrank shrunk shrinking cut cuts cutting lower lowers lowered"
    " lowering plunge plunges plunged plummet plummeted slump slumped slip slipped slid slide"
    " sink sank contract contracted contraction narrow narrowed narrowing ease eased down"
    " diminish diminished dip dipped tumble tumbled weaken weakened depreciated shorten shortened"
    " slow slowed halve halved halving fewer less smaller slash slashed trim trimmed lose"
)
DIRECTIONS: dict[str, Direction] = {
    **dict.fromkeys(_RISE.split(), "increase"),
    **dict.fromkeys(_FALL.split(), "decrease"),
}
# Adjectives and adverbs that make a change only after a size: 5% higher, up 5%.
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
    " maintain maintained keep kept averaged averages became becomes become measured equal"
    " equals equalled represented represents representing marking made has had have traded"
    " valued worth cost costs estimated saw".split()
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
    "respectively year-on-year annually nationwide worldwide ago later earlier today"
    " yesterday tomorrow now successfully effectively also then only already still far too"
    " just thus hence each alone".split()
)  # fmt: skip

IRREGULAR_PARTICIPLES = frozenset(
    "built sent held won lost sold bought made given taken set shut found caught begun led broken"
    " seen done put paid spent known drawn written spoken grown shown met hit read brought taught"
    " laid kept left dealt fought sought born killed hurt rebuilt undertaken driven frozen stolen"
    " hidden chosen torn worn sworn flown forgiven overseen withdrawn lent met".split()
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
# Words for a stock of something, which name its unit in the word before: vehicle ownership.
STOCKS = frozenset("ownership population number numbers total count fleet stock".split())

# What stands before a number that is a place in a law, a list or a series of versions.
LAWS = frozenset(
    "article articles section sections paragraph paragraphs clause clauses resolution"
    " resolutions regulation regulations directive decree act law protocol annex subsection"
    " art. arts. sec. para. paras. bill constitution rule rules".split()
)
LABELS = frozenset(
    "room question step chapter table figure fig. number no. nos. part phase stage item"
    " volume vol. page pages p. pp. appendix tier zone platform gate floor building unit lot"
    " form class grade level line exhibit episode season group category type option panel"
    " slide lesson day".split()
)
VERSIONS = frozenset("version versions edition release v".split())


def participle(word: str) -> bool:
    """Whether a word looks like a past form; "seed" and "hundred" do not count."""
    if word in _NOT_PARTICIPLES:
        return False
    return (word.endswith("ed") and len(word) > 3) or word in IRREGULAR_PARTICIPLES


def counted(word: str, before: str = "") -> str:
    """The unit that a counted noun stands for: people, cases, vehicles, else count.

    >>> counted("nurses"), counted("cases"), counted("trucks"), counted("trees")
    ('people', 'cases', 'vehicles', 'count')
    """
    if word == "members" and before in ("family", "crew", "staff", "team", "gang"):
        return "people"
    word = word.lower().rsplit("-", 1)[-1] if word.lower() not in PEOPLE else word.lower()
    if word in CASES:
        return "cases"
    if word in VEHICLES:
        return "vehicles"
    if word in PEOPLE:
        return "people"
    if len(word) > 4 and word.endswith(_PEOPLE_ENDINGS) and word not in _NO_PEOPLE:
        return "people"
    return "count"
