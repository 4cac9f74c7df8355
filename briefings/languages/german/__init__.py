"""German: a small pack.  What it leaves out is not found; nothing of it is guessed."""

from __future__ import annotations

import re

from ..model import (
    Calendar,
    Cues,
    Front,
    Labels,
    Language,
    Lists,
    Names,
    Sentences,
    Speech,
)
from ..names import MARKS, NAME, NAME_WORD
from ..periods import PeriodWords
from ..quantities import Comparisons, Grammar, Numerals, Units, by_last_word
from ..refusals import Refusals

_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
    "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
_MONTH_NUMBERS = {name.lower(): n for n, name in enumerate(_MONTHS, 1)} | {
    "jan": 1, "jänner": 1, "feb": 2, "mär": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dez": 12,
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = rf"(?<!\d)(?P<day>[0-3]?\d)\.\s*(?P<month>{_MONTH})\b\.?"
_WEEKDAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag".split()
_CALENDAR = Calendar(
    months=_MONTHS,
    month_numbers=_MONTH_NUMBERS,
    dates=(
        re.compile(rf"{_DAY}\s+{_YEAR}(?!\d)", re.IGNORECASE),
        # Days come first: 3.5.2023 is the third of May.
        re.compile(rf"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.{_YEAR}(?!\d)"),
        re.compile(rf"(?<!\d){_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
        re.compile(rf"{_DAY}(?!\s*(?:19|20)\d\d)", re.IGNORECASE),
    ),
    time=re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s*Uhr\b"),
    weekdays=tuple(_WEEKDAYS),
    weekday=re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.IGNORECASE),
    around=re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)}|am|um|den|der|Datum|Uhr)\b", re.IGNORECASE),
    before_day=re.compile(r"\b(?:am|um|den)\b"),
)

_TITLES = "Frau|Herrn?|Dr|Prof"
_HONORIFIC = re.compile(
    r"(?:(?:frau|herrn?|dr|prof|professor(?:in)?|minister(?:in)?|staatssekretär(?:in)?|"
    r"präsident(?:in)?|direktor(?:in)?|sprecher(?:in)?)\b\.?\s*)+",
    re.IGNORECASE,
)
_NAMES = Names(
    honorific=_HONORIFIC,
    courtesy=re.compile(r"(?:frau|herrn?|dr|prof)\b", re.IGNORECASE),
    titles=rf"(?:{_TITLES}|Minister(?:in)?|Präsident(?:in)?|Sprecher(?:in)?)\.?",
    calling=rf"(?:{_TITLES}|Minister(?:in)?)\.?",
    with_title=re.compile(
        r"\b(?:Frau|Herrn?)\s+(?:(?:Dr|Prof)\.\s+)*"
        rf"(?P<name>{NAME_WORD}(?:\s+{NAME_WORD}){{0,3}})"
    ),
    abbreviation=re.compile(r"\b(?:dr|prof|nr|st|abs|[a-z])\.", re.IGNORECASE),
    connectors=frozenset("der die das des dem den von vom zu zur zum im und für & de la".split()),
    no_first_words=frozenset("der die das des dem und für zur zum im".split()),
    outlet_words=frozenset(
        "zeitung nachrichten tageszeitung anzeiger kurier rundschau blatt morgenpost radio"
        " fernsehen"
        " rundfunk agentur presse presseagentur magazin spiegel zeit news tv online".split()
    ),
    papers_or_surnames=frozenset("kurier spiegel zeit".split()),
    role_word=re.compile(
        r"\b(?:\w*minister(?:in)?|\w*leiter(?:in)?|\w*sprecher(?:in)?|\w*präsident(?:in)?|"
        r"\w*direktor(?:in)?|\w*sekretär(?:in)?|\w*chef(?:in)?|vorsitzende[rn]?|mitglied|"
        r"\w*beauftragte[rn]?|\w*meister(?:in)?|kanzler(?:in)?|botschafter(?:in)?|"
        r"referent(?:in)?)\b",
        re.IGNORECASE,
    ),
    organization_word=re.compile(
        r"\b(?:\w*ministerium|\w*amte?s?|\w*behörde|\w*verband(?:es)?|regierung|senat|\w*kammer|"
        r"\w*verein|stadtrat|landtag|bundestag)\b",
        re.IGNORECASE,
    ),
)

_SAID = "sagte|erklärte|betonte|teilte|berichtete|nannte|ergänzte|antwortete|kündigte"
_SPEECH = Speech(
    verbs=frozenset(_SAID.split("|")),
    attributed=re.compile(rf"\b(?:{_SAID})\b|\b(?:[Ll]aut|[Nn]ach Angaben)\b"),
    pronoun=re.compile(rf"^\W*(?:Er|Sie)\s+(?:{_SAID})\b"),
    reported_by=(
        re.compile(
            r"(?P<name>(?:[A-ZÄÖÜ][\w-]+\s+){1,5}[A-ZÄÖÜ][\w-]+)(?:,\s+[^,.;]{3,80},)?\s+"
            rf"(?:{_SAID})\b"
        ),
        re.compile(r"\b[Ll]aut\s+(?:dem\s+|der\s+)?(?P<name>[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+)*)"),
    ),
    no_names=frozenset("er sie es das dies am im".split()),
    quote=re.compile(r"[„“\"»]([^„“”\"»«]{25,}?)[“”\"«]"),
)

_CUES = Cues(
    vocative=re.compile(
        r"(?:liebe[rn]?|sehr\s+geehrte|verehrte|meine\s+damen|damen\s+und|guten\s+(?:morgen|"
        r"tag|abend)|"
        r"hallo|willkommen|moin)\b",
        re.IGNORECASE,
    ),
    asks=re.compile(r"\?|\b(?:möchte|wollte)\s+(?:gern(?:e)?\s+)?(?:fragen|wissen)\b"),
    answers=re.compile(r"\W*(?:vielen\s+)?dank\s+für\s+(?:Ihre|die|diese)\s+Frage", re.IGNORECASE),
    chairs=re.compile(
        r"\b(?:willkommen\s+zu|das\s+Wort\s+(?:hat|geht|an)|nächste\s+Frage|letzte\s+Frage|"
        r"Ihre\s+Fragen|stellen\s+Sie)\b",
        re.IGNORECASE,
    ),
    greeting=re.compile(
        r"\W*(?:guten\s+(?:morgen|tag|abend)|hallo|willkommen|(?:vielen\s+)?dank|meine\s+damen)",
        re.IGNORECASE,
    ),
    event=re.compile(r"\b(?:presse|medien)(?:konferenz|gespräch|termin)\b", re.IGNORECASE),
    held=re.compile(r"\b(?:fand|statt|hielt|lud|gab|eröffnete|begann)\b", re.IGNORECASE),
    from_outlet=re.compile(r"\b(?:vom|von\s+der|von|für)\s+[A-ZÄÖÜ]"),
    of_outlet="vom|von|für",
    i_am=re.compile(r"\b[Ii]ch\s+bin\s+[A-ZÄÖÜ]|\b[Mm]ein\s+Name\s+ist\s+[A-ZÄÖÜ]"),
    goes_to=re.compile(r"\bbitte\b|\bnächste\b|\bWort\b", re.IGNORECASE),
    sign_off=re.compile(r"(?:vielen\s+)?dank\W*$", re.IGNORECASE),
    hands_over=re.compile(r"\b(?:bitte|Wort|Sie\s+sind\s+dran|übergebe|antworten?)\b"),
    first_person=re.compile(r"\b(?:ich|wir|uns|unser\w*|mein\w*|mich|mir)\b", re.IGNORECASE),
    first_person_in_room=re.compile(
        r"\b(?:ich|wir|uns|unser\w*|mein\w*|mich|mir)\b", re.IGNORECASE
    ),
)

_LABELS = Labels(
    asking=frozenset("frage fragen journalist journalistin reporter reporterin presse".split()),
    answering=frozenset("antwort antworten sprecher sprecherin".split()),
    chairing=frozenset("moderation moderator moderatorin leitung".split()),
    never=frozenset(
        "erstens zweitens drittens zunächst dann außerdem schließlich hinweis quelle quellen foto"
        " bild kontakt telefon mail adresse stand redaktion ergebnis beispiel thema ort datum"
        " uhrzeit"
        " zeit danke ja nein gut heute gestern unser unsere mein meine ihr ihre ein eine der"
        " die das"
        " weitere mehr siehe".split()
    ),
    generic=re.compile(
        rf"{MARKS}(?P<word>Frage|FRAGE|Antwort|ANTWORT|F|A)\s*\d{{0,3}}\s*"
        r"(?:[(\[](?P<who>[^()\[\]]{2,60})[)\]])?[*_]*\s*[:：]\s*[*_]*\s*(?P<rest>.*)",
        re.DOTALL,
    ),
    question_marks=frozenset({"Frage", "FRAGE", "F"}),
    asker=re.compile(r"\b(?:Journalist(?:in)?|Reporter(?:in)?|Korrespondent(?:in)?)\b"),
    asking_word=re.compile(r"\b(?:Journalist(?:in)?|Reporter(?:in)?|Korrespondent(?:in)?|Frage)\b"),
    saying=re.compile(rf"\b(?:{_SAID})$"),
    glue=re.compile(r"\b(?:von|vom|der|für)\b"),
    headline=re.compile(r"\b(?:Presse|Medien)(?:konferenz|gespräch)\b"),
)

_LISTS = Lists(
    headings={
        **dict.fromkeys(
            ("teilnehmer", "teilnehmende", "teilnehmerinnen und teilnehmer", "podium", "sprecher"),
            "speakers",
        ),
        **dict.fromkeys(("moderation", "leitung", "gesprächsleitung"), "chair"),
        **dict.fromkeys(("datum", "zeit", "uhrzeit", "termin"), "date"),
        **dict.fromkeys(("ort", "veranstaltungsort"), "place"),
        **dict.fromkeys(("thema", "titel"), "topic"),
        **dict.fromkeys(("wortlaut", "fragen und antworten"), "section"),
    },
    with_role=re.compile(
        rf"(?P<hon>(?i:{_HONORIFIC.pattern}))?(?P<name>{NAME})"
        r"\s*(?:,|\s[-–—]+\s|[:：]|\((?=[^)]*\)\W*$))\s*(?P<role>\S.*)"
    ),
    name=re.compile(rf"(?i:{_HONORIFIC.pattern})?(?P<name>{NAME})\Z"),
    told_of=re.compile(rf"\b(?:{_SAID}|hat|haben|hatte|wird|werden|ist|war|waren)\b"),
    organization=re.compile(r"\b(?:des|der|beim?|im|vom)\s+(?P<org>[A-ZÄÖÜ].*)"),
    joint="und",
    by="von",
)

_FRONT = Front(
    title_word=re.compile(
        r"\b(?:presse|medien)(?:konferenz|gespräch|mitteilung)\b|\bwortlaut\b|\bmitschrift\b",
        re.IGNORECASE,
    ),
    title_begins=re.compile(r"(?:wortlaut|mitschrift|pressekonferenz|pressegespräch)\b", re.I),
    byline=re.compile(r"(?:Von|VON)\s+[A-ZÄÖÜ]"),
    before_author=re.compile(r"^\W*(?:Von|VON)\s+"),
    between_authors=re.compile(r"\s*(?:[,;|/&]|\bund\b)\s*"),
    by="von ",
    published=re.compile(
        r"\b(?:aktualisiert|veröffentlicht|quelle|stand)\b\s*(?:am|um)?\s*[:：]?", re.IGNORECASE
    ),
    venue=re.compile(r"\b(?:\w*saal|\w*haus|rathaus|\w*ministerium|raum)\b", re.IGNORECASE),
)

_UNITS = {
    word: n
    for n, word in enumerate(
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
    )
}
_MAGNITUDES = {
    "tausend": 10**3, "million": 10**6, "millionen": 10**6, "mio.": 10**6,
    "milliarde": 10**9, "milliarden": 10**9, "mrd.": 10**9, "billionen": 10**12,
}  # fmt: skip
_DOUBLED = ("verdoppelte", "verdoppelten", "verdoppelt")
_IN_WORDS = ("dutzende", "hunderte", "tausende", *_DOUBLED, "halbierte", "halbierten", "halbiert")
_NUMERALS = Numerals(
    group_sign=".",
    decimal_sign=",",
    groups=re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+"),
    days=rf"\d{{1,2}}\.[ ]?(?:{'|'.join(_MONTHS)})(?:[ ]\d{{4}})?(?!\w)",
    units=_UNITS,
    small=_UNITS,
    magnitudes=_MAGNITUDES,
    vague={"dutzende": 12, "hunderte": 10**2, "tausende": 10**3},
    multiples=dict.fromkeys(_DOUBLED, 2),
    halving=frozenset({"halbierte", "halbierten", "halbiert"}),
    of=frozenset({"von"}),
    openers=frozenset((*_UNITS, *_IN_WORDS)),
    number_word=re.compile(r"\b(?:" + "|".join((*_UNITS, *_IN_WORDS)) + r")\b", re.IGNORECASE),
    range_words=frozenset({"bis"}),
    between={"zwischen": "und"},
)

_QUANTITIES = Units(
    percent=frozenset({"%", "％", "prozent"}),
    percentage_points=frozenset("prozentpunkte prozentpunkten prozentpunkt".split()),
    currencies={
        "euro": "EUR", "eur": "EUR", "franken": "CHF", "dollar": "USD", "pfund": "GBP",
        "yen": "JPY",
    },
    measures={
        "kilometer": "km", "kilometern": "km", "km": "km", "meter": "m", "metern": "m",
        "zentimeter": "cm", "zentimetern": "cm", "cm": "cm", "hektar": "ha", "ha": "ha",
        "tonnen": "tonnes", "tonne": "tonnes", "kilogramm": "kg", "kg": "kg", "liter": "litres",
        "litern": "litres", "megawatt": "MW", "gigawatt": "GW",
    },
    squares={},
    times={
        "jahr": "years", "jahre": "years", "jahren": "years", "monat": "months", "monate": "months",
        "monaten": "months", "woche": "weeks", "wochen": "weeks", "tag": "days", "tage": "days",
        "tagen": "days", "stunde": "hours", "stunden": "hours", "minuten": "minutes",
    },
)  # fmt: skip

_BY_NUMBER = by_last_word(
    {
        ">": ("mehr als", "mindestens", "gut", "wenigstens"),
        "<": ("weniger als", "fast", "knapp", "beinahe", "nahezu", "höchstens", "bis zu"),
        "~": ("rund", "etwa", "ungefähr", "circa", "zirka", "ca."),
    }
)

_RISE = "stieg stiegen steigt steigen gestiegen wuchs wuchsen gewachsen erhöhte erhöhten".split()
_RISE += _DOUBLED
_FALL = "sank sanken sinkt sinken gesunken fiel fielen gefallen schrumpfte zurückgegangen".split()
_STOPPERS = frozenset(
    "der die das den dem des ein eine einen einem einer eines dieser diese dieses in im an am"
    " auf bei"
    " mit von vom zu zum zur für über unter nach vor seit bis durch gegen ohne um aus und oder aber"
    " sondern weil dass wenn als wie so ist sind war waren wird werden wurde wurden worden"
    " hat haben"
    " hatte hatten sein können kann konnte konnten müssen soll sollen ich du er sie es wir ihr uns"
    " sich nicht auch noch nur schon mehr weniger pro je".split()
)
_GRAMMAR = Grammar(
    directions={**dict.fromkeys(_RISE, "increase"), **dict.fromkeys(_FALL, "decrease")},
    change_verbs=frozenset((*_RISE, *_FALL)),
    intransitive=frozenset((*_RISE, *_FALL)),
    prepositions=frozenset("in im an am auf bei mit von vom zu zum zur für um aus seit".split()),
    conjunctions=frozenset("und oder aber sondern weil dass wenn".split()),
    determiners=frozenset(
        "der die das den dem des ein eine einen einem einer diese dieser".split()
    ),
    stoppers=_STOPPERS,
    irregular_participles=frozenset(
        "gefördert gebaut beschädigt zerstört geschlossen geöffnet gerettet verletzt".split()
    ),
    have=frozenset("hat haben hatte hatten".split()),
    people=frozenset(
        "menschen personen einwohner frauen männer kinder beschäftigte mitarbeiter helfer".split()
    ),
    by=frozenset({"um"}),
    of=frozenset({"von"}),
    to=frozenset({"auf"}),
    difference=frozenset({"um"}),
    before_size=frozenset("um auf von über".split()),
    verb_behind=8,
    capital_nouns=True,
)
_PERIODS = PeriodWords(
    openers=frozenset({"im", "seit"}),
    within=frozenset("im in seit jahr".split()),
    since=frozenset({"seit"}),
    since_shown="seit",
    quarters={"erste": 1, "zweite": 2, "dritte": 3, "vierte": 4},
    now=frozenset("jetzt derzeit aktuell heute".split()),
)
_REFUSALS = Refusals(
    clock=frozenset({"uhr"}),
    # After these a year or a number names something: Artikel 5, Raum 12, Version 3.
    laws=frozenset("artikel paragraf absatz paragraph".split()),
    labels=frozenset("raum frage seite nummer tabelle punkt kapitel nr.".split()),
    versions=frozenset({"version"}),
    hotlines=frozenset("hotline notruf".split()),
    rates=frozenset("je pro".split()),
    definite=frozenset("die diese beiden unsere ihre seine".split()),
    aged=frozenset("alter".split()),
)

_SENTENCES = Sentences(
    never=frozenset(
        "z d u i o dr prof nr st bzw z.b d.h u.a ca mio mrd abs hr fr usw jan feb apr aug"
        " sept okt nov dez".split()
    ),
    ordinal_points=True,
    tokens="Dr|Prof|Nr|St|bzw|ca|Mio|Mrd|Abs|usw",
    before_number="Nr|Abs|Art",
)

GERMAN = Language(
    code="de",
    calendar=_CALENDAR,
    names=_NAMES,
    speech=_SPEECH,
    cues=_CUES,
    labels=_LABELS,
    lists=_LISTS,
    front=_FRONT,
    numerals=_NUMERALS,
    units=_QUANTITIES,
    comparisons=Comparisons(before=_BY_NUMBER),
    grammar=_GRAMMAR,
    periods=_PERIODS,
    refusals=_REFUSALS,
    sentences=_SENTENCES,
)
