"""Collect the texts of the public interface and bring the catalogues up to date: `make messages`.

German is the source language: the texts themselves are the message ids, so German needs no catalogue.
The desk stays German, so only texts that the public can see are collected: what the public packages
say, the words for choices that their pages show, and the vocabulary a new body starts with.

    python scripts/update_messages.py            collect, update and compile all catalogues
    python scripts/update_messages.py --check    change nothing; fail where a translation is missing,
                                                 doubtful or wrong, or a compiled file is older
    python scripts/update_messages.py --missing tr   print what is not translated yet

Compiled files (.mo) are kept in the repository: a clone and a wheel work without any further step.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "gremienwerk"
LOCALE = SOURCE / "locale"

#: Packages whose every text is public.
PUBLIC_PACKAGES = ("website", "opendata", "publishing", "core")
#: Other modules whose every text is public: words a new body starts with, forms on public pages, the chart.
PUBLIC_MODULES = (
    "bodies/vocabulary.py",
    "organisations/vocabulary.py",
    "participation/forms/feedback.py",
    "participation/forms/answers.py",
    "participation/proposing.py",
    "participation/committee_facts.py",
    "mailing/letters.py",
    "documents/rendering/charting",
    "documents/rendering/chart.py",
)
#: Models whose choices public pages show; the names of their columns are read at the desk only.
SHOWN_CHOICES = (
    "bodies/models.py",
    "committees/models",
    "meetings/models.py",
    "inquiries/models/inquiries.py",
    "organisations/models",
    "publishing/models",
)
#: Names under which our code calls gettext, lazily or not, with context and plural where they have one.
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_TEMPLATE_OPTIONS = {
    "extensions": "jinja2.ext.do",
    "newstyle_gettext": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "silent": "false",
}
#: Folder of each catalogue (as Django names it) and its rule for plurals, one form less than CLDR has
#: where the last holds for fractions only. Turkish and Persian have two: nouns stay singular, sentences not.
LANGUAGES = {
    "de_Simple": "nplurals=2; plural=(n != 1);",
    "en": "nplurals=2; plural=(n != 1);",
    "tr": "nplurals=2; plural=(n != 1);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "uk": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "fa": "nplurals=2; plural=(n != 1);",
    "fr": "nplurals=2; plural=(n > 1);",
}
#: Placeholders that only count: a form for exactly one or two may leave them out ("zwei" as a word).
COUNTERS = frozenset({"count", "num", "number", "n"})
_PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|(\{\w*\})")
_TAG = re.compile(r"</?([a-z]+)")
_WEBSITE_TEMPLATE = re.compile(r'{%-?\s*extends\s+"website/')
_DESK_TEMPLATE = re.compile(r'{%-?\s*(?:include|from|import|extends)\s+"((?:desk|participation)/[^"]+)"')


def collect() -> Catalog:
    """Every public text with the files it comes from."""
    found = Catalog(project="gremienwerk", charset="utf-8")
    for path in _public_files():
        place = str(path.relative_to(ROOT))
        method = "jinja2" if path.suffix == ".html" else "python"
        options = _TEMPLATE_OPTIONS if method == "jinja2" else {}
        for _line, text, comments, context in extract_from_file(
            method, path, keywords=KEYWORDS, options=options, comment_tags=("Translators:",)
        ):
            found.add(text, locations=[(place, 0)], auto_comments=comments, context=context)
    for folder in SHOWN_CHOICES:
        for path in _modules(SOURCE / folder) or [SOURCE / folder]:
            for text in choice_labels(path.read_text(encoding="utf-8")):
                found.add(text, locations=[(str(path.relative_to(ROOT)), 0)])
    return found


def choice_labels(code: str) -> Iterator[str]:
    """Texts inside of classes of choices and of constants in capitals, in the order of the module."""
    for node in ast.walk(ast.parse(code)):
        is_choices = isinstance(node, ast.ClassDef) and any(
            "Choices" in ast.unparse(base) for base in node.bases
        )
        is_constant = isinstance(node, ast.AnnAssign | ast.Assign) and _name_of(node).isupper()
        if is_choices or is_constant:
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_":
                    yield ast.literal_eval(call.args[0])


def _name_of(node: ast.AnnAssign | ast.Assign) -> str:
    target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
    return target.id if isinstance(target, ast.Name) else ""


def _public_files() -> list[Path]:
    templates = [
        path
        for path in sorted(SOURCE.glob("*/templates/**/*.html"))
        if path.relative_to(SOURCE).parts[0] in PUBLIC_PACKAGES
        or _WEBSITE_TEMPLATE.search(path.read_text("utf-8"))
    ]
    for path in templates:  # grows while templates include further ones
        for name in _DESK_TEMPLATE.findall(path.read_text(encoding="utf-8")):
            included = SOURCE / name.split("/")[0] / "templates" / name
            if included not in templates:
                templates.append(included)
    modules = [
        path for name in PUBLIC_PACKAGES for path in _modules(SOURCE / name) if "models" not in path.parts
    ]
    further = [path for name in PUBLIC_MODULES for path in _modules(SOURCE / name) or [SOURCE / name]]
    return [*templates, *modules, *further]


def _modules(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.py") if "migrations" not in path.parts)


def read_catalogue(language: str) -> Catalog:
    """The catalogue of a language; an empty one with its rule for plurals where there is none yet."""
    path = _po(language)
    head = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {LANGUAGES[language]}\\n"\n'
    text = path.read_text(encoding="utf-8") if path.exists() else head
    catalogue = read_po(io.BytesIO(text.encode()), locale=language.split("_", maxsplit=1)[0])
    catalogue.project = "gremienwerk"
    return catalogue


def updated(language: str, texts: Catalog) -> Catalog:
    """The catalogue with every text of the source; new ones are empty or doubtful, others unchanged."""
    catalogue = read_catalogue(language)
    catalogue.update(texts, no_fuzzy_matching=False, update_header_comment=False)
    catalogue.obsolete.clear()
    return catalogue


def faults(language: str, catalogue: Catalog) -> Iterator[str]:
    """What is missing, doubtful or wrong in a catalogue, as German lines that name the text."""
    for message in catalogue:
        if not message.id:
            continue
        first, strings = _forms(message.id)[0], _forms(message.string)
        if not all(strings):
            yield f"{language}: nicht übersetzt: {first!r}"
        elif message.fuzzy:
            yield f"{language}: zweifelhaft (der deutsche Text hat sich geändert): {first!r}"
        elif isinstance(message.id, tuple) and len(strings) != catalogue.num_plurals:
            yield f"{language}: {catalogue.num_plurals} Formen der Mehrzahl nötig: {first!r}"
        else:
            yield from (f"{language}: {fault}: {first!r}" for fault in _differences(message, strings))


def _differences(message: Message, forms: Sequence[str]) -> Iterator[str]:
    """Placeholders and tags that a translation lost or invented."""
    source = _forms(message.id)[-1]
    wanted = _placeholders(source)
    for index, text in enumerate(forms):
        found = _placeholders(text)
        # The last form holds for most numbers and must name them.
        spared = COUNTERS if len(forms) > 1 and index < len(forms) - 1 else frozenset()
        if found - wanted or wanted - found - spared:
            yield f"Platzhalter {sorted(found ^ wanted)} stimmen nicht überein"
        if sorted(_TAG.findall(text)) != sorted(_TAG.findall(source)):
            yield "HTML-Zeichen stimmen nicht überein"
        if text.count("%%") != source.count("%%") or ("\n" in text.strip() and "\n" not in source.strip()):
            yield "Prozentzeichen oder Zeilen stimmen nicht überein"


def _placeholders(text: str) -> set[str]:
    return {named or braced for named, braced in _PLACEHOLDER.findall(text)}


def _forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (str(text or ""),)


def as_po(catalogue: Catalog) -> bytes:
    """The catalogue as it is kept: no line numbers and no times, so that it changes only where texts do."""
    target = io.BytesIO()
    write_po(target, catalogue, width=0, sort_by_file=True, include_lineno=False, omit_header=True)
    rule = f"nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};"
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: {rule}\\n"\n\n'
    )
    return header.encode() + target.getvalue()


def as_mo(po: bytes, language: str) -> bytes:
    """The compiled catalogue; the same for the same texts, because its header names no time and no version."""
    written = read_po(io.BytesIO(po), locale=language.split("_", maxsplit=1)[0])
    compiled = _Compiled(locale=written.locale)
    compiled.rule = f"nplurals={written.num_plurals}; plural={written.plural_expr};"
    for message in written:
        if message.id:
            compiled.add(message.id, message.string, context=message.context, flags=message.flags)
    target = io.BytesIO()
    write_mo(target, compiled)
    return target.getvalue()


class _Compiled(Catalog):
    """A catalogue whose header holds what gettext needs and nothing else."""

    rule = ""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [("Content-Type", "text/plain; charset=utf-8"), ("Plural-Forms", self.rule)]


def _po(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def update() -> None:
    """Write every catalogue anew, and its compiled form beside it."""
    texts = collect()
    for language in LANGUAGES:
        po = as_po(updated(language, texts))
        path = _po(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po)
        path.with_suffix(".mo").write_bytes(as_mo(po, language))


def check() -> list[str]:
    """Every fault of every catalogue; empty when all is translated and compiled."""
    texts = collect()
    found: list[str] = []
    for language in LANGUAGES:
        catalogue = updated(language, texts)
        found += faults(language, catalogue)
        path = _po(language)
        if not path.exists() or _keys(read_catalogue(language)) != _keys(catalogue):
            found.append(f"{language}: der Katalog ist älter als die Texte; bitte `make messages` aufrufen")
        elif path.with_suffix(".mo").read_bytes() != as_mo(path.read_bytes(), language):
            found.append(f"{language}: django.mo ist älter als django.po; bitte `make messages` aufrufen")
    return found


def _keys(catalogue: Catalog) -> set[tuple[str, str | None]]:
    """The texts of a catalogue, whatever files they come from: a text that moves changes no translation."""
    return {(_forms(message.id)[0], message.context) for message in catalogue if message.id}


def main() -> int:
    """Read the arguments; collect, update, check or print."""
    parser = argparse.ArgumentParser(
        description="Texte der öffentlichen Oberfläche für Übersetzungen sammeln"
    )
    parser.add_argument("--check", action="store_true", help="nur prüfen, nichts ändern")
    parser.add_argument("--missing", metavar="SPRACHE", choices=LANGUAGES, help="ausgeben, was noch fehlt")
    arguments = parser.parse_args()
    if arguments.missing:
        lines = list(faults(arguments.missing, updated(arguments.missing, collect())))
        sys.stdout.write("".join(f"{line}\n" for line in lines))
        return 0
    if not arguments.check:
        update()
    found = check()
    sys.stderr.write("".join(f"{line}\n" for line in found[:50]))
    if len(found) > 50:
        sys.stderr.write(f"… und {len(found) - 50} weitere\n")
    return 1 if arguments.check and found else 0


if __name__ == "__main__":
    sys.exit(main())
