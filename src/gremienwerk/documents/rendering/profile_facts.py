"""What a body's profile says, as labels and texts, the same for PDF and Word."""

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


def composition_rows(*, profile: CommitteeProfile) -> list[list[str | None]] | None:
    """Institution, role, seats and vote as texts; None when the composition is not recorded."""
    if profile.composition is None:
        return None
    return [
        [_holder(seat), seat.role, None if seat.seats is None else str(seat.seats), _YES_NO[seat.voting]]
        for seat in profile.composition
    ]


def _holder(seat: ProfileSeat) -> str:
    return f"{seat.organisation} (eigene Einheit)" if seat.own else seat.organisation
