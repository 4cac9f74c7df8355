"""What is said when people greet, ask, answer, chair, hand over and take leave."""

from __future__ import annotations

import re

from ..speaking import Cues

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
# Words that refer to something named in the previous sentence: "such crimes", "the incident".
POINTS_BACK = re.compile(
    r"\b(?:such(?!\s+as\b)|these|those(?!\s+(?:who|that|of|in|with)\b)|about\s+(?:that|it)|"
    r"this(?!\s+(?:year|month|week|quarter|morning|afternoon|time)\b)|"
    r"the\s+(?:matter|issue|incident|case|campaign|offen[cs]es|approach)|"
    r"you\s+(?:(?!the\b)\w+\s+){1,8}its)\b",
    re.IGNORECASE,
)
# Words for people or things named earlier.
_LEANING = re.compile(
    r"\b(?:he|she|they|it|him|them|his|hers?|theirs?|its|the\s+(?:latter|former|same)|"
    r"(?:since|by|at|before|after)\s+(?:that|then))\b|"
    r"^\W*(?:(?:and|but|so|because)\s+)*(?:that|both|others?|the\s+rest)\b",
    re.IGNORECASE,
)
# What people say when they answer.
ANSWERS = re.compile(
    r"\W*(?:(?:thank\s+you|thanks)\s+(?:\w+\s+){0,3}for\s+(?:your|the|this|that|these)\s+"
    r"(?:\w+\s+){0,2}questions?|let\s+me\s+(?:answer|respond|take|explain|reply)|"
    r"(?:it|that|this)(?:['’]s|\s+is)\s+an?\s+(?:\w+\s+){1,3}question)",
    re.IGNORECASE,
)
# Words that open a speech, for any speaker.
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
_FROM = re.compile(r"\b(?:from|with|at)\s+(?:the\s+)?[A-Z]")
_I_AM = re.compile(r"\b(?:I(?:['’]m|\s+am)|[Tt]his\s+is|[Mm]y\s+name\s+is)\s+[A-Z]")
_GOES_TO = re.compile(
    r"\b(?:go|turn|over)\s+to\b|\bstart\s+with\b|\bover\s+there\b|\bnext\b|\bplease\b|"
    r"\bin\s+the\s+(?:front|back|middle|first|second|third)\b",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:thank(?:s| you)(?: (?:all|everyone|very much|so much|again))?|"
    r"that(?:'|’)?s (?:all|it)\b[^.?]*|that is all[^.?]*|goodbye|over)\W*$",
    re.IGNORECASE,
)
_HANDS_OVER = re.compile(
    r"\b(?:invite|ask|call on|give (?:the|you|this)|floor|answer|respond|introduc\w+|explain|"
    r"brief|take (?:this|that|your|the)|turn to|hand (?:it |this |over)|elaborate|share|please|"
    r"go to|let)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|us|you|your)\b")
_FIRST_PERSON_IN_ROOM = re.compile(r"\b(?:I|we|our|my|us|me|you|your|let['’]s)\b", re.IGNORECASE)

CUES = Cues(
    vocative=VOCATIVE,
    asks=ASKS,
    answers=ANSWERS,
    points_back=POINTS_BACK,
    leaning=_LEANING,
    chairs=CHAIRS,
    greeting=GREETING,
    event=EVENT,
    held=HELD,
    from_outlet=_FROM,
    of_outlet="from|with|at",
    i_am=_I_AM,
    goes_to=_GOES_TO,
    sign_off=_SIGN_OFF,
    hands_over=_HANDS_OVER,
    first_person=_FIRST_PERSON,
    first_person_in_room=_FIRST_PERSON_IN_ROOM,
)
