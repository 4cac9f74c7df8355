"""Words that tell what a line is: general English of press conferences, no corpus's own names."""

from __future__ import annotations

import re

_RANK = (
    r"(?:(?:senior|lieutenant|lt|rear|vice|major|maj|brigadier|brig|colonel|col|chief|first|second)"
    r"\.?\s+)*(?:general|gen|admiral|adm|colonel|col|major|maj|captain|capt|commander|cmdr|cdr|"
    r"commodore|lieutenant|lt|sergeant|sgt|marshal)"
)
HONORIFIC = re.compile(
    rf"(?:(?:mr|mrs|ms|miss|mme|madam|madame|dr|prof|professor|sir|lady|dame|lord|hon|h\.\s?e|amb|"
    rf"rep|sen|gov|shri|smt|{_RANK}|minister|vice\ minister|"
    rf"(?:(?:press|assistant|deputy|under|foreign|home|permanent|acting)\s+)*secretary|"
    rf"spokes(?:person|man|woman)|president|director|governor|ambassador|commissioner|chancellor|senator|mayor)\b\.?\s*)+",
    re.IGNORECASE,
)
# Points after these end no sentence.
ABBREVIATION = re.compile(
    r"\b(?:mr|mrs|ms|dr|prof|st|jr|sr|no|gen|adm|col|lt|maj|capt|cmdr|cdr|brig|sgt|amb|rep|sen|gov|"
    r"hon|contd|cont|[a-z])\.",
    re.IGNORECASE,
)
# One word of a name: "Wang", "O'Neill", "Jean-Luc", "J.", "McKay", "Márquez", "al-Sisi".
NAME_WORD = (
    r"(?:[^\W\d_a-zß-öø-ÿ][\w’'-]*\.?|"
    r"(?:al|el|bin|ibn|de|da|di|del|der|den|van|von|la|le|du|dos|ter|y)(?=\s)|al-\w+)"
)
NAME = rf"{NAME_WORD}(?:\s+{NAME_WORD}){{0,4}}"

CONNECTORS = frozenset(
    "of the and for in on at de la le du des von van der den al el y und und für &".split()
)


def _headings() -> dict[str, str]:
    words = {
        "speakers": "speaker speakers participant participants presenter presenters attendee "
        "attendees guest guests panel panelist panelists panellists official officials briefer "
        "briefers spokesperson spokespersons present interviewee interviewees interpreter "
        "interpreters",
        "chair": "chair chairperson chairman chairwoman chairpersons moderator moderators host "
        "hosts emcee presider",
        "date": "date time when",
        "place": "place venue location where site address add",
        "topic": "topic theme subject title",
        "section": "transcript contents q&a",
    }
    phrases = {
        "speakers": "list of speakers,list of participants,main speakers,main speaker,"
        "briefing officials,officials present,speakers and guests,speaker key,speakers key",
        "date": "date and time,time and date",
        "section": "full text,full transcript,the transcript,opening remarks,opening statement,"
        "questions and answers,q & a,q and a,question and answer session,q&a session,"
        "index of topics",
    }
    found = {word: what for what, every in words.items() for word in every.split()}
    found |= {phrase: what for what, every in phrases.items() for phrase in every.split(",")}
    return found


# Headings over lists and facts before the text, and what follows them.
HEADINGS = _headings()

ASKING = frozenset(
    "q question questions questioner reporter reporters journalist journalists correspondent "
    "media press asker follow-up followup remark unidentified".split()
)
ANSWERING = frozenset(
    (
        *"a answer reply response answers spokesperson spokesman spokeswoman".split(),
        *(f"{rank} spokesperson" for rank in ("deputy", "associate", "official")),
        *(f"{rank} spokesman" for rank in ("deputy", "associate", "official")),
    )
)
CHAIRING = frozenset(
    "moderator chair chairperson chairman chairwoman host emcee operator staff".split()
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
# A word that is both a paper's and a surname counts only with another word before it ("The Sun",
# "Baltimore Sun"), which a Chinese surname never has.
_PAPER_OR_SURNAME = frozenset("sun post star mail press express standard independent".split())
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&/.-]{1,7}")
DOMAIN = re.compile(
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:cn|com|org|net|gov|int|eu|uk|info|news)\b", re.IGNORECASE
)

ROLE_WORD = re.compile(
    r"\b(?:minister|vice|deputy|director|general|secretary|spokes\w+|chief|head|president|chair\w*|"
    r"member|commissioner|governor|mayor|ambassador|officer|counsel\w*|inspector|commander|adviser|"
    r"advisor|representative|assistant|administrator|leader|manager|engineer|professor|researcher|"
    r"expert|economist|envoy|premier|chancellor|senator|judge|prosecutor|attorney|superintendent|"
    r"captain|colonel|admiral|dean|rector|coordinator|co-ordinator|executive|analyst|scientist|"
    r"consul|ceo|cfo|editor|host|moderator|fellow|partner|founder|official)\b",
    re.IGNORECASE,
)
# An office that no list of words foresees: "warden of the Lake Trust".
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
ACRONYM = re.compile(r"\b[A-Z]{3,}\b(?!-\d)")
NOT_A_LABEL = frozenset(
    "first firstly second secondly third thirdly fourth fifth sixth seventh eighth ninth tenth "
    "finally lastly next then also moreover however therefore note notes source sources appendix "
    "annex related tags tag keyword keywords share photo photos image video editor editors updated "
    "published posted summary highlights background contents contact tel fax address email "
    "copyright print number total step point example fact reality claim lie truth conclusion "
    "result results attachment attachments link links caption credit credits reference references "
    "table figure chart box version release embargo file page more see read watch click download "
    "subject re deadline warning important remarks correction one two three four five today "
    "yesterday yes no well ok okay thanks thank my our his her your their this that these those "
    "phone telephone mobile website webcast".split()
)
VOCATIVE = re.compile(
    r"(?:dear|distinguished|respected|honou?rable|esteemed|ladies|gentlemen|friends|colleagues|"
    r"comrades|good\s+(?:morning|afternoon|evening|day)|hello|excellencies|members\s+of|"
    r"everyone|hi|welcome)\b",
    re.IGNORECASE,
)
# What askers say, with or without a question mark.
ASKS = re.compile(
    r"\?|\b(?:like|want|wish)\s+to\s+(?:ask|know)\b|\bmy\s+(?:\w+\s+)?questions?\b|"
    r"\bplease\s+(?:brief|tell|share|elaborate|comment|give|talk|introduce|explain)\b",
    re.IGNORECASE,
)
# What those say who answer.
ANSWERS = re.compile(
    r"\W*(?:(?:thank\s+you|thanks)\s+(?:\w+\s+){0,3}for\s+(?:your|the|this|that|these)\s+"
    r"(?:\w+\s+){0,2}questions?|let\s+me\s+(?:answer|respond|take|explain|reply)|"
    r"(?:it|that|this)(?:['’]s|\s+is)\s+an?\s+(?:\w+\s+){1,3}question)",
    re.IGNORECASE,
)
# Words that open a speech, whoever speaks.
GREETING = re.compile(
    r"\W*(?:(?:very\s+)?good\s+(?:morning|afternoon|evening|day)|hello|hi\b|welcome|ladies\s+and|"
    r"dear\s|friends\s|colleagues|thank\s+you|thanks)",
    re.IGNORECASE,
)
# What chairs say: opening, giving the floor, closing.
CHAIRS = re.compile(
    r"""\bwelcome\s+to\s+(?:this|today.s|the|our|another)\b | \bthe\ floor\b
    | \bplease\s+(?:identify|state|raise|indicate|announce)\b | \bquestions?,?\s+please\b
    | \bopen\s+(?:for|to)\s+questions\b | \bis\s+(?:now\s+|hereby\s+)?concluded\b
    | \b(?:next|last|final|first|one\ more|two\ more|more)\s+questions?\b
    | \b(?:invite|introduce)\s+you\b | \bwe\s+are\s+joined\b | \bwith\s+us\s+(?:today|is|are)\b
    | \bjoining\s+(?:us|me)\s+today\b | \bwe\s+(?:have\s+)?invited\b | \bconcludes?\b
    | \bend\s+of\s+(?:the|today) | \bends\s+(?:here|today|this|the|our)
    | \bwe(?:'ll|\ will|\ can)\s+take\b | \braised?\s+(?:your|their)\s+hands?
    | \bwill\s+(?:begin|open|speak\ first|start|present|brief|tell\s+you)\b
    | \bthank\s+you\s+all\b""",
    re.IGNORECASE | re.VERBOSE,
)
# A sentence about the event itself, in the third person.
EVENT = re.compile(
    r"\b(?:press|news|media)\s+(?:conference|briefing|gaggle)s?\b|\bbriefings?\b|\binterview\b|"
    r"\bmedia\s+queries\b",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:held|holds|hosted|hosts|hold|gave|gives|convened|organi[sz]ed|took place|takes place|"
    r"presided over|attended|chaired|answered|answers|took questions|spoke (?:at|with|to)|briefed|"
    r"broadcast|began|begins|started|(?:transcript|text) of)\b",
    re.IGNORECASE,
)


def is_outlet_like(name: str) -> bool:
    """Whether a name carries a word of the trade, is a web address or an acronym of capitals.

    >>> is_outlet_like("Harbour Radio & Television Station"), is_outlet_like("PTI")
    (True, True)
    >>> is_outlet_like("Sun Wei"), is_outlet_like("Ann Lee"), is_outlet_like("people.cn")
    (False, False, True)
    """
    words = re.findall(r"[\w&'’-]+", name)
    if len(words) == 1 and _ACRONYM.fullmatch(words[0]):
        return True
    return DOMAIN.search(name) is not None or any(
        word in _OUTLET_WORDS and (word not in _PAPER_OR_SURNAME or n > 0)
        for n, word in enumerate(word.lower() for word in words)
    )


def is_role(text: str) -> bool:
    """Whether what stands behind a name and a comma is an office.

    >>> is_role("vice minister of water"), is_role("warden of the Lake Trust"), is_role("Coin News")
    (True, True, False)
    """
    return ROLE_WORD.search(text) is not None or _ROLE_LIKE.match(text) is not None


def heading_of(text: str) -> str | None:
    """What a list heading announces ("speakers", "chair", "date" ...), or None.

    >>> heading_of("Speakers:"), heading_of("Chairperson"), heading_of("Ladies and gentlemen:")
    ('speakers', 'chair', None)
    """
    return HEADINGS.get(text.strip(" :：.*_#").lower())


def without_honorific(name: str) -> str:
    """A name without its Mr., Ms., Dr. ...

    >>> without_honorific("Mr. Bo Lindqvist"), without_honorific("MS. LINDQVIST")
    ('Bo Lindqvist', 'LINDQVIST')
    >>> without_honorific("President of Westmark Ann Lee")
    'President of Westmark Ann Lee'
    >>> without_honorific("Senior Colonel Ann Lee")
    'Ann Lee'
    """
    match = HONORIFIC.match(name)
    rest = name[match.end() :].strip() if match else name
    return name if not rest or rest.startswith(("of ", "for ", "and ")) else rest


def is_capitalised(name: str) -> bool:
    """Whether every word is written as a name's is, but for the small ones between."""
    return all(
        word in CONNECTORS or re.match(r"[\W_]*[^\W\d_a-zß-öø-ÿ]", word) for word in name.split()
    )


def sentences_of(text: str) -> str:
    """The text without the points of honorifics and initials, which end no sentence."""
    return ABBREVIATION.sub("", text)
