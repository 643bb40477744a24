"""The JSON of ``gremienwerk inquiry parse`` (design.md section 5)."""

from __future__ import annotations

from typing import Any

from gremienwerk.inquiries.intake.parsed import ParsedInquiry, Question


def as_json(parsed: ParsedInquiry) -> dict[str, Any]:
    """The parsed inquiry as the command line prints it; dates as YYYY-MM-DD."""
    check = parsed.climate_check
    return {
        "title": parsed.title,
        "kind": parsed.kind,
        "groups": list(parsed.groups),
        "date": parsed.date.isoformat() if parsed.date else None,
        "addressee": parsed.addressee,
        "questions": [_question(one) for one in parsed.questions],
        "climate_check": None if check is None else {"effect": check.effect, "reason": check.reason},
        "annexes": list(parsed.annexes),
        "session": _session(parsed),
        "reference": parsed.reference,
        "preamble": parsed.preamble,
        "closing": "\n\n".join(text for text in (parsed.closing, parsed.footnotes) if text),
        "messages": list(parsed.messages),
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "number": question.number,
        "kind": str(question.kind),
        "text": question.text,
        "answer": question.answer,
        "block": None if question.block is None else str(question.block),
        "block_reason": question.block_reason,
        "parts": [{"number": part.number, "text": part.text} for part in question.parts],
    }


def _session(parsed: ParsedInquiry) -> dict[str, Any] | None:
    session = parsed.session
    if session is None:
        return None
    return {
        "committee": session.committee,
        "date": session.on.isoformat() if session.on else None,
        "item": session.item or None,
    }
