"""How English questions name their subject. See `languages.asking`."""

from __future__ import annotations

import re

from ..asking import Asking
from .calendar import CALENDAR
from .names import NAMES
from .naming import NAMING


def _pattern(*alternatives: str) -> re.Pattern[str]:
    """Compile alternatives into one pattern, in which a space matches any white space."""
    return re.compile("|".join(alternatives).replace(" ", r"\s+"), re.IGNORECASE)


def _patterns(*texts: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(text) for text in texts)


def _any(words: str) -> str:
    return f"(?:{words})"


_REST = r"(?P<subject>\S.*)$"
_MONTH = "|".join(CALENDAR.months)

# Introductory words before the actual question, any number of times.
_WONDER = _any(
    "(?:i(?:['’]d| would) )?(?:also )?like to (?:ask|know)|"
    "i (?:just )?(?:want|wanted|wish) to (?:ask|know|see|clarify)|"
    "(?:may|can|could) i (?:just )?ask(?: you)?|"
    "i(?:['’]m| am| was) (?:just )?(?:wondering|curious)(?: about)?|"
    "i (?:just )?wonder|"
    "(?:do|does) (?:you|china|the \\w+(?: \\w+)?) know"
)
_CALLED = r"(?:(?-i:[A-Z])[a-z]+, (?=(?-i:[a-z])))"
_LEAD = (
    rf"^\W*{_CALLED}?(?:(?:"
    + _any(
        "and|so|but|also|then|well|now|yes|okay|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|"
        "besides|in addition|additionally|just now|first of all|number one|specifically|"
        "(?:my|the|one|another)(?: (?:first|second|next|last|other|"
        "follow-up))? question is(?: that)?"
    )
    + rf"|{_WONDER})\b[\s,:;–—-]*)*"
)
# A clause may precede "what": "As a major force, what ..."
_CLAUSE = r"(?:[^?]{0,160}?,\s+)?"
# A person who is asked for information.
_YOU = (
    r"(?:(?:if|whether|that) )?"
    r"(?:(?:can|could|would|will|might|maybe|please|perhaps|if) ){0,2}"
    r"(?:(?:you|we|i|china|mr\.? \w+|dr\.? \w+) )?"
    r"(?:(?:can|could|might|please|also|just|possibly|kindly|be able to) ){0,3}"
)
# General requests: "some more details", "a brief introduction".
_TELLING = (
    "(?: "
    + _any(
        "us|me|with us|for us|to us|a|an|any|some|more|further|the|your|bit|little|brief|detailed|"
        "specific|latest|new|additional|few|quick|general|relevant|details?|information|"
        "introductions?|explanations?|overviews?|updates?|comments?|assessments?|sense|insights?|"
        "readouts?|thoughts?|light|background|words?|in detail|preview|response|reaction|views?|"
        "ideas?|examples?|specifics?"
    )
    + r"\b)*+"
)
_ABOUT = " (?:on|about|of|as to|as for|regarding|concerning|into|to|for|around) "
_GIVE = _any(
    "tell|give|share|provide|offer|make|talk|speak|elaborate|comment|expand|brief|update|say|shed|"
    "have|hear|get|introduce|explain|walk"
)
_OBJECT = _any(
    "explain|introduce|describe|outline|confirm|share|discuss|detail|state|clarify|address|verify|"
    "tell (?:us|me)|brief us|give (?:us|me)|provide|walk us through|talk us through|comment on|"
    "respond to"
)
_DO = _any(
    "do|does|did|done|doing|takes?|taken|taking|makes?|made|adopt|adopted|adopting|implemented|"
    "achieved|put in place|played?"
)
_LIGHT = _any(
    "achievements?|measures?|progress|results?|efforts?|difficult(?:y|ies)|challenges?|"
    "experiences?|"
    "practices?|steps?|work|plans?|role|actions?|arrangements?|considerations?|features?|"
    "highlights?|breakthroughs?|problems?"
)
_WHAT = rf"{_LEAD}{_CLAUSE}(?:what|which|how)\b"
# A verb in the base form, judging by its position.
_VERB = (
    r"(?!(?:the|a|an|our|its|their|this|that|these|those|be|you|us|it|him|them|see|go|get|"
    r"\w+ing)\b)(?-i:[a-z])"
)
_VIEW = _any(
    "view|see|comment on|evaluate|assess|respond to|react to|look at|regard|describe|"
    "characteri[sz]e|interpret|read|explain|address|perceive|think of|think about"
)
_OPINION = _any(
    "comments?|views?|reactions?|responses?|positions?|take|assessments?|expectations?|opinions?|"
    "attitude|thoughts?|stance|remarks|understanding|evaluation|plans?"
)
_THIS = _any(
    "this|that|it|these|them|those|(?:his|her|their) \\w+|"
    "(?:this|that|the|these|such) (?:case|matter|issue|remarks?|reports?|news|statements?|incident)"
)
_TIME = _any(
    "recently|lately|yesterday|today|earlier|currently|nowadays|just now|"
    "(?:this|last) (?:week|month|year|quarter|summer|winter|spring|autumn|\\w+day|morning)|"
    "over the weekend|(?:over|in|during) the (?:past|last)(?: \\w+){1,3}|in recent \\w+|"
    "(?:on|in|since|as of|by) (?:(?:early|late) )?"
    rf"(?:\w+day|(?:{_MONTH})(?: \d{{1,2}})?(?:,? \d{{4}})?|\d{{4}})"
)
# Words at the start of a sentence that carry no information.
_WHEN = (
    rf"^(?:(?:first|second|firstly|secondly)(?: question)?\W+)?+(?:and |so |but )?+{_CALLED}?+"
    rf"(?:{_TIME},? )?+(?:(?:in|at|during|after|with|following|amid) [^,?]{{3,70}}, )?+"
    r"(?:according to [^,]{3,60}, )?+(?:(?:my|the) (?:first|second|next)(?: one|"
    r" question)? is (?:that )?)?+"
)
# A word of a title: "US Ambassador at Large for Trade".
_TITLED = r"(?:(?-i:[A-Z])[\w’'.&-]*|of|for|at|the|and|in|to|former|local|incumbent)"
# The source of a statement, whose name is also found without these words.
_REPORTED = (
    r"(?:(?:we|i)(?:['’]ve| have)? (?:also )?(?:know|note|noted|noticed|see|saw|seen|learned) "
    r"(?:that )?|(?:it (?:is|was|has been)|reports say|you) (?:\w+ )?(?:reported|known|learned|"
    r"mentioned|announced)(?: that)? )?+"
)
_NOUNS = r"(?P<subject>(?:(?!,).){6,140}?)"

ASKING = Asking(
    announced=_patterns(
        # "A follow-up question on ...", "My questions are about ...", "I want to ask about ..."
        r"^.{0,60}?\bquestions? (?:(?:is|are|was) )?(?:on|about|regarding|concerning|"
        rf"relate[ds]? to) {_REST}",
        rf"^.{{0,40}}?\bask (?:you )?(?:for (?:\w+ ){{0,2}}comments? )?(?:on|about) {_REST}",
        r"^.{0,40}?\b(?:follow(?:ing)?[ -]?up|pick(?:ing)? up) on "
        r"(?P<subject>(?!(?:that|this|it)\b)\S.*)$",
        r"^(?:a|an|one|another) (?P<subject>(?-i:[A-Z])[\w’' -]{2,50}?) question\W*$",
        # "Back to the summit. ..."
        r"^(?:(?-i:[A-Z])[\w’'-]+, )?(?:(?:just|going|coming|and) )*back to "
        r"(?P<subject>(?!(?:you|that|this|it|what)\b)[^,.:?]{4,80}?)"
        r"(?: (?:real )?(?:quickly|briefly|quick))?[,.:?]",
        # "On the contact tracing, ..."
        r"^(?:and |so )?(?:on|regarding|concerning|as for|with regard to|when it comes to|"
        r"with respect to|in terms of) (?P<subject>(?:the )?(?!\w+day\b|\w+ \d|"
        r"the other\b)[^,?]{4,120}),",
    ),
    asks=_pattern(
        rf"^.{{0,60}}?(?:{_WONDER})\b",
        rf"{_LEAD}(?:can|could|would|will) (?:you|we|i|china)\b",
        r"^.{0,40}\bplease (?:brief|tell|share|elaborate|comment|give|talk|introduce|explain)\b",
        r".*\bmy questions? (?:is|are)\b",
        rf"{_LEAD}[^?]{{0,40}}?(?:what|how) about\b",
    ),
    asked=_patterns(
        rf"{_LEAD}(?:[^?]{{0,60}}?[,–—-]\s*)?(?:what|how) about {_REST}",
        # "How do you view ...", "What is your comment on ..."
        rf"{_LEAD}how (?:do|does|did|would|will|should|can|could) (?:\S+ ){{1,5}}?{_VIEW} {_REST}",
        rf"{_LEAD}(?:if |whether )?(?:what|do|does|did|have|has|you|china)\b(?:['’]s)?"
        rf"(?: \S+){{0,5}}? {_OPINION}{_ABOUT}{_REST}",
        # "I am wondering what this means for ..."
        rf"{_LEAD}(?:{_WONDER})[\s,:–—-]+(?P<subject>(?:what|how|why|when|where) \S+ \S.*)$",
        # "Could you please brief us on ...", "Can you give us some details of ..."
        rf"{_LEAD}{_CLAUSE}{_YOU}{_GIVE}{_TELLING}{_ABOUT}{_REST}",
        r"^.{0,60}?\b(?:is|are) there (?:any|an?)(?: \w+){0,2} (?:information|updates?|details?|"
        rf"comments?|news|readout) (?:on|about|of|regarding) {_REST}",
        # "Do you have any update for us on ..."
        rf"{_LEAD}(?:do|does|did|have|has) .{{0,30}}?\b(?:updates?|news|information|readout)"
        rf"(?: for us)? (?:on|about|regarding) {_REST}",
        # "How concerned are you about ...", "What do you think the motivation is behind ..."
        rf"{_LEAD}how (?:\w+ ){{0,3}}?concern(?:ed|ing)(?: (?:are|is|was) \w+)? "
        rf"(?:about|by|over|with) {_REST}",
        rf"{_WHAT}.{{0,60}}?\b(?:motivations?|reasons?|thinking|rationale|purpose)"
        rf"(?: (?:is|are|was))? behind {_REST}",
        # "Could you introduce ..."
        rf"{_LEAD}{_CLAUSE}{_YOU}{_OBJECT}{_TELLING} "
        r"(?P<subject>(?!(?:within|in|on|with|at|from|and|or|as)\b)\S.*)$",
        # "What has been done to ...", "What difficulties are there in ..."
        rf"{_WHAT}.{{0,140}}?\b{_DO}\b.{{0,100}}?\bto (?P<subject>{_VERB}.*)$",
        rf"{_WHAT}.{{0,140}}?\b(?:{_DO}|{_LIGHT})\b.{{0,100}}?\bin "
        r"(?P<subject>(?!(?:the (?:past|last|new|future)|recent|20\d\d|order|this regard)\b)\S.*)$",
        rf"{_WHAT}.{{0,140}}?\b{_DO} (?:about|on|following|after|since|for|with|regarding|against) "
        rf"{_REST}",
        # "Will you consider ..."
        rf"{_LEAD}(?:will|would|does|do|is|are|have|has|did)\b.{{1,60}}?\b(?:consider(?:ed|ing)?|"
        r"willing to|able to|plan(?:s|ning)? to|intend(?:s|ing)? to|prepared to) "
        r"(?P<subject>(?!(?:that|this|it|seriously)\b)(?!.*\bto be\b)\S.*)$",
        # "How is ...", "What are ..."
        rf"{_LEAD}(?:how|what) (?:is|are|was|were) "
        r"(?P<subject>(?!(?:\S+ ){0,4}?(?-i:[a-z])\w+ing\b)"
        r"(?:the|our|an?|\w+['’]s) (?:(?!\b(?:is|are|was|were|has|have|will|that|which|"
        r"being)\b).)+)$",
    ),
    bare=_pattern(
        rf"{_LEAD}(?:(?:what|how)(?:['’]s| is| are| do| does| was| would)\b(?: \S+){{0,4}}? "
        rf"(?:{_OPINION}|comment|respond|react|(?:view|see) {_THIS}|think(?: (?:of|"
        rf"about) {_THIS})?)|"
        r"(?:if |whether )?(?:do|does|did|would|could|can|you|has|have|china|"
        r"the foreign ministry)\b"
        rf"(?: \S+){{0,6}}? (?:{_OPINION}|comment|respond|more(?: details)?|details|confirm|"
        rf"verify)|"
        r"is (?:this|that|it) true|why(?: is that)?)"
        rf"(?: (?:on|to|about|regarding|of|for) {_THIS}| {_THIS}| (?:if|whether|"
        rf"that) {_THIS} is [\w ]+?)?"
        r"(?:,? please)?(?:,? and (?:if|can|could|what|offer|give|do|does|is|how|share)\b.*)?\W*$"
    ),
    courtesy=_pattern(
        r"^\W*(?:(?:thank(?:s| you)|hi|hello|hey|good (?:morning|afternoon|evening)|yeah|yes|"
        r"okay|sure|"
        r"great|right)\b(?:(?!\b(?:what|how|my question is|question about)\b)[^?]){0,90}|"
        r"(?:i(?:['’]m| am)|this is|my name is) (?-i:[A-Z]).{0,60}\b(?:from|with|of|"
        r"at)\b[^?]{0,60}|"
        r"(?:i have|i['’]ve got) (?:a|one|two|three|several)\b[^?]{0,30}\bquestions?|"
        r"(?:first|second) question|(?:just )?(?:one|a quick|two)\b[^?]{0,20}\b"
        r"(?:follow[- ]?ups?|questions?)|[^?.]{0,40}\bquick (?:follow[- ]?ups?|questions?)|"
        r"you mentioned the \w+|my question is for [^?]{2,40})\W*$"
    ),
    names=_patterns(
        # "..., with regard to the nuclear issue"
        r"^.{0,120}?\b(?:with regard to|regarding|in terms of|when it comes to|on the issue of) "
        r"(?P<subject>[^,.;]{4,})",
        # "He said he was concerned about the attack"
        r"^.{6,160}?\b(?:concern(?:s|ed)?|worr(?:y|ies|ied)) "
        r"(?:about|over|on|regarding) (?P<subject>(?!(?:media |news )?reports?\b)[^,;]{4,})",
        # "There have been frequent cases of ..."
        rf"{_WHEN}there (?:has|have|had) been (?:(?:frequent|many|more|several|some) )?{_REST}",
        # "The recent case has aroused concern", "The list was released", "The fair will be held"
        rf"{_WHEN}{_REPORTED}{_NOUNS} (?:has|have) (?:\w+ ){{0,2}}?"
        r"(?:aroused|attracted|garnered|drawn|received|sparked|caught)\b",
        rf"{_WHEN}{_REPORTED}{_NOUNS} (?:was|were|has been|have been|will be|is to be|is) "
        r"(?:\w+ly )?(?:released|published|issued|unveiled|promulgated|launched|held|convened|"
        r"concluded|opened|inaugurated)\b",
        # "Ann Holm's visit to the islands will be her first", "The fair opened"
        rf"{_WHEN}{_REPORTED}(?P<subject>(?:(?!,)(?!\b(?:is|was|will|has|said)\b).){{3,90}}?\b"
        r"(?:visit|trip|summit|conference|forum|exhibition|expo|fair|dialogue|congress|games)"
        r"(?: (?:to|of|on|in|between|with) (?:(?!,)(?!\b(?:is|was|will|has)\b).){2,60}?)?) "
        r"(?:will|is|was|has|opened|concluded|closed|kicked off|kicks off|ended|began)\b",
        # "The office released a report on eels"
        rf"{_WHEN}{_REPORTED}(?:(?!,).){{3,80}}? (?:has |have |just |also )*(?:released|published|"
        r"issued|launched|unveiled|adopted|passed) (?P<subject>(?:an?|the) (?:[\w’'-]+ ){0,3}?"
        r"(?:papers?|reports?|lists?|bills?|acts?|laws?|plans?|documents?|resolutions?|guidelines?|"
        r"regulations?|rules|advisory) (?:on|about|against) [^,.;]{4,})",
    ),
    pronoun=_pattern(
        r"^(?:it|this|that|these|those|them|him|her|its|his|their)(?: \w+)?\W*$",
        r"^(?:that|this|it) and\b|^(?:(?:an)?other|the same|a different) \w+\W*$",
        r"^(?:its|their|his|her)\b",
    ),
    points_back=_pattern(
        r"\b(?:such(?! as\b)|these|those(?! (?:who|that|of|in|with)\b)|"
        r"this (?!(?:year|month|week|quarter|morning|summer|means|new)\b)|its|"
        r"(?:make|on|about|with|of|for) (?:that|it|this|him|her|them)(?! \w+ (?:is|are|was)\b))\b"
    ),
    repeated=_pattern(
        r"^(?:(?:the )?(?:\w+ing|implementation of|outcomes? of|results? of|progress of|details of|"
        r"purpose of|contents? of) )?(?:the|this|that|these|those|such) (?P<noun>\w+)\W*$"
    ),
    outside_names=frozenset(
        "the a an this that these those such several some many any all its their our your his her"
        " of in on at by for from to with about as into over under or but which who what is are was"
        " were be been being has have had will would can could may might do does did not regarding"
        " concerning during against made taken issued held launched adopted where while when he "
        "she they than whether"
        " if because since until".split()
    ),
    introduces=frozenset("several some many new held launched issued adopted made taken".split()),
    purpose=_pattern(rf"^ (?:for [^,.]{{3,60}}? )?to (?P<subject>{_VERB}.*)$"),
    # "the visit by Ann Holm to the islands", "the meeting on nets among the three ports"
    belongs=_pattern(
        r"^(?: (?:on|of|by|between|among|with|against|about|from|to (?=the |(?-i:[A-Z]))) [^,;.?]+)"
    ),
    before=_pattern(r"^(?:[—–-]+ |about )?(?:(?:our country['’]s|our|your|some|any|whether|if) )?"),
    behind=_pattern(
        r"(?: (?:that |which )?(?:you|he|she)(?:['’]ve| have)? just \w+)?"
        r"(?:[,\"”] (?:and|or) (?:also )?(?:what|how|whether|why|when|will|do|does|is|are|can|"
        r"could|if|"
        r"would|has|have)\b.*|, (?:please|and so on|for example\b.*|especially\b.*|and it\b.*|"
        r"(?:which|who|where|whether|what|how|why)\b.*)| as well as (?:the|its|their) .*|"
        r" (?:in detail|at the moment|right now|so far|recently|lately|in recent years|"
        r"this (?:year|month|week)|today|earlier this week|yesterday|for us|with us|please|"
        r"now that .*|"
        rf"in (?:{_MONTH})(?: \d{{4}})?|(?:over|in|during) the (?:past|last) [\w ]{{3,20}}|"
        r"under the new circumstances))?[\s?.!,;:…–—-]*$"
    ),
    frames=_patterns(
        # "the press freedom issue, Ann, a judge has ..."
        r"^(?P<subject>[^,]{8,}), (?-i:[A-Z][a-z]+), ",
        # "the important measures and achievements in promoting ..."
        rf"^(?:the |some |more )?(?:\w+ ){{0,2}}?{_LIGHT}\b.{{0,100}}?\b(?:in|of|to|"
        rf"for) (?P<subject>"
        r"(?:\w+ing\b|(?:combat|fight|protect|ensure|promote|strengthen|prevent|address)\b).*)$",
        rf"^(?:(?:the|frequent|many) ){{0,2}}(?:cases|incidents) of {_REST}",
        r"^(?:the )?(?:latest )?(?:details?|contents?|implementation|development|progress) "
        rf"(?:of|on|about) {_REST}",
    ),
    shorter=_patterns(
        # "Foreign Minister Ann Holm's visit to ...": the name of who has the office
        rf"^(?:{_TITLED} ){{0,8}}?{NAMES.role_word.pattern} (?:{_TITLED} ){{0,6}}?"
        r"(?<!of\s)(?<!for\s)(?<!the\s)(?P<subject>"
        r"(?-i:[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?![A-Z])).*)$",
        # "a campaign to crack down on ...", "crack down on ...", "the list of ..."
        r"^.{4,80}?\b(?:campaigns?|operations?|measures?|efforts?|drives?|plans?|gains?|actions?)\b"
        r".{0,60}?\b(?:to|in) (?P<subject>(?:\w+ing\b|(?-i:[a-z]))\S* .*)$",
        r"^(?:crack(?:ing)? down (?:up)?on|combat(?:ing)?|fight(?:ing)?|deal(?:ing)? with) "
        rf"{_REST}",
        r"^(?:\S+ ){0,4}?(?:list|series|number|set|group|kind|part|batch|cases?|spread|development|"
        r"concept) of (?:the )?(?P<subject>\S.*)$",
    ),
    joint=_pattern(
        r", |; | [–—-]+ | (?:and|or|but|while|which|who|when|after|before|as|by|because|since|"
        r"\w+ed by|with|for|in|at|that|from|over|during|under|against|on|to) "
    ),
    listed=_pattern(" (?:and|or) "),
    belonging=_pattern(r"\b(?:of|between|both|with|from|either)\b"),
    naming=NAMING,
)
