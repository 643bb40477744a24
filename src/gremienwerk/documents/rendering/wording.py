"""The paper's own words around the content: headings of items, facts of the first page, running header."""

from gremienwerk.core.german import format_date
from gremienwerk.documents.rendering.content.papers import AnswerItem, AnswerPaper, ItemKind, Session

RUNNING_LENGTH = 78
EMPTY_TABLE = "Zum Stichtag ist kein Gremium erfasst."
EMPTY_DIRECTORY = "Zum Stichtag ist keine Organisation mit veröffentlichtem Profil erfasst."
EMPTY_PROFILES = "Zum Stichtag ist kein eigenes Gremium erfasst."
EMPTY_CHART = "Zum Stichtag sind keine Gremien erfasst."
CHART_IN_WORDS = "Gremienstruktur in Worten"
NO_REASON = "keine Angabe"
OPEN_CLIMATE = "Der Klimacheck ist noch nicht ausgefüllt."
_ITEM_WORD = {ItemKind.QUESTION: "Frage", ItemKind.MOTION: "Antrag"}


def item_heading(*, item: AnswerItem) -> str:
    """The item's heading, "Frage 3" or "Antrag 7"; without a number the word alone."""
    word = _ITEM_WORD[item.kind]
    number = (item.number or "").strip().rstrip(".):")
    if number.casefold().startswith(word.casefold()):
        return number
    return f"{word} {number}".strip()


def document_title(*, paper: AnswerPaper) -> str:
    """The title as the file's property; never empty, because PDF/UA asks for one."""
    return paper.title or paper.kind or "Antwort"


def running_title(*, paper: AnswerPaper) -> str:
    """The title for the running header, cut between words."""
    title = document_title(paper=paper)
    if len(title) <= RUNNING_LENGTH:
        return title
    return title[: RUNNING_LENGTH - 1].rsplit(" ", 1)[0].rstrip(",;:–- ") + " …"


def stand(*, paper: AnswerPaper) -> str:
    """The day the paper speaks for, its version, and whether it is a draft."""
    draft = "Entwurf · " if paper.draft else ""
    version = f" · Fassung {paper.version}" if paper.version > 1 else ""
    return f"{draft}Stand: {format_date(paper.as_of)}{version}"


def footer(*, paper: AnswerPaper) -> str:
    """City and office, for the foot of every page; the city once, where the office names it."""
    city, office = paper.letterhead.city, paper.letterhead.office
    return " · ".join(part for part in ("" if city in office else city, office) if part)


def facts(*, paper: AnswerPaper) -> list[tuple[str, list[str]]]:
    """Label and lines for the first page: who asked, when, under which number, where it goes, as of when."""
    inquiry = ", ".join(
        part
        for part in (
            paper.received_from,
            f"vom {format_date(paper.inquiry_date)}" if paper.inquiry_date else "",
            f"Nr. {paper.inquiry_number}" if paper.inquiry_number else "",
        )
        if part
    )
    rows = [
        ("Anfrage", [inquiry]),
        ("Beratungsfolge", [_session(session) for session in paper.sessions]),
        ("Auskunft gibt", [paper.reporting_unit]),
        ("Stand", [stand(paper=paper).split("Stand: ", 1)[1]]),
        ("Fassung", ["Entwurf, noch nicht freigegeben" if paper.draft else ""]),
    ]
    return [(name, lines) for name, lines in rows if any(lines)]


def _session(session: Session) -> str:
    day = format_date(session.on) if session.on else "Termin offen"
    return f"{session.committee}, {day}, {'öffentlich' if session.public else 'nicht öffentlich'}"
