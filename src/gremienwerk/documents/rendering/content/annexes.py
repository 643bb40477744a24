"""Annexes: committee table, profiles, structure, directory, free text. Each has a number and a title."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from gremienwerk.documents.rendering.content.charts import Chart
from gremienwerk.documents.rendering.content.text import Block


class Seat(NamedTuple):
    """A unit or institution with what it does in a committee: ("Jugendamt", "Federführung")."""

    holder: str
    role: str = ""


class InstitutionGroup(NamedTuple):
    """Participating institutions of one kind: ("Wohlfahrtsverbände", ("Caritasverband …", …))."""

    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeRow:
    """One committee as questions 1–6 ask for it. None everywhere: not recorded.

    `status` is the word to show ("geplant bis Ende 2022"), empty for a plainly existing committee.
    `participants_note` holds collective wording ("alle Partner des Verbundprojekts") beside named institutions.
    `meetings_last_year` None: the calendar is not kept here, or nothing was recorded; never 0 for that.
    `guests` says how guests are admitted, `publicness` whether meetings are public; `minutes_address` is where
    the minutes stand, empty where they stand nowhere.
    """

    name: str
    kind: str | None
    level: str | None
    status: str = ""
    seats: tuple[Seat, ...] | None
    initiators: tuple[str, ...] | None
    leads: tuple[str, ...] | None
    participants: tuple[InstitutionGroup, ...] | None
    participants_note: str = ""
    rhythm: str | None
    meetings_last_year: int | None
    invited: str | None
    invitation_channel: str | None
    invitation_lead_time: str | None
    invited_by: str | None
    guests: str | None
    publicness: str | None = None
    minutes: str | None
    minutes_address: str | None = None
    topics: str | None
    goal: str | None


class CommitteeSection(NamedTuple):
    """A part of the committee table with its own heading row ("Leitung beim Land", "Eigene Gremien")."""

    title: str
    rows: tuple[CommitteeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeTable:
    """Annex: one row per committee, in sections; `note` is a sentence printed above the table."""

    number: int
    title: str
    note: str = ""
    sections: tuple[CommitteeSection, ...]


class ProfileSeat(NamedTuple):
    """A line of a body's composition. `seats`, `voting` None: not recorded; `own`: a unit of who reports."""

    organisation: str
    role: str
    seats: int | None = None
    voting: bool | None = None
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeProfile:
    """A body that the reporting unit runs; gets a page of its own. None: not recorded."""

    name: str
    kind: str | None
    level: str | None
    status: str = ""
    initiators: tuple[str, ...] | None = None
    occasion: str | None
    goal: str | None
    topics: str | None
    legal_basis: str | None = None
    founded: str | None
    superordinate: tuple[str, ...]
    rhythm: str | None
    composition: tuple[ProfileSeat, ...] | None
    composition_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeProfiles:
    """Annex: the bodies that the reporting unit leads or runs, one page each."""

    number: int
    title: str
    note: str = ""
    profiles: tuple[CommitteeProfile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StructureChart:
    """Annex: the structure chart, its sheets if it is large, and the same as a nested list."""

    number: int
    title: str
    note: str = ""
    chart: Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryEntry:
    """An organisation with a published profile. `contact` is only what may be printed, one line an entry."""

    name: str
    description: str = ""
    contact: tuple[str, ...]
    email: str = ""
    website: str = ""
    district: str | None = None
    languages: tuple[str, ...] | None
    topics: tuple[str, ...] | None
    confirmed_on: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryList:
    """Annex: the list of migrant organisations."""

    number: int
    title: str
    note: str = ""
    entries: tuple[DirectoryEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextAnnex:
    """Annex of running text, for anything that the clerk adds."""

    number: int
    title: str
    blocks: tuple[Block, ...]


Annex = CommitteeTable | CommitteeProfiles | StructureChart | DirectoryList | TextAnnex
