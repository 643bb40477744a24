"""Walks through the public site from its entrance and notes what is wrong; knows no list of pages."""

from __future__ import annotations

import hashlib
import http.client
import re
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

import lxml.html

#: Addresses that lead out of the public site.
OTHER_DOORS = ("/desk/", "/accounts/", "/static/", "/media/")
IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
RESOURCES = {
    "img": "src", "script": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src",
    "object": "data", "embed": "src", "use": "href", "image": "href",
}  # fmt: skip
#: Attributes whose value decides what an element is or looks like.
SHAPING = {"class", "role", "type", "dir"}
#: Requests at a time.
AT_ONCE = 2
RESOURCE_LINKS = {"stylesheet", "icon", "preload", "manifest", "apple-touch-icon", "modulepreload"}


class Visited(NamedTuple):
    """A page that was fetched; ``shape`` is what it has in common with pages of the same template."""

    url: str
    language: str
    shape: str
    status: int
    kind: str
    html: str


@dataclass
class Crawl:
    """What was seen, and what is wrong: a sentence per finding."""

    pages: dict[str, Visited] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)


@dataclass
class Limits:
    """How many pages of one shape are opened per language; ``None`` means all of those without parameters."""

    german: int | None = 12
    others: int | None = 2
    with_parameters: int = 3


def crawl(*, site: str, limits: Limits) -> Crawl:
    """Follow every link from the entrance on, within the limits.

    Args:
        site: scheme, host and port.
        limits: how many pages of one kind.
    """
    done = Crawl()
    waiting: deque[tuple[str, str]] = deque([("/", "the entrance")])
    known = {"/"}
    opened: Counter[tuple[str, str]] = Counter()
    anchors: list[tuple[str, str, str]] = []
    with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
        while waiting:
            batch = list(_next(waiting, opened, limits))
            answers = pool.map(lambda step: _fetch(site, step[0]), batch)
            for (path, origin), visited in zip(batch, answers, strict=True):
                done.pages[path] = visited
                for target in _targets(visited, origin, site, done, anchors):
                    inner = _inner(target, site)
                    if inner and inner not in known:
                        known.add(inner)
                        waiting.append((inner, path))
    done.findings += _broken_anchors(done, anchors)
    return done


def _next(
    waiting: deque[tuple[str, str]], opened: Counter[tuple[str, str]], limits: Limits
) -> Iterator[tuple[str, str]]:
    """Addresses to be asked for next, with the page that links to them, as long as the limits allow them."""
    taken = 0
    while waiting and taken < 4 * AT_ONCE:
        path, origin = waiting.popleft()
        language, shape = language_of(path), shape_of(path)
        if opened[language, shape] < _limit(limits, language, path):
            opened[language, shape] += 1
            taken += 1
            yield path, origin


def _targets(
    visited: Visited, origin: str, site: str, done: Crawl, anchors: list[tuple[str, str, str]]
) -> list[str]:
    """Where a page leads; notes what is wrong with it."""
    if visited.status >= 400:
        done.findings.append(f"{visited.url} answers {visited.status}; linked from {origin}")
    if visited.status in {301, 302, 303, 307, 308}:
        return [urljoin(site + visited.url, visited.html)]
    if visited.kind == "text/html" and visited.status == 200:
        return list(_read(visited, site, done, anchors))
    return []


def skeleton(html: str) -> str:
    """What two pages have in common that differ in words, addresses and the number of equal rows only."""

    def of(node: lxml.html.HtmlElement) -> str:
        inner: list[str] = []
        for child in node:
            if isinstance(child.tag, str) and (told := of(child)) not in inner[-1:]:
                inner.append(told)
        traits = sorted(f"{name}={value if name in SHAPING else ''}" for name, value in node.attrib.items())
        says = bool((node.text or "").strip())
        return hashlib.sha256(repr((node.tag, traits, says, inner)).encode()).hexdigest()

    return of(lxml.html.document_fromstring(html))


def shape_of(path: str) -> str:
    """What pages of one template have in common: the path without language and identifiers, names of parameters."""
    parts = urlsplit(path)
    inner = re.sub(r"^/[a-z-]+/", "/", IDENTIFIER.sub("*", parts.path))
    inner = re.sub(r"/(?:protokoll|fassungen)/.*", r"/file", inner)
    names = sorted({name for name, _ in parse_qsl(parts.query)})
    return f"{inner}?{'&'.join(names)}" if names else inner


def language_of(path: str) -> str:
    """The first part of a path."""
    return urlsplit(path).path.split("/", 2)[1]


def _limit(limits: Limits, language: str, path: str) -> float:
    if urlsplit(path).query:
        return limits.with_parameters if language == "de" else 1
    chosen = limits.german if language == "de" else limits.others
    return float("inf") if chosen is None else chosen


def _fetch(site: str, path: str) -> Visited:
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=60)
    connection.request("GET", path, headers={"Accept-Language": "de"})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    kind = (answer.headers.get("Content-Type") or "").split(";")[0]
    text = content.decode() if kind == "text/html" else ""
    location = answer.headers.get("Location")
    visited = Visited(path, language_of(path), shape_of(path), answer.status, kind, location or text)
    if answer.headers.get("Set-Cookie"):
        return visited._replace(status=599)
    return visited


def _read(visited: Visited, site: str, done: Crawl, anchors: list[tuple[str, str, str]]) -> Iterator[str]:
    document = lxml.html.document_fromstring(visited.html)
    done.findings += [f"{visited.url}: {problem}" for problem in _problems(document, site)]
    for element, name in (
        ("a", "href"),
        ("link", "href"),
        ("form", "action"),
        ("iframe", "src"),
        ("script", "src"),
    ):
        for node in document.iter(element):
            given = node.get(name)
            if given is None or (element == "form" and node.get("method", "get").lower() != "get"):
                continue
            target, anchor = urldefrag(urljoin(site + visited.url, given))
            if anchor and _inner(target, site):
                anchors.append((visited.url, _inner(target, site), unquote(anchor)))
            yield target


def _problems(document: lxml.html.HtmlElement, site: str) -> Iterator[str]:
    host = urlsplit(site).netloc
    for node in document.iter():
        if not isinstance(node.tag, str):
            continue
        if node.get("style") is not None or node.tag == "style":
            yield f"inline style in <{node.tag}>"
        if any(name.startswith("on") for name in node.attrib):
            yield f"inline handler in <{node.tag}>"
        if node.tag == "script" and not node.get("src") and node.get("type") != "application/ld+json":
            yield "inline script"
        wanted = node.get(RESOURCES.get(node.tag, "none"), "")
        if node.tag == "link" and set((node.get("rel") or "").split()) & RESOURCE_LINKS:
            wanted = node.get("href", "")
        if urlsplit(wanted).netloc not in {"", host} and not wanted.startswith("data:"):
            yield f"<{node.tag}> asks another host: {wanted}"
    if len(document.findall(".//h1")) != 1:
        yield f"{len(document.findall('.//h1'))} headings of the first level"
    ids = Counter(node.get("id") for node in document.iter() if isinstance(node.tag, str) and node.get("id"))
    yield from (f"the id {name} occurs {number} times" for name, number in ids.items() if number > 1)


def _inner(target: str, site: str) -> str:
    """The path of a page of the public site; empty for everything else."""
    if not target.startswith(f"{site}/"):
        return ""
    path = target.removeprefix(site)
    return "" if path.startswith(OTHER_DOORS) else path


def _broken_anchors(done: Crawl, anchors: list[tuple[str, str, str]]) -> Iterator[str]:
    ids: dict[str, set[str]] = {}
    for page, target, anchor in anchors:
        visited = done.pages.get(target)
        if visited is None or visited.kind != "text/html" or visited.status != 200:
            continue
        if target not in ids:
            ids[target] = set(re.findall(r'\bid="([^"]+)"', visited.html))
        if anchor not in ids[target]:
            yield f"{page}: #{anchor} is not on {target}"
