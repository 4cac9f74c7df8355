"""Words that tell what a line is: general English of press conferences, no corpus's own names."""

from __future__ import annotations

import re

HONORIFIC = re.compile(
    r"(?:(?:mr|mrs|ms|miss|mme|madam|madame|dr|prof|professor|sir|lady|hon|h\.\s?e|amb|gen|col|maj|"
    r"lt|adm|capt|captain|sgt|rep|sen|gov|minister|vice minister|secretary|president|director|"
    r"governor|ambassador|commissioner|chancellor|senator|mayor)\b\.?\s*)+",
    re.IGNORECASE,
)
# One word of a name: "Wang", "O'Neill", "Jean-Luc", "J.", "McKay", "Márquez", "al-Sisi".
NAME_WORD = r"(?:(?:[^\W\d_a-zß-öø-ÿ])(?:[\w’'-]*)\.?|(?:al|el|bin|ibn|de|da|di|del|der|den|van|von|la|le|du|dos|ter|y)(?=\s)|al-\w+)"
NAME = rf"{NAME_WORD}(?:\s+{NAME_WORD}){{0,4}}"

CONNECTORS = frozenset(
    "of the and for in on at de la le du des von van der den al el y und und für &".split()
)

# Headings over lists and facts before the text, and what follows them.
HEADINGS: dict[str, str] = {
    **dict.fromkeys(
        "speaker speakers participant participants presenter presenters attendee attendees guest "
        "guests panel panelist panelists panellists official officials briefer briefers "
        "spokesperson spokespersons present officials present briefing officers officer "
        "interviewee interviewees list of speakers list of participants main speakers "
        "main speaker interpreter interpreters".split(),
        "speakers",
    ),
    **dict.fromkeys(
        ("list of speakers", "list of participants", "main speakers", "main speaker",
         "briefing officials", "officials present", "speakers and guests"),
        "speakers",
    ),
    **dict.fromkeys(
        "chair chairperson chairman chairwoman chairpersons moderator moderators host hosts emcee "
        "presider".split(),
        "chair",
    ),
    **dict.fromkeys(("date", "time", "date and time", "time and date", "when"), "date"),
    **dict.fromkeys(("place", "venue", "location", "where", "site"), "place"),
    **dict.fromkeys(("topic", "theme", "subject", "title"), "topic"),
    **dict.fromkeys(("transcript", "full text", "full transcript", "the transcript", "contents",
                     "opening remarks", "opening statement", "questions and answers", "q&a",
                     "q & a", "q and a", "question and answer session", "q&a session"), "section"),
}  # fmt: skip

ASKING = frozenset(
    "q question questions questioner reporter reporters journalist journalists correspondent "
    "media press asker follow-up followup".split()
)
ANSWERING = frozenset("a answer reply response answers spokesperson spokesman spokeswoman".split())
CHAIRING = frozenset("moderator chair chairperson chairman chairwoman host emcee operator".split())

_OUTLET_WORDS = frozenset(
    "news daily tv television radio agency times post press magazine journal weekly herald tribune "
    "gazette telegraph guardian observer standard network broadcasting broadcaster media channel "
    "reuters bloomberg xinhua newspaper review monthly courier chronicle globe mail express star "
    "sun mirror independent wire newswire app online net today economist zeitung allgemeine presse "
    "agence agentur agencia monde figaro nikkei kyodo yonhap jiji asahi mainichi yomiuri sankei tass "
    "ria novosti interfax afp ap dpa efe ansa cnn bbc nbc cbs abc fox npr pbs msnbc cnbc cctv cgtn "
    "cnr cri nhk ntv rt rtl zdf ard rai tf1 pti ani sputnik politico axios aljazeera jazeera anadolu "
    "newsweek publishing multimedia podcast fm evening morning business financial "
    "correspondents".split()
)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&/.-]{1,7}")

ROLE_WORD = re.compile(
    r"\b(?:minister|vice|deputy|director|general|secretary|spokes\w+|chief|head|president|chair\w*|"
    r"member|commissioner|governor|mayor|ambassador|officer|counsel\w*|inspector|commander|adviser|"
    r"advisor|representative|assistant|administrator|leader|manager|engineer|professor|researcher|"
    r"expert|economist|envoy|premier|chancellor|senator|judge|prosecutor|attorney|superintendent|"
    r"captain|colonel|dean|rector|coordinator|co-ordinator|executive|analyst|scientist|consul|"
    r"ceo|cfo|editor|host|moderator|fellow|partner|founder|official)\b",
    re.IGNORECASE,
)
NOT_A_LABEL = frozenset(
    "first firstly second secondly third thirdly fourth fifth sixth seventh eighth ninth tenth "
    "finally lastly next then also moreover however therefore note notes source sources appendix "
    "annex related tags tag keyword keywords share photo photos image video editor editors updated "
    "published posted summary highlights background contents contact tel fax address email copyright "
    "print number total step point example fact reality claim lie truth conclusion result results "
    "attachment attachments link links caption credit credits reference references table figure "
    "chart box version release embargo file page more see read watch click download subject re "
    "deadline warning important remark remarks correction one two three four five today yesterday "
    "yes no well ok okay thanks thank".split()
)
VOCATIVE = re.compile(
    r"(?:dear|distinguished|respected|honou?rable|esteemed|ladies|gentlemen|friends|colleagues|"
    r"comrades|good\s+(?:morning|afternoon|evening|day)|hello|excellencies|members\s+of|"
    r"everyone|hi|welcome)\b",
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
    | \bwill\s+(?:begin|open|speak\ first|start|present|brief|tell\s+you)\b | \bthank\s+you\s+all\b""",
    re.IGNORECASE | re.VERBOSE,
)
# A sentence about the event itself, in the third person.
EVENT = re.compile(
    r"\b(?:press|news)\s+(?:conference|briefing)s?\b|\bbriefings?\b|\bmedia (?:briefing|conference)\b",
    re.IGNORECASE,
)
HELD = re.compile(
    r"\b(?:held|holds|hosted|hosts|hold|gave|gives|convened|organi[sz]ed|took place|takes place|"
    r"presided over|attended|chaired|answered|took questions|was held|spoke at|briefed|transcript of)\b",
    re.IGNORECASE,
)


def is_outlet_like(name: str) -> bool:
    """Whether a name carries a word of the trade or is an acronym of capitals.

    >>> is_outlet_like("Beijing Radio & Television Station"), is_outlet_like("PTI")
    (True, True)
    >>> is_outlet_like("Sun Maoli"), is_outlet_like("Chen Wenjun")
    (False, False)
    """
    words = re.findall(r"[\w&'’-]+", name)
    if len(words) == 1 and _ACRONYM.fullmatch(words[0]):
        return True
    low = [word.lower() for word in words]
    # "Sun" is a newspaper and a surname: a word that is both counts only with another word
    # before it ("The Sun", "Baltimore Sun"), which a Chinese surname never has.
    both = {"sun", "post", "star", "mail", "press", "express", "standard", "independent"}
    return any(word in _OUTLET_WORDS and (word not in both or n > 0) for n, word in enumerate(low))


def heading_of(text: str) -> str | None:
    """What a list heading announces ("speakers", "chair", "date" ...), or None.

    >>> heading_of("Speakers:"), heading_of("Chairperson"), heading_of("Ladies and gentlemen:")
    ('speakers', 'chair', None)
    """
    return HEADINGS.get(text.strip().rstrip(":：").strip(" *_#").lower())


def without_honorific(name: str) -> str:
    """A name without its Mr., Ms., Dr. ...

    >>> without_honorific("Mr. Wang Zhizhong"), without_honorific("MS. PSAKI")
    ('Wang Zhizhong', 'PSAKI')
    """
    match = HONORIFIC.match(name)
    rest = name[match.end() :].strip() if match else name
    return rest or name


def is_capitalised(name: str) -> bool:
    """Whether every word is written as a name's is, but for the small ones between."""
    return all(
        word in CONNECTORS or re.match(r"[\W_]*[^\W\d_a-zß-öø-ÿ]", word) for word in name.split()
    )
