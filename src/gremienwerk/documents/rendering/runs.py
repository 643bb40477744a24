"""Running text cut into runs: plain words, web addresses, and mentions of annexes that become links."""

import re
from typing import NamedTuple

_TARGETS = re.compile(r"(?P<url>https?://[^\s<>\"„“”]+)|(?P<annex>Anlage[\s\u00a0](?P<number>\d{1,2}))(?!\d)")
_CLOSING = ".,;:!?)]}'"


class Run(NamedTuple):
    """A piece of text; `url` or `annex` says where it leads."""

    text: str
    url: str = ""
    annex: int = 0


def runs(*, text: str, annexes: frozenset[int]) -> tuple[Run, ...]:
    """Cut the text; only annexes that exist become links, and a full stop after an address is not part of it."""
    found: list[Run] = []
    position = 0
    for match in _TARGETS.finditer(text):
        start, end = match.span()
        url = match["url"] or ""
        while url and url[-1] in _CLOSING and not (url[-1] == ")" and "(" in url):
            url, end = url[:-1], end - 1
        annex = int(match["number"]) if match["number"] else 0
        if (not url and annex not in annexes) or (url and len(url) < len("http://x.")):
            continue
        if start > position:
            found.append(Run(text[position:start]))
        found.append(Run(text[start:end], url, annex))
        position = end
    if position < len(text):
        found.append(Run(text[position:]))
    return tuple(found)


def pointer(*, text: str, annex: int) -> str:
    """A sentence that points at an annex: "Siehe beigefügte Tabelle (Anlage 1)."."""
    sentence = text.strip().rstrip(".")
    if not sentence:
        return f"Siehe Anlage\u00a0{annex}."
    return (
        f"{sentence}."
        if f"Anlage {annex}" in sentence.replace("\u00a0", " ")
        else f"{sentence} (Anlage\u00a0{annex})."
    )
