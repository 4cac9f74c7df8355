"""English words for actors and acts of announcements; verbs are in the base form."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Split a string into a set of words."""
    return frozenset(text.split())


# Offices that are capitalized, and those that may be in lower case.
OFFICES = words(
    "president premier minister secretary secretary-general councilor chairman chairwoman"
    " chancellor ambassador governor mayor king queen prince princess emperor empress commissioner"
    " director director-general administrator senator speaker lady spokesperson general envoy"
    " representative admiral commandant commander chief undersecretary family"
)
SMALL_OFFICES = words(
    "president secretary secretary-general minister premier chancellor lady king queen mayor"
    " governor commissioner director administrator ambassador commandant general admiral chairman"
)
# Government bodies; other possible actors.
BODIES = words(
    "ministry ministries department departments bureau bureaus office administration"
    " administrations commission commissions committee committees council councils board agency"
    " agencies authority authorities organ organs government governments police service services"
    " party state country association associations court courts center centre centers centres"
    " station stations consulate-general embassy embassies team force forces union institute"
    " institutes navy army treasury cabinet fund bank trust directorate regulator inspectorate"
    " taskforce guard reserve pentagon"
) | {"white house", "downing street", "joint chiefs"}
# Acronyms of national authorities, which need no introduction, with their countries.
AGENCIES = {
    **dict.fromkeys(
        words(
            "ahrq aphis aspr atf barda blm bls bsee cbo cbp cdc centcom cfpb cftc cia cisa cms"
            " cpsc dea dhs dod doe doi doj dol dot eeoc epa faa fbi fcc fda fdic ferc"
            " fema fns fra fsis ftc gao gsa hhs hrsa hud irs nasa nhtsa nih nist noaa nrc nps nsa"
            " nsf ntsb nws odni omb osha samhsa sba sec ssa tsa usaid uscg uscis usda usgs usps"
        ),
        "united states",
    ),
    **dict.fromkeys(
        words("beis dcms defra dfid dwp fcdo hmrc hse mhra mod nhs ons raf ukhsa"), "united kingdom"
    ),
}
HOLDERS = words(
    "countries officials experts parties teams doctors delegation delegations representatives"
    " leaders partners troops flight flights ship ships students companies university universities"
    " academy academies college colleges school schools hospital hospitals museum museums library"
    " libraries militaries navies command commands corps fleet fleets group detachment detachments"
    " contingent contingents unit units squadron squadrons brigade brigades regiment regiments"
    " colleagues staff crew crews personnel peacekeepers soldiers sailors scientists workers"
    " volunteers negotiators envoys advisers advisors trainers pilots nurses medics firefighters"
    " destroyer destroyers frigate frigates vessel vessels aircraft ministers participants members"
    " inspectors investigators engineers organizers organisers laboratory laboratories foundation"
    " secretariat delegates carrier cutter cutters helicopter helicopters spacecraft capsule rocket"
    " satellite satellites astronauts shuttle rover telescope takers forecasters pupils marines"
    " airmen"
)
# Observable acts, and verbs that are observable acts in the passive.
ACTS = words(
    "abolish accept adjust allocate announce appoint arrange arrive attend award begin berth brief"
    " broadcast build buy chair close co-chair co-host commission commence complete conclude"
    " convene cut deliver deploy depart dispatch dispose distribute dock donate double evacuate"
    " exchange exempt expand extend fly fund hire hold host impose inaugurate increase inspect"
    " install introduce invest invite issue join launch lead leave lift lower meet merge mint move"
    " name nominate offer open organize organise participate patrol pay phase present print process"
    " propose provide publish purchase raise receive recruit reduce release relocate remove renew"
    " reopen repair replace report resume return review roll sail screen select send set share ship"
    " sign spend stage start station submit suspend take terminate test train transfer travel"
    " undertake unveil update vaccinate veto visit welcome withdraw go repeal ban procure"
    " construct erect scrap reinstate convert hand stockpile preside table file legislate"
    " auction audit collect compile embark execute interview land liftoff mail"
    " mobilise mobilize orbit post prosecute redeploy refund reimburse rename retire rotate salvage"
    " subsidise subsidize sue survey testify waive borrow gift relieve resign"
    " tour notify christen campaign congratulate"
)
DONE = words(
    "abolish adopt allocate announce appoint arrange attend base broadcast build charge close"
    " complete conduct convene cover deploy deliver distribute donate establish evacuate exempt"
    " extend host hold impose inaugurate install introduce issue launch lift nominate open organize"
    " organise pay publish put release remove reopen replace resume roll screen select send set"
    " ship sign start submit suspend test train unveil vaccinate waive double offer provide"
    " undertake join co-chair chair co-host stage dispatch station commission expand increase"
    " reduce cut raise upgrade use table file give disburse auction award compile evacuate fly"
    " interview mail post print rename succeed survey gift accept transfer transport update"
    " christen stream televise invest spend"
)
# Nouns for acts after light verbs such as "have" and "give".
MEETINGS = words(
    "talk talks call calls meeting meetings consultation consultations discussion discussions"
    " dialogue dialogues remarks speech address reception receptions communication exchange"
    " exchanges briefing briefings interview visit visits stop stops announcement announcements"
    " conference conferences statement statements tour tours exercise exercises drill drills patrol"
    " patrols inspection inspections survey surveys briefings breakfast lunch dinner test tests"
    " investigation investigations review reviews examination examinations experiment experiments"
    " audit audits search searches interviews spacewalk spacewalks procedures"
)
# What is done to a thing, or with an event.
HELD = words(
    "hold convene host co-host co-chair chair organize organise conduct stage open reopen launch"
    " inaugurate publish release issue announce sign resume extend lift deploy deliver distribute"
    " send provide introduce establish appoint commission unveil follow"
)
# Irregular participles and progressive forms, with their verbs.
PARTICIPLES = {
    "built": "build", "sent": "send", "held": "hold", "sold": "sell", "bought": "buy",
    "made": "make", "given": "give", "taken": "take", "set": "set", "shut": "shut",
    "found": "find", "begun": "begin", "led": "lead", "put": "put", "paid": "pay",
    "spent": "spend", "drawn": "draw", "written": "write", "spoken": "speak", "brought": "bring",
    "laid": "lay", "kept": "keep", "left": "leave", "met": "meet", "cut": "cut",
    "broadcast": "broadcast", "undertaken": "undertake", "withdrawn": "withdraw", "flown": "fly",
    "chosen": "choose", "done": "do", "seen": "see", "known": "know", "rebuilt": "rebuild",
    "sitting": "sit", "setting": "set", "putting": "put", "cutting": "cut", "getting": "get",
}  # fmt: skip
