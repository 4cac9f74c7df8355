"""Attribution of speech, and courtesies, in English. See `languages.attributing`."""

from __future__ import annotations

import re

from ..attributing import Attributing

_SAID = (
    r"\b(?:said|says|told|introduced|noted|stressed|added|pointed\s+out|announced|explained|stated|"
    r"answered|responded|conceded|reported|revealed|emphasi[sz]ed|listed|mentioned|admitted|called|warned|"
    r"urged|concluded|replied|recalled|promised|asked|opened)\b|\b[Aa]ccording\s+to\b|"
    r"['’]s\s+(?:view|opinion|words|introduction|account)\b"
)
# In "asked Holm" and "told Holm", Holm is the listener.
_SAID_BY = (
    r"\b(?:said|says|added|noted|stressed|explained|announced|stated|warned|concluded|conceded)\b|"
    r"\b[Aa]ccording\s+to\b"
)
_VAGUE = re.compile(r"^[\"“]?([Aa]ccording\s+to\s+(?:the\s+)?[\w’' -]+?),")
_PRONOUN = re.compile(r"^\W*(?:He|She)\s+(?:also\s+|further\s+|then\s+)?" + _SAID)
# Attribution directly after a quotation: ‘"We mended it." Ms. Haddad said.’
_SPEECH_TAG = re.compile(
    r"(?:[\w.’'-]+\s+){1,4}(?:said|says|added|stressed|noted|explained|replied|answered|asked)[.]"
)
_COURTEOUS = re.compile(
    r"\b(?:thanks?|thank\s+you|good\s+(?:morning|afternoon|evening|day)|good-?bye|see\s+you|"
    r"welcome|hello|greetings|ladies\s+and\s+gentlemen)\b",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"""^\W*(?:
        (?:ok(?:ay)?|well|yes)\W+)?(?:
        (?:many\s+)?thanks?\b | thank\s+you\b | hello\b | welcome\b | good\s+(?:morning|afternoon|
        evening)\b | ladies\s+and\s+gentlemen\b | see\s+you\b | good-?bye\b |
        (?:now,?\s+)?let'?s\s+(?:give|start|begin|move)\b |
        (?:now,?\s+)?(?:i\s+(?:will|would|shall)|i['’](?:d|ll)|we(?:['’]ll|\s+will))\s+(?:now\s+)?
            (?:like\s+to\s+)?(?:give\s+the\s+floor|answer|brief|ask|invite|hand|
            take\s+(?:\w+\s+){1,3}questions?)\b |
        let\s+me\s+(?:answer|respond|take|start|begin)\b |
        (?:that\s+is|that['’]s|this\s+is)\s+(?:all|a\s+brief|it)\b | the\s+floor\s+is\b |
        (?:please\s+)?(?:identify|raise)\b.*\b(?:question|hand|organi[sz]ation)s?\b |
        (?:the\s+)?(?:last|next|final)\b[^.]{0,40}\bquestions?\b[^.]{0,20}$ |
        (?:could|can|would)\s+you\s+(?:please\s+)?(?:brief|share|tell|introduce|give|talk|
            elaborate|comment)\b |
        (?:this|that|it)(?:\s+is|['’]s)\s+a\s+(?:very\s+)?(?:good|important|realistic)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)

ATTRIBUTING = Attributing(
    said=_SAID,
    said_by=_SAID_BY,
    honorifics=frozenset("Mr Ms Mrs Dr".split()),
    vague=_VAGUE,
    pronoun=_PRONOUN,
    speech_tag=_SPEECH_TAG,
    courtesy=_COURTESY,
    courteous=_COURTEOUS,
)
