"""English words by which something is announced that will be done."""

from __future__ import annotations

import re

from ..model import Announcing

_STEP = re.compile(
    r"\b(?:(?:for|in|as)\s+(?:the|a|our)\s+next\s+(?:step|phase|stage|year|month|few\s+\w+)|"
    r"going\s+forward|moving\s+forward|looking\s+ahead|in\s+the\s+(?:near\s+)?future|"
    r"from\s+now\s+on|next(?=,))",
    re.IGNORECASE,
)
_BODY = (
    r"(?:ministry|ministries|departments?|bureaus?|office|administrations?|commissions?|"
    r"committees?|"
    r"councils?|board|agency|agencies|authorit(?:y|ies)|organs?|governments?|police|services?|"
    r"party|"
    r"state|country|associations?|courts?|cent(?:re|er)s?|stations?|consulate-general|embass(?:y|"
    r"ies)|team|forces?|task\s+force|union|institutes?|armed\s+forces|navy|army)"
)
_OFFICE = (
    r"(?:(?:Vice|Deputy|Prime|State|First|Acting|Executive)[ -])*(?:President|Premier|Minister|"
    r"Secretary(?:\s+of\s+(?:the\s+)?[A-Z]\w+|[- ]General)?|Councilor|Chairman|Chairwoman|"
    r"Chancellor|Ambassador|Governor|Mayor|King|Queen|Prince|Princess|Emperor|Empress|Commissioner|"
    r"Director(?:-General)?|Administrator|Senator|Speaker|First\s+Lady|Spokesperson|General|Envoy|Representative)"
)
_LOWER_OFFICE = (
    r"(?:vice\s+president|president|secretary(?:[- ]general)?|prime\s+minister|minister|premier|"
    r"chancellor|"
    r"first\s+lady|king|queen|mayor|governor|commissioner|director|administrator|ambassador)"
)
_MODAL = (
    r"(?:['’]ll|\s+will|\s+shall|\s+(?:has|have)?\s*(?:plans?|planned)\s+to|\s+intends?\s+to|"
    r"\s+(?:are|is|am)\s+(?:also\s+|now\s+|\w+ly\s+)*(?:going|scheduled|set|due|planning|"
    r"preparing|about)"
    r"\s+to|(?P<decided>\s+(?:(?:has|have)\s+(?:also\s+|now\s+)?decided|expects?)\s+to)|"
    r"['’](?:re|s|m)\s+(?:going|scheduled|set|due|planning|preparing|about)\s+to)"
)
_ADVERBS = (
    r"(?:\s+(?:also|then|soon|now|shortly|likely|both|all|each|together|next|in\s+turn|"
    r"subsequently|permanently|"
    r"still|again|first|further|therefore|thus|accordingly|respectively|\w+ly))*"
)
_LISTED = (
    r"\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w’'-]*(?:(?:,\s+and|,|\s+and)?\s+(?:the\s+)?[A-Z][\w’'-]*)"
    r"{1,12}"
)
_BEHIND = (
    r"(?:\s+(?:across|of|at|in|nationwide|throughout|from|for|compris(?:ed|ing)|sent\s+by|led\s+by|"
    rf"made\s+up)\b[^,;.:]{{0,60}}?|{_LISTED})?"
)
# Who acts beside the government and its offices: so much as a date or a number is needed.
_HOLDERS = (
    r"countries|officials|experts|parties|teams|doctors|delegations?|representatives|leaders|partners|"
    r"troops|flights?|ships?|students|companies|universit(?:y|ies)|academ(?:y|ies)|colleges?|"
    r"schools?|hospitals?|museums?|librar(?:y|ies)|militaries|navies|air\s+forces?|commands?|corps|"
    r"fleets?|task\s+(?:group|force)s?|detachments?|contingents?|units?|squadrons?|brigades?|regiments?|destroyers?|frigates?|vessels?|aircraft|ministers|participants|"
    r"members|inspectors|investigators|engineers|organi[sz]ers|laborator(?:y|ies)|foundation|"
    r"secretariat"
)
# What people meet at, train in and show: it is held, and has its parts.
_EVENT = (
    r"(?:conference|meeting|summit|exhibition|expo|forum|seminar|symposium|dialogue|talks|"
    r"consultations?|negotiations|session|exercises?|drills?|training|ceremony|parade|festival|fair|"
    r"workshop|congress|assembly|campaign|visit|tour|event|mission|competition|"
    r"ministerial|review|relay|celebrations?|inauguration|reception|programme|agenda)"
)
# What is held by others, or comes of itself.
_NOT_OURS = (
    r"(?:elections?|referendums?|polls?|trials?|hearings?|funerals?|storms?|typhoon|hurricane|cyclone|"
    r"season|rain(?:s|fall)?|snow|winds?|floods?|waves?|heat|winter|summer|spring|autumn)"
)
# Somebody of the speaker's own side (`we`, `body`, `short` letters of a body), an office by name,
# or somebody who was just spoken of; then what they do.
_WILL = re.compile(
    rf"(?:\b(?P<we>[Ww]e)(?:,\s+[\w\s]{{1,20}},)?|\b(?P<i>I)\b|"
    rf"(?P<office>\b(?:the\s+)?{_OFFICE}\b(?:\s+(?:and\s+)?[A-Z][\w’'.-]*){{0,8}}(?:\s+(?:of|"
    rf"for)\s+(?:the\s+)?[A-Z][\w’' ]{{0,120}}?)?(?:\s+and\s+[A-Z][\w’'. -]{{0,120}}?)?"
    rf"(?:\s+\([A-Z]{{2,7}}\))?,?|\b(?:the|our)\s+{_LOWER_OFFICE})|"
    rf"\b(?P<body>(?i:{_BODY}))\b{_BEHIND}|\b(?P<short>[A-Z]{{2,7}})\b{_BEHIND}|"
    rf"\b(?P<event>(?i:(?:the|this|these|our|\w+[’']s)\s+(?:[\w-]+\s+)?{_EVENT}))|"
    r"\b(?P<other>(?i:they|he|she|which|that|these|those|the\s+(?:two|three|four|"
    r"five)(?:\s+\w+)?|both\s+(?:sides|teams)|the\s+leaders|"
    r"it|this\s+(?:conference|meeting|summit|exhibition|forum|plan|campaign|rule|law)|"
    r"the\s+\w*\s*(?:conference|meeting|summit|exhibition|forum|campaign|rule|law|visit|"
    r"ceremony|session|plan|report|regulations?|measures?)))|"
    r"(?P<head>^(?:Officials|Experts|Representatives|Leaders|Ministers|Delegations|Doctors)\b"
    r"[^.;:]{0,240}?)|(?P<same>(?<=\band))|"
    rf"\b(?P<many>(?i:{_HOLDERS})|US[NC]?S|HM[A-Z]{{0,2}}S|INS|PLANS)\b(?:\s+\([^()]{{1,30}}\))?"
    rf"(?:\s+[A-Z]\w+){{0,2}}(?:\s+\([^()]{{1,30}}\))?{_BEHIND}|"
    r"\b(?P<person>(?:Mr|Ms|Mrs|Dr)\.(?:\s+[A-Z][\w’'.-]*){1,6},?)|"
    r"\b(?P<name>[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){0,8})(?:\s+side)?)"
    rf"(?P<modal>{_MODAL})(?P<adverbs>{_ADVERBS})\s+(?P<verb>(?:be\s+(?:\w+ly\s+)?)?[\w-]+)(?P<rest>.*)",
    re.DOTALL,
)
# Without one of these nobody announces anything: most sentences need no closer look.
_AHEAD = re.compile(
    r"\bwill\b|shall|['’]ll|plan|intend|going|scheduled|tomorrow|\bnext\b|\bdue\b|later|about\s+to|"
    r"decided|expect|announcing|launching|proposing|releasing"
)

_ACTS = (
    "abolish accept? adjust allocate announce appoint arrange arrive attend begin brief? "
    "broadcast build buy"
    " chair close co-chair co-host commission commence complete conclude convene cut deliver deploy"
    " depart dispatch dispose distribute donate double evacuate exchange exempt expand? extend "
    "fly fund"
    " hire hold host hire impose increase? inaugurate inspect install introduce invest invite issue"
    " join launch leave lift lower meet merge mint move? name nominate offer? open organize "
    "organise"
    " participate pay phase present? print process? propose provide publish purchase raise? recruit"
    " reduce? release relocate remove? renew reopen repair replace report? resume review? return "
    "roll"
    " screen select send set share ship sign spend take? start station submit suspend terminate "
    "test "
    "train"
    " transfer travel undertake unveil update? vaccinate veto visit welcome withdraw go"
).replace("?", "")
_PASSIVE = (
    r"be\s+(?:\w+ly\s+)?(?:abolished|allocated|announced|appointed|arranged|attended|broadcast|"
    r"built|charged|closed|completed|convened|deployed|delivered|distributed|donated|established|"
    r"evacuated|"
    r"exempted|extended|held|hosted|imposed|inaugurated|installed|introduced|issued|launched|"
    r"lifted|"
    r"nominated|opened|organi[sz]ed|paid|published|put|released|removed|reopened|replaced|resumed|"
    r"rolled|screened|selected|sent|set|shipped|signed|started|submitted|suspended|tested|trained|"
    r"unveiled|vaccinated|adopted|waived|doubled|issued|offered|provided|undertaken|joined|updating|hosting|"
    r"holding|traveling|travelling|going|launching|meeting|announcing|proposing|proceeding|joining|"
    r"visiting|attending|participating|signing|releasing|sending|shipping|opening|hosted|"
    r"paying|presiding|representing|calling\s+on|leading|chairing|co-chairing|co-hosting|addressing|"
    r"returning|arriving|leaving|flying|departing|inaugurating|taking\s+part|setting\s+up|publishing|"
    r"sitting\s+down|speaking|delivering|deploying|providing|convening|receiving|welcoming|"
    r"co-chaired|chaired|co-hosted|conducted|staged|dispatched|stationed|deployed|commissioned|"
    r"committing|taking\s+place)|take\s+place"
)
_DEFINITE = re.compile(
    rf"(?:{'|'.join(sorted(set(_ACTS.split())))}|{_PASSIVE}|"
    r"(?:have|do|give|make|deliver|engage\s+in|have\s+the\s+(?:opportunity|"
    r"chance)\s+to(?:\s+\w+)?)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:talks?|calls?|meetings?|consultations?|discussions?|dialogues?|remarks|speech|address|"
    r"receptions?|communication|exchanges?|"
    r"press\s+conference|briefings?|interview|visit|stop|announcement|meet\s+with)|(?:drop|"
    r"stop)\s+(?:into|by)|use\s+(?:this|the|that)\s+(?:opportunity|occasion)\s+to\s+(?:pay|meet|"
    r"hold|visit|host|launch)|(?:forward[ -])?(?:deploy|station)|stage|receive|sail|dock|"
    r"berth|patrol|award|lead|kick\s+off|brief)(?![\w-])",
    re.IGNORECASE,
)
# Another act further on: "will focus on safety and launch a campaign".
_SECOND = re.compile(
    rf"(?:,|\b(?:and|to))\s+(?:\w+ly\s+|also\s+|then\s+)?(?:{'|'.join(sorted(set(_ACTS.split())))})"
    r"\s+(?:an?|the|new|its|our|\w+ing)\b(?P<rest>.*)",
    re.IGNORECASE,
)
# Such acts are none when they go on so: nothing is done that a reader could look for.
_VAGUE = re.compile(
    r"^\s*(?:(?:with\s+)?(?:our|the|its|their|a)?\s*(?:\w+\s+){0,3}(?:best|efforts?|contributions?|platforms?|bridges?|boost|foundation|"
    r"guarantee|support|momentum|impetus|opportunit(?:y|ies)|attention|emphasis|services?|example|"
    r"advantages?|role|play|views?\s+together|hands|importance|heed)\b|"
    r"(?:(?:all|any|every|whatever|further|more|our|its|the)\s+)*(?:(?:necessary|appropriate|"
    r"firm|strong|resolute|"
    r"resolutely|concrete|forceful|proper|legitimate|effective|possible|practical|"
    r"active)\s+)*(?:counter-?)?(?:measures?|"
    r"actions?|steps?)\s*(?:necessary|to\b|and\b|in\b|against\b|[,.;]|$)|everything|whatever|"
    r"us\b|into\b|"
    r"(?:up|forward|closer|ahead|on\s+to|hand\s+in\s+hand|halfway|with\s+you)\b|\w+\s+halfway)",
    re.IGNORECASE,
)
# What is no more than going on and trying, whenever it is.
_ENDEAVOUR = re.compile(
    r"(?:continue|keep|strive|try|work|endeavou?r|remain|stay|be\s+(?:looking|thinking|working|"
    r"watching|monitoring)|"
    r"look|think|consider|evaluate|monitor|watch|learn|rely|get\b|feel|help|allow|enable|ensure|"
    r"contribute|adhere|persist|insist|always|spare|make\s+"
    r"(?:every|all|great|greater|more|new|unremitting|joint|concrete|further)|do\s+everything|"
    r"never|not|"
    r"stand|uphold|follow|seek|step\s+up|focus|pay\s+(?:close|more|great))\b",
    re.IGNORECASE,
)
# What is only said to run the event, to put off or to decline an answer.
_NO_ACT = re.compile(
    r"""(?:^\s*(?:not\b|never\b|have\s+to|need\s+to|see\b|hear\b|look\s+for|talk\s+to\s+you|tell\b|say\b|
    let\b|check\b|get\s+back|keep\s+(?:you|everyone|a\s+close|watching|monitoring)|
    (?:take|answer|address|try\s+to\s+answer)\s+(?:your|those|that|the|a|one|some|any|questions?|it)\b|
    turn\b|pass\b|stop\b|start\s+(?:with|by|off|over|there)|begin\s+(?:with|by)|go\s+(?:ahead|back|on)\b|
    move\s+(?:on|to|around)|leave\s+(?:it|that|you)|refer\b|defer\b|reiterate|repeat|emphasi[sz]e|
    stress\b|note\b|add\b|mention\b|be\s+(?:able|back|happy|glad|honest|clear|brief|very\s+brief)|
    give\s+(?:you|the\s+floor)|brief\s+(?:you|everyone)|do\s+(?:our|my|its|the)\s+best|do\s+(?:that|this|so)\b|
    make\s+(?:sure|clear|it\s+clear)|have\s+(?:more|an?\s+update|some|details|anything|time|a\s+(?:full)?some)|
    share\b.{0,30}\bwith\s+you|update\s+you|provide\s+(?:you|an\s+update|updates)|like\b|want\b|know\b|
    think\b|try\b|have\s+one\b|do\s+more\b|talk\s+to\s+you|be\s+(?:staffed|around|the|an?|in|at|up|very|more|no|another|part|held\s+accountable|good)\b|
    (?:provide|give|make|have|offer)\s+(?:some\s+)?(?:opening|brief|short|introductory|closing)\s+(?:remarks|
    statement|comments)|work\s+through|join\s+(?:me|us)|speak\s+(?:for|to\s+(?:you|that|it))\b|start\s+taking|explain|
    put\s+(?:that|it|this)|find\s+out|follow\s+up|call\s+on|wait\b|wrap|report\s+back|present\s+to\s+you)
    |\b(?:more|further|relevant|any|the)\s+(?:information|details?|news|updates?)\b.{0,60}(?:in\s+due\s+course
    |when\s+(?:we|it|there)|if\s+(?:we|there|any)|in\s+a\s+timely|as\s+soon|at\s+(?:the|an)\s+(?:proper|
    appropriate)|later|available)
    |\b(?:you|your)\s+(?:posted|updated|informed)\b
    |\b(?:release|announce|publish|issue)\b.{0,30}\b(?:information|news|it|that|them)\s+(?:in\s+due\s+course|in\s+a\s+timely|
    when|once|as\s+soon))""",
    re.IGNORECASE | re.VERBOSE,
)
# Before it: what somebody else will do as the speaker hopes or has heard; conditions; questions.
_OTHERS = re.compile(
    r"\b(?:hopes?|hoping|hoped|believes?|expects?|expected|wish(?:es)?|urges?|urged|trusts?|"
    r"asked|asks?|"
    r"according\s+to(?!\s+(?:[\w-]+\s+){0,4}?(?:plans?|agreement|consensus|schedule|arrangements?|"
    r"calendar|timetable|programme)\b)|whether|if|unless|when\s+you|think|thinks|thought|wonder|confident|convinced|"
    r"no\s+matter|depends?|provided\s+that|(?<!we\s)(?<!you\s)(?<!\bI\s)(?<!just\s)(?:said|says|"
    r"told|stressed|claimed|claims|"
    r"reported|stated|noted|pledged|promised|vowed|warned|reaffirmed|expressed|mentioned|quoted)|"
    r"(?:why|how|what)\b(?=[^,;:—–-]*$)|(?:is|know|say|clear|you)\s+when|as\s+long\s+as|would\s+like|predict\w*|estimate\w*|in\s+the\s+hope|so\s+that|"
    r"hopeful|on\s+when|the\s+(?:more|less|fewer|sooner)|likely|perhaps|maybe|assume|guess|suppose|"
    r"the\s+impression|afraid|worry|worried|concerned)\b",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_DAYS = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_WHEN = re.compile(
    rf"\b(?i:tomorrow|today|tonight|shortly|this\s+(?:afternoon|evening|week|weekend|month|year|spring|"
    rf"summer|autumn|"
    r"fall|winter|morning)|later\s+(?:today|this\s+\w+|in\s+the\s+(?:day|week|month|year))|"
    r"next\s+(?:week|month|year|spring|summer|autumn|fall|winter|few\s+\w+|quarter|session)|"
    r"(?:in|over|during|within|for)\s+the\s+(?:coming|next|following)\s+(?:few\s+|"
    r"\w+\s+)?(?:days?|weeks?|"
    r"months?|years?)|(?:within|in)\s+(?:a|one|two|three|\d+)\s+(?:days?|weeks?|months?|years?)|"
    r"annually|every\s+year|by\s+the\s+end\s+of|(?:by|before|until|through|from|in|since)\s+20\d\d|"
    r"the\s+(?:first|second|third|fourth)\s+(?:quarter|half)\s+of)\b(?!['’]s)"
    rf"|\b(?:next\s+)?{_DAYS}\b|\b(?:\d{{1,2}}\s+)?{_MONTHS}(?=\s+\d|\s*(?:,|\.|this|next|of)|$)|"
    rf"\b(?:in|on|from|by|until|early|late|mid)[\s-]{_MONTHS}\b|"
    r"\b(?:on|from)\s+the\s+\d{1,2}(?:st|nd|rd|th)\b"
)
_NUMBER = re.compile(
    r"(?<![\w.,/-])(?:[$€£¥]\s?)?\d[\d,.]*(?:%|(?!\d|st\b|nd\b|rd\b|th\b|[.,]?$)(?=\s+[a-z]))"
    r"|\b(?:half|twice|double|triple|hundreds?|thousands?|millions?|billions?|dozens?)\b",
)
# Numbers that are days and years.
_DAY_NUMBER = re.compile(
    rf"\b\d{{1,2}}(?:\s*(?:to|and|-|–)\s*\d{{1,2}})?\s+{_MONTHS}|"
    rf"{_MONTHS}\s+\d{{1,2}}(?:\s*(?:to|and|-|–)\s*(?:{_MONTHS}\s+)?\d{{1,2}})?\b|\b(?:19|20)\d\d\b"
)
_MEASURE = re.compile(
    r"[“\"‘][A-Z][^”\"’]{3,60}[”\"’]|\b(?:[A-Z][\w’-]+\s+(?:(?:and|of|for|on|the|to|"
    r"against)\s+)*){1,8}"
    r"(?:Plan|Act|Law|Initiative|Campaign|Operation|Regulations?|Program(?:me)?|Agreement|Treaty|"
    r"Action|Project|Rule|Pledge|Fund|Package|Protocol|Convention|Guidelines?|Framework|Strategy|"
    r"Coalition|Tour)\b"
    r"|\b(?:Plan|Act|Law|Initiative|Regulations?|Rules|Measures|Agreement|Treaty|Guidelines?|"
    r"Outline|Convention|Opinions)\s+(?:on|for|of|against|concerning)\s+(?:the\s+)?[A-Z]"
    r"|\b\d+-day\s+campaign|\b(?:special|new|national|nationwide|action)\s+(?:campaign|operation|"
    r"plan|rule|regulations?|fund|program(?:me)?)\b"
)
# What is done to something, by whomever.
_PASSIVELY = re.compile(
    r"(?:\b(?P<other>(?:the|a|an|this|these|two|three|more|new|all|its|our)\s+(?:(?!that\b|"
    rf"which\b|who\b|{_NOT_OURS}\b)"
    r"[\w-]+\s+){1,5}?)will\s+(?:also\s+|soon\s+|then\s+|\w+ly\s+)*|\b(?P<there>there)(?:\s+wi|"
    r"['’])ll\s+(?:also\s+)?)"
    r"(?P<verb>be\s+(?:an?|two|three|four|five|six|several|\d+|the|another)\s+(?:[\w-]+\s+){0,3}?(?:briefing|meeting|"
    r"session|summit|ceremony|"
    r"announcement|conference|signing|reception|event|exhibition|forum|round)s?|"
    r"be\s+(?P<more>additional|more|new|further)\s+[\w-]+|"
    r"be\s+(?:\w+ly\s+)?(?:resumed|announced|released|"
    r"published|issued|launched|opened|established|set\s+up|rolled\s+out|put\s+in\s+place|held|"
    r"selected|submitted|introduced|adopted|completed|distributed|deployed|built|convened|"
    r"inaugurated))\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# What begins, ends or comes at a time ahead, and what those do who are named: acts by their time.
_TIMED = re.compile(
    r"(?:start|begin|resume|reopen|open|close|end|arrive|take\s+effect|come\s+into\s+(?:force|"
    r"effect)|go\s+"
    r"(?:live|into)|speak|talk|discuss|remind|mark|cover|engage|commemorate|address|expire|run|last)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"(?:^|[,;:]\s+|\b(?:that|and|while)\s+)(?P<held>(?P<count>(?:(?:a\s+total\s+of|"
    r"(?:more|fewer|less)\s+than|about|around|some|nearly|over|up\s+to|at\s+least)\s+)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,]*)\s+)?"
    rf"(?:(?!that\b|which\b|who\b|will\b|{_NOT_OURS}\b)[^\s,;:!?]+\s+){{1,24}}?)"
    r"will\s+(?:also\s+|now\s+|soon\s+|then\s+|\w+ly\s+)*"
    r"(?P<verb>take\s+place|be\s+(?:\w+ly\s+)?(?:held|convened|hosted|co-hosted|co-chaired|chaired|"
    r"organi[sz]ed|conducted|staged|opened|reopened|launched|inaugurated|published|released|issued|"
    r"announced|signed|resumed|extended|lifted|deployed|delivered|distributed|sent|provided|"
    r"introduced|established|appointed|commissioned|unveiled|rolled\s+out|set\s+up)|"
    r"begin|start|resume|reopen|open|kick\s+off|conclude|take\s+effect|(?:come|go|enter)\s+into\s+(?:force|effect)|expire|"
    rf"(?:participate\s+in|take\s+part\s+in|attend|join)\s+(?:this|the)\s+(?:[\w-]+\s+){{0,3}}?{_EVENT}"
    r")\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# What an event that was spoken of is made of.
_PART = re.compile(
    r"(?:focus\s+on|discuss|include|feature|cover|consist|comprise|convene|bring\s+together|review|"
    r"exchange\s+views|be\s+(?:attended|joined|divided|chaired|co-chaired))\b",
    re.IGNORECASE,
)
_AT_EVENT = re.compile(
    r"(?:participate\s+in|take\s+part\s+in|attend|join|address|speak\s+(?:at|to))\s+(?:this|the)\s+"
    r"(?:[\w-]+\s+){0,3}?"
    rf"{_EVENT}\b",
    re.IGNORECASE,
)
# What somebody does who says "I", where that is more than running the event; and a modal that is
# a plan of its own.
_FIRST_PERSON = re.compile(
    r"(?:be\s+)?(?:visit(?:ing)?|travel(?:l?ing)?|attend(?:ing)?|meet(?:ing)?|hold(?:ing)?|host(?:ing)?|"
    r"conven(?:e|ing)|chair(?:ing)?|sign(?:ing)?|launch(?:ing)?|pay|depart|leav(?:e|ing)\s+for|"
    r"participat(?:e|ing)|join(?:ing)?|set(?:ting)?\s+out|publish(?:ing)?|send(?:ing)?|appoint|"
    r"nominate|propos(?:e|ing)|submit(?:ting)?|deliver(?:ing)?|use\s+this\s+opportunity)\b",
    re.IGNORECASE,
)
_STAY = re.compile(r"be\s+(?:back|here|there|in|at|on)\b", re.IGNORECASE)
# What something that was just named is made of.
_CONTENT = re.compile(r"(?:convene|include|feature|consist\s+of|comprise)\b", re.IGNORECASE)
_PLANNED = re.compile(r"plan|intend|schedul", re.IGNORECASE)
_BEGINS = re.compile(
    r"\b(?P<other>(?:the|a|an|this|these|two|three|new|its|our|first|second)\s+(?:(?!that\b|"
    rf"which\b|who\b|{_NOT_OURS}\b)"
    r"[\w-]+\s+){1,6}?)will\s+(?:also\s+|then\s+|\w+ly\s+)*(?P<verb>start|begin|resume|reopen|"
    r"open|take\s+"
    r"effect|come\s+into\s+(?:force|effect)|go\s+live|arrive)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# Acts in the present that a time ahead makes announcements: "we are launching it tomorrow".
_PRESENT = re.compile(
    r"(?:\b(?P<we>[Ww]e)|\b(?P<office>(?i:the\s+)?" + _OFFICE + r"(?:\s+[A-Z][\w’'.-]*)*)|"
    rf"\b(?P<body>(?i:{_BODY}))|\b(?P<short>[A-Z]{{2,7}})|\b(?P<other>(?i:he|she|they)))"
    r"\s*(?:['’](?:re|s)|\s+(?:is|are))\s+(?:\w+ly\s+|also\s+|then\s+)*(?P<verb>announcing|"
    r"launching|"
    r"traveling|travelling|heading|hosting|holding|meeting|proposing|releasing|publishing|sending|"
    r"opening|attending|visiting|leaving|joining|signing|delivering|convening|starting|beginning|"
    r"introducing|participating|hearing)\b"
)
_RELEASE = re.compile(
    r"^(?:release|publish|issue|announce|introduce|unveil|submit|be\s+(?:\w+ly\s+)?(?:released|"
    r"published|"
    r"issued|announced|introduced|launched|selected|opened|established|adopted|completed|set|"
    r"rolled|"
    r"put|held|submitted))$",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(
    r"(?:^|"
    rf"[,;]\s+)(?:[Tt]he\s+)?(?!{_OFFICE}\b)([A-Z][\w-]*(?:\s+[A-Z][\w-]*)?)\s+(?:side\s+)?(?:is\s+(?:willing|"
    r"ready|always|"
    r"committed|firmly|opposed|concerned|providing|working|pleased)|has\s+(?:always|been|decided|"
    r"provided|contributed)|remains|reiterates?|condemns?|looks\s+forward|will|stands?|hopes?|believes?|"
    r"firmly|"
    r"resolutely|always|opposes?|supports?|attaches|welcomes?|urges?|highly|would\s+like|calls|"
    r"noted|strongly|appreciates?|maintains?|holds?|advocates?)\b"
)

ANNOUNCING = Announcing(
    step=_STEP,
    will=_WILL,
    present=_PRESENT,
    ahead=_AHEAD,
    definite=_DEFINITE,
    second=_SECOND,
    passive=_PASSIVELY,
    we=re.compile(r"\b[Ww]e\b"),
    today=re.compile(r"today$", re.IGNORECASE),
    now=re.compile(r"(?:announcing|launching|proposing|releasing)$"),
    begins=_BEGINS,
    held=_HELD,
    part=_PART,
    at_event=_AT_EVENT,
    first_person=_FIRST_PERSON,
    planned=_PLANNED,
    stay=_STAY,
    content=_CONTENT,
    anew=re.compile(r"(?:\s*[–—]\s*|\s--?\s|;\s+)(?=(?:and|but|so|also)\b)"),
    citizen=re.compile(
        r"\b([A-Z][a-z]+(?:ese|ish|ian|an|i|ine)|French|German|Dutch|Greek|Swiss|Thai|Czech|U\.?S\.?|UK|"
        r"EU|UAE|ROK|DPRK|NATO)\s+(?:[A-Za-z]+\s+){0,2}$"
    ),
    letters=re.compile(r"(?:the\s+)?(?-i:[A-Z]{2,7})\s*$", re.IGNORECASE),
    condition=re.compile(
        r"[^,;:]*?(?<!even\s)(?<!see\s)(?<!as\s)\b(?:if|unless)\b(?!\s+(?:necessary|needed|possible))",
        re.IGNORECASE,
    ),
    citizens={"American": "United States", "British": "United Kingdom"},
    the=re.compile(r"\b(?:the|our)\s+$", re.IGNORECASE),
    timed=_TIMED,
    vague=_VAGUE,
    endeavour=_ENDEAVOUR,
    no_act=_NO_ACT,
    others=_OTHERS,
    when=_WHEN,
    number=_NUMBER,
    day_number=_DAY_NUMBER,
    measure=_MEASURE,
    vague_actors=frozenset("it that which these those this".split()),
    release=_RELEASE,
    speaks_for=_SPEAKS_FOR,
)
