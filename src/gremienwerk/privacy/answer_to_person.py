"""What a person gets who asks what is kept of them: one archive, for programs and for reading."""

from __future__ import annotations

import io
import json
import zipfile
from html import escape
from typing import Any

_STYLE = "body{font-family:sans-serif;line-height:1.5;max-width:60rem;margin:2rem auto;padding:0 1rem}dt{font-weight:bold}dd{margin:0 0 .5rem 1rem}section{border-top:1px solid #777}"


def answer_archive(*, found: dict[str, Any]) -> bytes:
    """A ZIP with ``auskunft.json`` and the same as ``auskunft.html`` (Art. 15 and 20 DSGVO).

    Args:
        found: what ``queries.subject_access`` gave.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("auskunft.json", json.dumps(found, ensure_ascii=False, indent=2, default=str))
        archive.writestr("auskunft.html", _page(found))
    return target.getvalue()


def _page(found: dict[str, Any]) -> str:
    title = "Auskunft über Ihre Daten"
    parts = [f"<section><h2>{escape(name)}</h2>{_shown(value)}</section>" for name, value in found.items()]
    return (
        f'<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><main><h1>{title}</h1>{''.join(parts)}</main></body></html>"
    )


def _shown(value: Any) -> str:
    """A plain value as HTML: lists as lists, named values as terms with what stands behind them."""
    if value in (None, "", [], {}):
        return "<p>nichts</p>"
    if isinstance(value, dict):
        terms = (f"<dt>{escape(str(name))}</dt><dd>{_shown(one)}</dd>" for name, one in value.items())
        return f"<dl>{''.join(terms)}</dl>"
    if isinstance(value, (list, tuple)):
        return f"<ul>{''.join(f'<li>{_shown(one)}</li>' for one in value)}</ul>"
    return f"<p>{escape(str(value))}</p>"
