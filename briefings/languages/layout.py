"""What a pack holds for what stands around the turns of a text (parse)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .defaults import NEVER, Pattern


@dataclass(frozen=True, eq=False, kw_only=True)
class Lists:
    """Lists of participants and their headings (parse.lists, parse.participants)."""

    # A heading in lower case: "speakers", "chair", "date", "place", "topic" or "section".
    headings: Mapping[str, str] = field(default_factory=dict)
    # The heading of a list of initials.
    key: Pattern = NEVER
    # Groups `hon`, `name`, `role`: a name with its role; `name` alone.
    with_role: Pattern = NEVER
    name: Pattern = NEVER
    # Verbs in what would be a role: something is told of the person.
    told_of: Pattern = NEVER
    # Group `org`: the organisation that a role names, behind it or before it.
    organization: Pattern = NEVER
    organization_before: Pattern = NEVER
    # Where a second role begins.
    next_role: Pattern = NEVER
    # Groups `name`, `role`: people introduced in the opening.
    introduced: Pattern = NEVER
    # What joins the entries of one line, as a pattern's text: "and".
    joint: str = r"(?!)"
    # The word before whoever wrote a text, as a pattern's text: "by".
    by: str = r"(?!)"


@dataclass(frozen=True, eq=False, kw_only=True)
class Front:
    """What stands before the first turn: titles, bylines, datelines (parse.titles, front)."""

    title_word: Pattern = NEVER
    title_begins: Pattern = NEVER
    # Groups `role`, `name`: somebody named in a title, a byline, a lead.
    person: Pattern = NEVER
    by_person: Pattern = NEVER
    lead_person: Pattern = NEVER
    before_role: Pattern = NEVER
    no_name: Pattern = NEVER
    byline: Pattern = NEVER
    # What a byline begins with, where its line holds a date as well; in lower case.
    by: str = "\0"
    # Whom a byline names (cite.describing): what parts the names, people who did not write the
    # text, and the words before the names of those who did.
    not_author: Pattern = NEVER
    before_author: Pattern = re.compile(r"^\W+")
    between_authors: Pattern = re.compile(r"\s*[,;|/&]\s*")
    # How a line begins that says whose words stand below it.
    given: Pattern = NEVER
    # Group 1: the place in a lead.
    lead_place: Pattern = NEVER
    published: Pattern = NEVER
    venue: Pattern = NEVER
    # What stands before a date at the end of a title, and what may stand behind it.
    day_at_end: Pattern = NEVER
    title_end: Pattern = re.compile(r"\W*$")
    # A heading over links to something else (parse.blocks).
    related: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Closing:
    """What stands after the text (parse.closing)."""

    credit: Pattern = NEVER
    # Which words introduce the names in a credit, and what parts these names.
    credit_lead: Pattern = re.compile(r"^.*?[:：]\s*")
    credit_names: Pattern = re.compile(r"\s*,\s*")
    notice: Pattern = NEVER
    # What `notice` turns on: looking for it first saves nearly all of its work.
    notice_word: Pattern = NEVER
    end: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Facts:
    """Host, series and day of an event, as running text gives them (parse.facts)."""

    # Group `org` each.
    hosts: tuple[Pattern, ...] = ()
    title_host: Pattern = NEVER
    after_event: Pattern = NEVER
    no_host: Pattern = NEVER
    # Words to take off before and behind an organisation's name.
    before_org: tuple[Pattern, ...] = ()
    after_org: Pattern = NEVER
    # Groups `org` or `agency`: an agency's dateline.
    agency: Pattern = NEVER
    # Groups `name`, `number`.
    series: tuple[Pattern, ...] = ()
    ordinals: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Room:
    """What is heard and what happens in the room (parse.words, parse.narration)."""

    sounds: Pattern = NEVER
    remarks: Pattern = NEVER
    # Group `event`: a sentence that tells of the event; the words for it when the press is there.
    event_told: Pattern = NEVER
    of_press: Pattern = NEVER
    # Group `who`: somebody does something; the same in brackets, where more is taken for it.
    told: Pattern = NEVER
    told_in_brackets: Pattern = NEVER
    done_in_brackets: Pattern = NEVER
    # People in the room by what they are, and an hour.
    people: Pattern = NEVER
    hour: Pattern = NEVER
