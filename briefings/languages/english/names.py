"""Honorifics, offices, outlets and organizations in English."""

from __future__ import annotations

import re

from ..model import Names
from ..names import NAME_WORD

# Honorifics before a name, without their full stops.
HONORIFICS = "Mr Ms Mrs Miss Dr Prof".split()
MR = "|".join(HONORIFICS)
_RANK = (
    r"(?:(?:senior|lieutenant|lt|rear|vice|major|maj|brigadier|brig|colonel|col|chief|first|second)"
    r"\.?\s+)*(?:general|gen|admiral|adm|colonel|col|major|maj|captain|capt|commander|cmdr|cdr|"
    r"commodore|lieutenant|lt|sergeant|sgt|marshal)"
)
HONORIFIC = re.compile(
    rf"(?:(?:{MR}|mme|madam|madame|professor|sir|lady|dame|lord|hon|h\.\s?e|amb|"
    rf"rep|sen|gov|shri|smt|{_RANK}|minister|vice\ minister|"
    rf"(?:(?:press|assistant|deputy|under|foreign|home|permanent|acting)\s+)*secretary|"
    rf"spokes(?:person|man|woman)|president|director|governor|ambassador|commissioner|chancellor|senator|mayor)\b\.?\s*)+",
    re.IGNORECASE,
)
# Abbreviations whose full stop ends no sentence.
ABBREVIATION = re.compile(
    r"\b(?:mr|mrs|ms|dr|prof|st|jr|sr|no|gen|adm|col|lt|maj|capt|cmdr|cdr|brig|sgt|amb|rep|sen|gov|"
    r"hon|contd|cont|[a-z])\.",
    re.IGNORECASE,
)
CONNECTORS = frozenset(
    "of the and for in on at de la le du des von van der den al el y und und für &".split()
)
_OUTLET_WORDS = frozenset(
    "news daily tv television radio agency times post press magazine journal weekly herald tribune "
    "gazette telegraph guardian observer standard network broadcasting broadcaster media channel "
    "reuters bloomberg xinhua newspaper review monthly courier chronicle globe mail express star "
    "sun mirror independent wire newswire app online net today economist zeitung allgemeine presse "
    "agence agentur agencia monde figaro nikkei kyodo yonhap jiji asahi mainichi yomiuri sankei "
    "tass ria novosti interfax afp ap dpa efe ansa cnn bbc nbc cbs abc fox npr pbs msnbc cnbc cctv "
    "cgtn cnr cri nhk ntv rt rtl zdf ard rai tf1 pti ani sputnik politico axios aljazeera jazeera "
    "anadolu newsweek publishing multimedia podcast fm evening morning business financial "
    "correspondents".split()
)
# A word that is both a newspaper's name and a surname counts only after another word ("The Sun",
# "Baltimore Sun"), as a Chinese surname comes first.
_PAPER_OR_SURNAME = frozenset("sun post star mail press express standard independent".split())
ROLE_WORD = re.compile(
    r"\b(?:minister|vice|deputy|director|general|secretary|spokes\w+|chief|head|president|chair\w*|"
    r"member|commissioner|governor|mayor|ambassador|officer|counsel\w*|inspector|commander|adviser|"
    r"advisor|representative|assistant|administrator|leader|manager|engineer|professor|researcher|"
    r"expert|economist|envoy|premier|chancellor|senator|judge|prosecutor|attorney|superintendent|"
    r"captain|colonel|admiral|dean|rector|coordinator|co-ordinator|executive|analyst|scientist|"
    r"consul|ceo|cfo|editor|host|moderator|fellow|partner|founder|official)\b",
    re.IGNORECASE,
)
# An office that is not in the word lists: "warden of the Lake Trust".
_ROLE_LIKE = re.compile(
    r"(?:the\s+|an?\s+)?[a-z][a-z-]*(?:\s+[a-z-]+){0,4}?\s+(?:of|at|for)\s+(?:the\s+|an?\s+)?[A-Z]"
)
ORGANIZATION_WORD = re.compile(
    r"\b(?:ministry|office|department|council|bureau|commission|committee|bank|agency|organi[sz]ation|"
    r"government|administration|authority|board|institute|centre|center|secretariat|directorate|"
    r"court|parliament|cabinet|service|police|fund|union|association|corps|guard|embassy|mission|"
    r"party|house|division|congress|assembly|university|academy|company|corporation|federation|"
    r"foundation|alliance|chamber|headquarters)\b",
    re.IGNORECASE,
)
_WITH_TITLE = re.compile(
    rf"\b(?:{MR}|Mme)\b\.?\s+(?P<name>{NAME_WORD}"
    rf"(?:\s+{NAME_WORD}){{0,3}})"
)
_TITLE_OF_COURTESY = re.compile(rf"(?:{MR}|sir|madam)\b", re.IGNORECASE)
# A surname alone is ambiguous ("26 people led by Li"). After one of these words, it means the only
# participant of this briefing with that surname.
_TITLE = (
    rf"(?:{MR}|Professor|Director(?:\s+General)?|Deputy\s+Director|Minister|"
    r"Vice\s+Minister|Assistant\s+Minister|Secretary|Commissioner|Spokes(?:person|man|woman)|"
    r"President|Chair(?:man|woman|person)?|Governor|Ambassador)\.?"
)
_CALLING = rf"(?:{MR}|Director|Minister|Vice Minister|Secretary|Commissioner|General)\.?"

# A named undertaking: "the Clean Net Operation".
_UNDERTAKING = re.compile(
    r"\b((?:[A-Z][\w'’-]+\s+){1,4}(?:Campaign|Operation|Action|Plan|Initiative|Program(?:me)?|"
    r"Project|Law|Act|Experience|Scheme|Strategy))\b"
)

NAMES = Names(
    honorific=HONORIFIC,
    goes_on=("of ", "for ", "and "),
    courtesy=_TITLE_OF_COURTESY,
    titles=_TITLE,
    calling=_CALLING,
    with_title=_WITH_TITLE,
    abbreviation=ABBREVIATION,
    connectors=CONNECTORS,
    joints=frozenset("and und &".split()),
    no_first_words=CONNECTORS - {"de", "von", "van"},
    outlet_words=_OUTLET_WORDS,
    papers_or_surnames=_PAPER_OR_SURNAME,
    role_word=ROLE_WORD,
    role_like=_ROLE_LIKE,
    organization_word=ORGANIZATION_WORD,
    undertaking=_UNDERTAKING,
    within=" of the ",
)
