"""The part of a pack for what surrounds the turns of a text (parse)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .defaults import NEVER, Pattern


@dataclass(frozen=True, eq=False, kw_only=True)
class Lists:
    """Lists of participants and their headings (parse.lists, parse.participants)."""

    # Headings in lower case, mapped to "speakers", "chair", "date", "place", "topic" or "section".
    headings: Mapping[str, str] = field(default_factory=dict)
    # The heading of a list of initials.
    key: Pattern = NEVER
    # Groups `hon`, `name`, `role`: a name with its role; `name` matches a name alone.
    with_role: Pattern = NEVER
    name: Pattern = NEVER
    # Verbs that show that a supposed role is a statement about the person.
    told_of: Pattern = NEVER
    # Group `org`: the organization in a role, after or before the office.
    organization: Pattern = NEVER
    organization_before: Pattern = NEVER
    # The start of a second role.
    next_role: Pattern = NEVER
    # Groups `name`, `role`: people introduced in the opening.
    introduced: Pattern = NEVER
    # The word between the entries of a line, as a regular expression: "and".
    joint: str = r"(?!)"
    # The word before an author, as a regular expression: "by".
    by: str = r"(?!)"


@dataclass(frozen=True, eq=False, kw_only=True)
class Front:
    """The text before the first turn: titles, bylines, datelines (parse.titles, front)."""

    title_word: Pattern = NEVER
    title_begins: Pattern = NEVER
    # Groups `role`, `name`: somebody named in a title, a byline or a lead.
    person: Pattern = NEVER
    by_person: Pattern = NEVER
    lead_person: Pattern = NEVER
    before_role: Pattern = NEVER
    no_name: Pattern = NEVER
    byline: Pattern = NEVER
    # The word with which a byline begins, for lines that also contain a date; in lower case.
    by: str = "\0"
    # The authors in a byline (cite.describing): people who did not write the text, the words before
    # the names of those who did, and the separators of names.
    not_author: Pattern = NEVER
    before_author: Pattern = re.compile(r"^\W+")
    between_authors: Pattern = re.compile(r"\s*[,;|/&]\s*")
    # The start of a line that says whose words follow.
    given: Pattern = NEVER
    # Group 1: the place in a lead.
    lead_place: Pattern = NEVER
    published: Pattern = NEVER
    venue: Pattern = NEVER
    # Words before a date at the end of a title, and what may follow it.
    day_at_end: Pattern = NEVER
    title_end: Pattern = re.compile(r"\W*$")
    # A heading above links to other pages (parse.blocks).
    related: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Closing:
    """The end of a text (parse.closing)."""

    credit: Pattern = NEVER
    # The words that introduce the names in a credit, and the separators of these names.
    credit_lead: Pattern = re.compile(r"^.*?[:：]\s*")
    credit_names: Pattern = re.compile(r"\s*,\s*")
    notice: Pattern = NEVER
    # A word that `notice` requires; looking for it first saves most of the work.
    notice_word: Pattern = NEVER
    end: Pattern = NEVER


@dataclass(frozen=True, eq=False, kw_only=True)
class Facts:
    """The host, series and date of an event in running text (parse.facts)."""

    # Each has the group `org`.
    hosts: tuple[Pattern, ...] = ()
    title_host: Pattern = NEVER
    after_event: Pattern = NEVER
    no_host: Pattern = NEVER
    # Words to remove before and after the name of an organization.
    before_org: tuple[Pattern, ...] = ()
    after_org: Pattern = NEVER
    # Groups `org` or `agency`: the dateline of an agency.
    agency: Pattern = NEVER
    # Groups `name`, `number`.
    series: tuple[Pattern, ...] = ()
    ordinals: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, kw_only=True)
class Room:
    """Sounds and events in the room (parse.words, parse.narration)."""

    sounds: Pattern = NEVER
    remarks: Pattern = NEVER
    # Group `event`: a sentence about the event; words for an event with the press.
    event_told: Pattern = NEVER
    of_press: Pattern = NEVER
    # Group `who`: somebody does something; the same in brackets, where more is accepted.
    told: Pattern = NEVER
    told_in_brackets: Pattern = NEVER
    done_in_brackets: Pattern = NEVER
    # Words for people in the room, and a time of day.
    people: Pattern = NEVER
    hour: Pattern = NEVER
