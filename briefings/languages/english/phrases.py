"""English words of set phrases, with which they begin or end, and which they exclude."""

from __future__ import annotations

import re

from ..phrases import Phrases

_PREPOSITIONS = (
    "about above across after against along amid among around at before behind below beneath"
    " beside between beyond by despite during for from in inside into like near of off on onto out"
    " outside over past per since through throughout to toward towards under until unto up upon"
    " via with within without as than up down away forward back together apart aside"
)
_OTHERS = (
    "a an the this that these those such some any no every each all both either neither few many"
    " much more most less least another other others same own and or but nor so yet if then else"
    " because while although though whereas unless whether once when where why how who whom whose"
    " which what i me my mine we us our ours you your yours he him his she her hers it its they"
    " them their theirs myself ourselves yourself himself herself itself themselves am is are was"
    " were be been being have has had having do does did doing done will would shall should can"
    " could may might must ought not n't never also too very just only even still already again"
    " there here now ever quite rather really actually basically simply well however therefore"
    " thus hence moreover furthermore meanwhile instead perhaps maybe yes let get got gets getting"
    " going gonna"
)
# Generic words of sentences on any subject; a run without other words says nothing specific.
_LIGHT = (
    "date possible practicable say said says saying tell told tells telling ask asked asks asking"
    " answer answered question questions think thinks thought know knows known knew believe"
    " believes believed want wants wanted wish wishes like likes look looks looked looking see"
    " sees saw seen go goes went gone come comes came coming make makes made making take takes"
    " took taken taking give gives gave given giving put puts keep keeps kept need needs needed"
    " try tries tried use uses used find finds found talk talks talked talking mean means meant"
    " happen happens happened work works worked working thing things way ways lot lots bit kind"
    " sort part parts number numbers amount people person man men woman women country countries"
    " nation nations world government year years month months week weeks day days hour hours"
    " minute minutes time times moment today tomorrow yesterday tonight morning afternoon evening"
    " night century decade decades period date season first second third fourth fifth last next"
    " new old good better best great big large small high low long short several various different"
    " certain sure able available recent recently currently previously earlier later soon ago end"
    " beginning point points fact case cases place places area areas side sides group groups total"
    " percent million billion trillion thousand hundred dozen half quarter mr mrs ms dr sir madam"
    " press conference briefing briefings reporter reporters journalist journalists media report"
    " reports reported reporting news spokesperson minister ministry department president"
    " secretary premier chairman director official officials member members statement statements"
    " issue issues situation something anything nothing everything someone anyone everyone"
    " somebody anybody everybody one ones two three four five six seven eight nine ten folks guys"
    " guy okay ok yeah course example mention mentioned refer hear heard read brief note noted add"
    " added show shows showed shown start starts started begin begins began begun bring brings"
    " brought turn turns turned call calls called leave leaves set sets run runs seem seems seemed"
    " carry carries carried carrying conduct conducts conducted perform performs performed"
    " become becomes became feel feels felt including include includes included based regard"
    " regards regarding concerning respect terms term home house matter matters"
)
_TIMES = (
    "year years month months week weeks day days hour hours minute minutes time times moment"
    " today tomorrow yesterday tonight morning afternoon evening night century decade decades"
    " period season quarter spring summer autumn winter monday tuesday wednesday thursday friday"
    " saturday sunday january february march april may june july august september october november"
    " december past last next recent coming first second half late earlier later ago beginning end"
    " current present previous preceding following entire whole consecutive same session"
)
_PEOPLE = (
    "minister ministers president secretary premier chairman chairperson director director-"
    " general deputy vice commissioner ambassador spokesperson spokesman spokeswoman governor"
    " mayor senator general chief head leader leaders councilor counselor ministry department"
    " bureau agency administration commission committee council congress association organization"
    " organisation assembly foundation institute university academy company corporation bank court"
    " parliament state foreign prime public security affairs press national republic office organ"
    " organs authority authorities departments agencies police officer officers station stations"
    " envoy envoys consul consular plenipotentiary spokespersons"
)
# Adverbs of manner end like this; the exceptions only look like them.
_MANNER = re.compile(
    r"(?!(?:absolutely|anomaly|apply|assembly|certainly|clearly|completely|currently|daily|directly"
    r"|early|entirely|equally|especially|exactly|extremely|family|finally|friendly|generally|highly"
    r"|italy|largely|lately|likely|merely|monopoly|monthly|mostly|nearly|newly|only|particularly"
    r"|partly|possibly|previously|probably|rally|really|recently|relatively|reply|similarly|simply"
    r"|supply|usually|weekly|yearly)$)[a-z]{4,}ly$"
)
# Remarks that run the event, thank, greet, or take a question.
_HOUSEKEEPING = re.compile(
    r"\b(?:questions?|floor|thank|thanks|welcome|good (?:morning|afternoon|evening)|go ahead|"
    r"follow up|ladies|gentlemen|press conference|press briefing|briefing room|raise your|"
    r"refer you|get back|back to you|happy to|answer|dear friends|media friends|turn it over|"
    r"over to|nice to see|see you|just (?:said|mentioned|now)|fellow[ -]citizens|"
    r"attention|yield|transcript|audio|microphone|hear me|podium|call on|"
    r"(?:you|i) (?:just )?(?:said|asked|mentioned)|mentioned by you|your (?:second|first|last))\b",
    re.IGNORECASE,
)
_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand"
    " million billion trillion percent cent cents yuan dollars euros pounds yen total number"
    " amount"
)

PHRASES = Phrases(
    prepositions=frozenset(_PREPOSITIONS.split()),
    begins=frozenset("in on at with under by without as through within against beyond".split()),
    small=frozenset(_OTHERS.split()),
    open_articles=frozenset("a an no any every as".split()),
    light=frozenset(_LIGHT.split()),
    times=frozenset(_TIMES.split()),
    numbers=frozenset(_NUMBERS.split()),
    offices=frozenset(_PEOPLE.split()),
    housekeeping=_HOUSEKEEPING,
    manner=_MANNER,
    verb_endings=("ing", "ed"),
    joint="and",
    infinitive=frozenset({"to"}),
    capital_words=frozenset({"i"}),
    possessive=re.compile(r"['’]s$|(?<=s)['’]$"),
    number_endings=frozenset("st nd rd th s".split()),
    ending=re.compile(r"(?<=[^\W\d_]{3})(?:ies|ied|ing|ed|es|s|e|y)$"),
    kept_ending=re.compile(r"(?:ss|us|is|ly)$"),
    goes_on=frozenset("and of down up out off away".split()),
)
