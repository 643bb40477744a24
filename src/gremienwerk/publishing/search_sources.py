"""What public records are found by, made of their public content."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from gremienwerk.core.languages import DEFAULT
from gremienwerk.publishing.search.records import SearchSource

Sources = tuple[SearchSource, ...]
_SUMMARY = 200


def committee_sources(
    *,
    body: int,
    uid: UUID,
    title: str,
    short_title: str,
    content: dict[str, Any],
    keywords: tuple[str, ...],
) -> Sources:
    """A committee in German and in every language it has texts in; nameless ones cannot be found."""
    if not title:
        return ()
    other = _other_names(short_title, content)
    text = _text(content, "goal", "focus", "occasion", "mandate", "participants_note", "guests_how")
    german = SearchSource(
        body, "committee", uid, DEFAULT.code, title, other, _short(content["goal"]), text, keywords
    )
    found = [german]
    for language, texts in _by_language(content).items():
        found.append(
            german._replace(
                language=language,
                title=texts.get("name", title),
                other_names=(*other, title) if "name" in texts else other,
                summary=_short(texts.get("goal", content["goal"])),
                text=" ".join(texts.values()),
            )
        )
    return tuple(found)


def organisation_sources(
    *,
    body: int,
    uid: UUID,
    title: str,
    short_title: str,
    content: dict[str, Any],
    keywords: tuple[str, ...],
) -> Sources:
    """An organisation in German; its district is a keyword, its address is not searched."""
    words = (*keywords, content["district"]) if content["district"] else keywords
    return (
        SearchSource(
            body,
            "organisation",
            uid,
            DEFAULT.code,
            title,
            _other_names(short_title, content),
            summary=", ".join(keywords[:3]),
            text=" ".join(function for function, _, _ in content["contacts"]),
            keywords=words,
        ),
    )


def profile_sources(
    *,
    body: int,
    uid: UUID,
    title: str,
    short_title: str,
    content: dict[str, Any],
    keywords: tuple[str, ...],
    other_names: tuple[str, ...],
    shown_from: date | None,
    shown_until: date | None,
) -> Sources:
    """An entry of the directory in German and in every language it has texts in, while it is shown."""
    names = tuple(dict.fromkeys(name for name in (short_title, *other_names) if name and name != title))
    german = SearchSource(
        body,
        "profile",
        uid,
        DEFAULT.code,
        title,
        names,
        _short(content["description"]),
        _text(content, "description", "offers", "opening_times", "accessibility_note"),
        keywords,
        shown_from,
        shown_until,
    )
    found = [german]
    for language, texts in _by_language(content).items():
        summary = _short(texts.get("description", content["description"]))
        found.append(german._replace(language=language, summary=summary, text=" ".join(texts.values())))
    return tuple(found)


def meeting_sources(*, body: int, uid: UUID, title: str, content: dict[str, Any]) -> Sources:
    """A public meeting with a title of its own; others are found by their committees."""
    if not title:
        return ()
    return (
        SearchSource(
            body, "meeting", uid, DEFAULT.code, title, summary=_short(content["note"]), text=content["note"]
        ),
    )


def answer_sources(
    *, body: int, uid: UUID, title: str, number: str, texts: tuple[str, ...], shown_from: date
) -> Sources:
    """An answered inquiry from its first public day on."""
    other = (number,) if number else ()
    summary = _short(texts[0]) if texts else ""
    text = " ".join(texts)
    return (
        SearchSource(body, "answer", uid, DEFAULT.code, title, other, summary, text, shown_from=shown_from),
    )


def _other_names(short_title: str, content: dict[str, Any]) -> tuple[str, ...]:
    former = (part for row in content["other_names"] for part in row[:2])
    return tuple(dict.fromkeys(name for name in (short_title, *former) if name))


def _by_language(content: dict[str, Any]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for language, field, text, _is_current in content["texts"]:
        found.setdefault(language, {})[field] = text
    return found


def _text(content: dict[str, Any], *fields: str) -> str:
    return " ".join(content[field] for field in fields if content[field])


def _short(text: str) -> str:
    """The first words, cut between two of them."""
    if len(text) <= _SUMMARY:
        return text
    return text[:_SUMMARY].rsplit(" ", 1)[0] + " …"
