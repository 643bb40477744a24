"""What a body's profile says, as labels and texts, the same for PDF and Word."""

from typing import NamedTuple

from gremienwerk.documents.rendering.content.annexes import CommitteeProfile, ProfileSeat

_YES_NO = {True: "ja", False: "nein", None: None}


def profile_facts(*, profile: CommitteeProfile) -> list[tuple[str, str | None]]:
    """Label and text in reading order; text None says that it is not recorded."""
    facts: list[tuple[str, str | None]] = [
        ("Initiative", "; ".join(profile.initiators) if profile.initiators else None),
        ("Anlass", profile.occasion),
        ("Ziel", profile.goal),
        ("Themen", profile.topics),
        ("Gegründet", profile.founded),
        ("Übergeordnet", "; ".join(profile.superordinate) or "keines"),
        ("Turnus", profile.rhythm),
    ]
    if profile.legal_basis:
        facts.insert(4, ("Grundlage", profile.legal_basis))
    return facts


class Composition(NamedTuple):
    """A body's members as a table; `numeric` are the columns flush right, counted from 0."""

    header: tuple[str, ...]
    rows: list[tuple[str | None, ...]]
    numeric: tuple[int, ...]


def composition(*, profile: CommitteeProfile) -> Composition | None:
    """Institution, role, seats and vote as texts; None when the composition is not recorded.

    Votes that are recorded for nobody have no column: the notes below say it once.
    """
    if profile.composition is None:
        return None
    columns: list[tuple[str, list[str | None]]] = [
        ("Institution", [_holder(seat) for seat in profile.composition]),
        ("Rolle", [seat.role for seat in profile.composition]),
        ("Sitze", [None if seat.seats is None else str(seat.seats) for seat in profile.composition]),
        ("Stimmrecht", [_YES_NO[seat.voting] for seat in profile.composition]),
    ]
    kept = [one for one in columns if one[0] != "Stimmrecht" or any(word is not None for word in one[1])]
    header = tuple(name for name, _ in kept)
    return Composition(
        header, list(zip(*(words for _, words in kept), strict=True)), (header.index("Sitze"),)
    )


def composition_notes(*, profile: CommitteeProfile) -> list[str]:
    """What stands below the table, and that votes are not recorded where the note does not say so."""
    note = profile.composition_note
    votes_unknown = profile.composition and all(seat.voting is None for seat in profile.composition)
    missing = "" if "Stimmrecht" in note or not votes_unknown else "Ein Stimmrecht ist nicht erfasst."
    return [text for text in (note, missing) if text]


def _holder(seat: ProfileSeat) -> str:
    return f"{seat.organisation} (eigene Einheit)" if seat.own else seat.organisation
