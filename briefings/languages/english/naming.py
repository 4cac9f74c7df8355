"""Words that decide whether an English phrase is clear by itself. See `languages.naming`."""

from __future__ import annotations

from ..naming import Naming
from .acting import words

_PREPOSITIONS = words(
    "of in on at by for from to with about as into over under between among against during after"
    " before since until through throughout within without toward towards upon amid amidst via per"
    " beyond across around behind below above near off onto out up down along despite regarding"
    " concerning including following than like"
)
_CONJUNCTIONS = words("and or but nor so yet if whether because although though while unless")
_ARTICLES = words("the a an")
_QUESTIONS = words("what how why when where who whom whose which whether if")
_FINITE = words(
    "is are was were am has have had do does did will would can could may might shall should must"
    " cannot isn't aren't wasn't weren't hasn't haven't don't doesn't didn't won't wouldn't can't"
    " couldn't said says say told claimed claims stated announced warned accused alleged argued"
    " criticized criticised reported revealed confirmed denied insisted urged gave held began"
    " met signed visited became went came took seems seem remains remain continues continue means"
    " wants want plans needs thinks believes makes takes"
)
_GENERAL = words(
    "thing issue issues matter matters case cases incident incidents event events situation"
    " question questions topic topics subject problem problems report reports article news remark"
    " remarks statement statements comment comments announcement meeting meetings talks talk visit"
    " trip conference summit session ceremony speech plan plans campaign project projects program"
    " programme system measure measures work process progress result results outcome outcomes"
    " achievement achievements decision decisions proposal move moves action actions step steps"
    " approach policy policies law bill rule rules regulation regulations document paper list"
    " agreement deal treaty dialogue exchange exchanges cooperation relationship relations ties"
    " side sides party parties country countries nation nations government authorities agency"
    " ministry department organization organisation foundation company companies group groups"
    " institution institutions region area areas place world people public person man woman men"
    " women journalist journalists reporter reporters student students victim victims official"
    " officials leader leaders president minister secretary spokesperson ambassador premier"
    " government's president's administration industry sector field market year month week day time"
    " period past future media attack attacks accident crash fire study survey research video"
    " letter phone call interview briefing exercise exercises drill training mission operation"
    " operations effort efforts role claim claims allegation allegations accusation accusations"
    " details detail information specifics data figures number numbers response reaction position"
    " stance attitude view views opinion thoughts expectation expectations purpose goal reason"
    " reasons background context significance implementation development developments change"
    " changes impact influence effect effects offense offenses crime crimes practice practices"
)
_OPINIONS = words(
    "candid views view comments comment response reaction thoughts opinion details information"
    " specifics explanation introduction update readout briefing answer feedback assessment"
)
_ADJECTIVES = words(
    "upcoming recent recently latest new current ongoing first second third next last previous"
    " former future possible potential specific relevant related important major main key general"
    " overall further more most many much few several some certain various different so-called own"
    " good great big large small high low long short same other additional particular"
    " special early late today yesterday tomorrow now currently already still ever soon again"
    " together going doing made taken done being been two three four five six seven eight nine ten"
    " one expected planned scheduled announced reported mentioned"
)
_ASIDE = words(
    "also then maybe perhaps probably exactly really actually just basically right okay well yes no"
    " please sorry inaudible know quite rather pretty ever"
)

NAMING = Naming(
    pointing=words(
        "i you he she it we they me him her us them my your his its our their mine yours hers ours"
        " theirs myself yourself himself herself itself themselves this these those such there here"
        " same other others another latter aforementioned above-mentioned aforesaid thing things"
        " anything something everything nothing anyone someone everyone anybody somebody stuff"
        " couple lot lots bit kind sort various several certain respectively you've we've"
    )
    | _ASIDE,
    never_first=_PREPOSITIONS
    | _CONJUNCTIONS - words("whether")
    | _FINITE
    | _OPINIONS
    | words(
        "that not any some more less much many each every both either neither very too be been"
        " being who whom whose which"
    ),
    never_last=_PREPOSITIONS
    | _CONJUNCTIONS
    | _ARTICLES
    | _FINITE
    | _ADJECTIVES
    | _QUESTIONS
    | words(
        "that not be bilateral trilateral multilateral national international global regional"
        " economic political military financial"
    ),
    small=_PREPOSITIONS | _CONJUNCTIONS | _ARTICLES | _FINITE | _QUESTIONS | words("that not be"),
    empty=_GENERAL | _ADJECTIVES | _OPINIONS,
    definite=words("the"),
    general=_GENERAL,
    finite=_FINITE,
    clauses=_QUESTIONS | words("that since while after before because as until unless although"),
    questions=_QUESTIONS,
    that=words("that"),
    pairs=words("between both"),
    joins=words("and or sides countries"),
    unfinished=(
        "ed",
        "ing",
        "ly",
        "al",
        "ive",
        "ous",
        "ic",
        "able",
        "ible",
        "ful",
        "less",
        "ary",
        "ern",
        "est",
    ),
    finished=words(
        "training funding building hearing ruling shipping fishing trafficking laundering smuggling"
        " spending lending testing policing farming housing manufacturing financing hacking"
        " bombing shooting meeting warming proposal arrival withdrawal festival capital hospital"
        " trial deal approval removal denial survival initiative offensive perspective traffic"
        " pandemic epidemic public republic forest family supply assembly summary anniversary"
    ),
    possessive=("'s", "’s", "s'", "s’"),
)
