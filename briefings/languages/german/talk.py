"""Names, labels, lists, and phrases of greeting, asking and answering, in German."""

from __future__ import annotations

import re

from ..layout import Front, Lists
from ..model import Names
from ..names import MARKS, NAME, NAME_WORD
from ..speaking import Cues, Labels, Speech

_TITLES = "Frau|Herrn?|Dr|Prof"
_HONORIFIC = re.compile(
    r"(?:(?:frau|herrn?|dr|prof|professor(?:in)?|minister(?:in)?|staatssekretär(?:in)?|"
    r"präsident(?:in)?|direktor(?:in)?|sprecher(?:in)?)\b\.?\s*)+",
    re.IGNORECASE,
)
NAMES = Names(
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
    joints=frozenset("und &".split()),
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

SAID = "sagte|erklärte|betonte|teilte|berichtete|nannte|ergänzte|antwortete|kündigte"
SPEECH = Speech(
    verbs=frozenset(SAID.split("|")),
    attributed=re.compile(rf"\b(?:{SAID})\b|\b(?:[Ll]aut|[Nn]ach Angaben)\b"),
    pronoun=re.compile(rf"^\W*(?:Er|Sie)\s+(?:{SAID})\b"),
    reported_by=(
        re.compile(
            r"(?P<name>(?:[A-ZÄÖÜ][\w-]+\s+){1,5}[A-ZÄÖÜ][\w-]+)(?:,\s+[^,.;]{3,80},)?\s+"
            rf"(?:{SAID})\b"
        ),
        re.compile(r"\b[Ll]aut\s+(?:dem\s+|der\s+)?(?P<name>[A-ZÄÖÜ][\w-]+(?:\s+[A-ZÄÖÜ][\w-]+)*)"),
    ),
    no_names=frozenset("er sie es das dies am im".split()),
    quote=re.compile(r"[„“\"»]([^„“”\"»«]{25,}?)[“”\"«]"),
)

CUES = Cues(
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

LABELS = Labels(
    asking=frozenset("frage fragen journalist journalistin reporter reporterin presse".split()),
    answering=frozenset("antwort antworten sprecher sprecherin".split()),
    chairing=frozenset("moderation moderator moderatorin leitung".split()),
    moderating=frozenset("moderator moderatorin".split()),
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
    saying=re.compile(rf"\b(?:{SAID})$"),
    glue=re.compile(r"\b(?:von|vom|der|für)\b"),
    headline=re.compile(r"\b(?:Presse|Medien)(?:konferenz|gespräch)\b"),
)

LISTS = Lists(
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
    told_of=re.compile(rf"\b(?:{SAID}|hat|haben|hatte|wird|werden|ist|war|waren)\b"),
    organization=re.compile(r"\b(?:des|der|beim?|im|vom)\s+(?P<org>[A-ZÄÖÜ].*)"),
    joint="und",
    by="von",
)

FRONT = Front(
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
