"""The demo's texts for the pages that the law asks for: one Markdown file for each page and language."""

from __future__ import annotations

from gremienwerk.bodies.actions import write_site_text
from gremienwerk.bodies.models import SiteText
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.languages import language_by_code
from gremienwerk.imports.demo.register import DemoRegister

_PAGES = {
    "barrierefreiheit": SiteText.Page.ACCESSIBILITY,
    "leichte-sprache": SiteText.Page.PLAIN_LANGUAGE,
    "gebaerdensprache": SiteText.Page.SIGN_LANGUAGE,
    "impressum": SiteText.Page.IMPRINT,
    "datenschutz": SiteText.Page.PRIVACY,
}


def load_site_texts(register: DemoRegister) -> None:
    """Read ``pflichtseiten/<page>.<language>.md``.

    Raises:
        UserFacingError: if a file is named after no page or no language.
    """
    for file in sorted((register.folder / "pflichtseiten").glob("*.md")):
        name, _, code = file.stem.partition(".")
        language = language_by_code(code)
        if name not in _PAGES or language is None:
            raise UserFacingError(f"pflichtseiten/{file.name}: Erwartet wird zum Beispiel impressum.de.md.")
        write_site_text(
            body=register.body,
            page=_PAGES[name].value,
            language=language.code,
            text=file.read_text(encoding="utf-8"),
            by=register.by,
        )
