"""Public answers: released versions of public inquiries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from gremienwerk.inquiries.models import Inquiry, Release
from gremienwerk.inquiries.models.redactions import latest_redaction, shown_content
from gremienwerk.publishing.projecting.projected import (
    FacetValue,
    Projected,
    TitleSpan,
    folded_words,
    iso,
)
from gremienwerk.publishing.search_sources import answer_sources

_COLUMNS = (
    "id", "uid", "title", "kind", "number", "dated", "received_on", "session_committee", "session_date", "dispatch_on",
    "reporting_unit__uid",
)  # fmt: skip


def project_answers(*, body: int, keys: Collection[int] | None) -> list[Projected]:
    """Public inquiries with at least one released answer; four queries.

    Args:
        body: primary key of the body.
        keys: only the inquiries with these primary keys; all of the body if None.
    """
    rows = Inquiry.objects.filter(body=body, is_public=True, releases__isnull=False)
    if keys is not None:
        rows = rows.filter(pk__in=keys)
    found = list(rows.order_by("pk").distinct().values_list(*_COLUMNS))
    releases: dict[int, list[Release]] = defaultdict(list)
    frozen = (
        Release.objects.filter(inquiry__in=[row[0] for row in found])
        .order_by("version")
        .prefetch_related("redactions")
    )
    for release in frozen:
        releases[release.inquiry_id].append(release)
    return [_project(body, dict(zip(_COLUMNS, row, strict=True)), releases[row[0]]) for row in found]


def _project(body: int, value: dict[str, Any], releases: list[Release]) -> Projected:
    versions = [_version(release, value["dispatch_on"]) for release in releases]
    content = {
        "kind": value["kind"],
        "number": value["number"],
        "dated": iso(value["dated"]),
        "received_on": iso(value["received_on"]),
        "session_committee": value["session_committee"],
        "session_date": iso(value["session_date"]),
        "reporting_unit": str(value["reporting_unit__uid"]),
        "versions": versions,
    }
    shown_from = min(date.fromisoformat(one["shown_from"]) for one in versions)
    texts = _first_shown(versions)
    return Projected(
        noun="answer",
        source_key=value["id"],
        uid=value["uid"],
        title=value["title"],
        short_title="",
        kinds=(),
        content=content,
        folded=folded_words(value["title"], value["number"], *texts),
        titles=(TitleSpan(value["title"], "", None, None),),
        facets=tuple(FacetValue("names", uid) for uid in _named(releases)),
        turns=frozenset(date.fromisoformat(one["shown_from"]) for one in versions),
        search=answer_sources(
            body=body,
            uid=value["uid"],
            title=value["title"],
            number=value["number"],
            texts=texts,
            shown_from=shown_from,
        ),
        day=value["received_on"],
        shown_from=shown_from,
    )


def _first_shown(versions: list[dict[str, Any]]) -> tuple[str, ...]:
    """Questions and answers of the version that is shown first: what later ones say may not be found before."""
    first = min(versions, key=lambda one: (one["shown_from"], one["number"]))
    return tuple(text for item in first["items"] for text in (item["question"], *item["answer"]))


def _version(release: Release, dispatch_on: date | None) -> dict[str, Any]:
    """A release; it is public from the day of its release on, and never before the dispatch of the inquiry."""
    content, redaction = shown_content(release), latest_redaction(release)
    paper = content["paper"]
    check = paper.get("climate_check") or {}
    return {
        "number": release.version,
        "as_of": iso(release.as_of),
        "released_on": iso(release.released_on),
        "shown_from": iso(max(release.released_on, dispatch_on or release.released_on)),
        "checksum": redaction.checksum if redaction else release.checksum,
        "files": [
            [file["name"], file["media_type"], file["size"], file["sha256"]] for file in content["files"]
        ],
        "items": [_item(item) for item in paper["items"]],
        "annexes": [[annex["number"], annex["title"]] for annex in paper["annexes"]],
        "climate_effect": check.get("effect") or "",
        "climate_reason": check.get("reason") or "",
        "paper": paper,
    }


def _item(item: dict[str, Any]) -> dict[str, Any]:
    return {
        "number": item["number"] or "",
        "kind": item["kind"],
        "question": item["question"],
        "parts": [[part["number"], part["text"]] for part in item["parts"]],
        "answer": [line for block in item["answer"] for line in _lines(block)],
    }


def _lines(block: dict[str, Any]) -> list[str]:
    """The words of a block of running text, one string a paragraph, list item or table row."""
    if "text" in block:
        return [block["text"]]
    if "items" in block:
        return list(block["items"])
    rows = [block.get("header", ()), *block.get("rows", ())]
    return [block.get("caption", ""), *(" | ".join(row) for row in rows if row)]


def _named(releases: list[Release]) -> list[str]:
    """Identifiers of the records that the frozen tables of any version name."""
    found = {
        row["uid"]
        for release in releases
        for part in ("committees", "directory")
        for row in shown_content(release).get(part, ())
    }
    return sorted(found)
