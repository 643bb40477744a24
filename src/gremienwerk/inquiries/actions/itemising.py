"""The items of an inquiry before its first release: worded, split, joined, moved, removed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from gremienwerk.audit.change import Change, change
from gremienwerk.core.actor import Actor
from gremienwerk.core.errors import ChangedMeanwhile, UserFacingError
from gremienwerk.inquiries.models import Inquiry, InquiryItem, Release
from gremienwerk.inquiries.queries.state import state_of_items
from gremienwerk.inquiries.rules import require_drafting

_ASIDE = 32_000
"""A position that no item has: an item stands there while others take its place."""


class ItemsFixed(UserFacingError):
    """The items of a released answer are part of what was released."""


def reword_item(*, item: InquiryItem, number: str, kind: str, text: str, by: Actor, seen: str = "") -> None:
    """Set number, kind and wording of an item as the source has them.

    Args:
        item: the question or motion.
        number: as in the source; empty if it has none.
        kind: a value of ``InquiryItem.Kind``.
        text: the wording, not empty.
        by: who edits.
        seen: ``state_of_items`` on which the edit rests; not compared if empty. So in all actions here.

    Raises:
        ItemsFixed: if a version is released.
        ChangedMeanwhile: if somebody has changed an item since ``seen``; nothing is stored then.
        UserFacingError: if the wording is empty or there is no such kind.
    """
    with _editing(item, by, seen) as made:
        if kind not in InquiryItem.Kind.values:
            raise UserFacingError("Bitte Frage oder Antrag wählen.", field="kind")
        made.update(
            item, action="inquiries.reword_item", number=number.strip(), kind=kind, text=_worded(text)
        )


def split_item(*, item: InquiryItem, texts: Sequence[str], by: Actor, seen: str = "") -> None:
    """Make several items of one; the first keeps number, answer and block, the others stand behind it without.

    Raises:
        UserFacingError: if there are not at least two wordings.
    """
    with _editing(item, by, seen) as made:
        first, *others = [_worded(text) for text in texts if text.strip()] or [""]
        if not others:
            raise UserFacingError(
                "Zum Teilen bitte im Wortlaut eine leere Zeile an die Stelle setzen, an der der nächste Punkt "
                "beginnt.",
                field="text",
            )
        for later in reversed(_items(item.inquiry)[item.position :]):
            made.update(later, action="inquiries.move_item", position=later.position + len(others))
        made.update(item, action="inquiries.split_item", text=first)
        new = [
            InquiryItem(body_id=item.body_id, inquiry=item.inquiry, position=place, kind=item.kind, text=text)
            for place, text in enumerate(others, item.position + 1)
        ]
        made.create_many(new, action="inquiries.add_item")


def merge_item(*, item: InquiryItem, by: Actor, seen: str = "") -> None:
    """Join an item to the one before it: wordings, sub-questions and own texts behind each other.

    Raises:
        UserFacingError: if it is the first.
    """
    with _editing(item, by, seen) as made:
        before = _neighbour(item, -1)
        made.update(
            before,
            action="inquiries.merge_item",
            text=f"{before.text} {item.text}",
            parts=[*before.parts, *item.parts],
            source_answer=_joined(before.source_answer, item.source_answer),
            answer_text=_joined(before.answer_text, item.answer_text),
        )
        for comment in item.comments.all():
            made.update(comment, action="inquiries.merge_item", item=before)
        _take_out(made, item)


def move_item(*, item: InquiryItem, up: bool, by: Actor, seen: str = "") -> None:
    """Let an item change places with the one before it, or behind it.

    Raises:
        UserFacingError: if there is none.
    """
    with _editing(item, by, seen) as made:
        other = _neighbour(item, -1 if up else 1)
        here, there = item.position, other.position
        made.update(item, action="inquiries.move_item", position=_ASIDE)
        made.update(other, action="inquiries.move_item", position=here)
        made.update(item, action="inquiries.move_item", position=there)


def remove_item(*, item: InquiryItem, by: Actor, seen: str = "") -> None:
    """Remove an item that is none; the record of changes keeps what it said.

    Raises:
        UserFacingError: if it is the only one.
    """
    with _editing(item, by, seen) as made:
        if len(_items(item.inquiry)) == 1:
            raise UserFacingError("Der einzige Punkt einer Anfrage lässt sich nicht löschen.")
        _take_out(made, item)


@contextmanager
def _editing(item: InquiryItem, by: Actor, seen: str) -> Iterator[Change]:
    require_drafting(actor=by, body=item.body_id)
    with change(by=by, body=item.body_id) as made:
        Inquiry.objects.select_for_update().get(pk=item.inquiry_id)
        if Release.objects.filter(inquiry=item.inquiry_id).exists():
            raise ItemsFixed(
                "Die Antwort ist freigegeben; ihre Punkte lassen sich nicht mehr teilen, verschieben oder ändern."
            )
        if seen and seen != state_of_items(inquiry=item.inquiry):
            raise ChangedMeanwhile(
                "Die Punkte wurden inzwischen von anderer Seite geändert. Ihre Angaben sind noch nicht gespeichert. "
                "Bitte vergleichen Sie mit der Seite der Anfrage, bevor Sie noch einmal speichern."
            )
        item.refresh_from_db()
        yield made


def _items(inquiry: Inquiry) -> list[InquiryItem]:
    return list(InquiryItem.objects.filter(inquiry=inquiry).order_by("position"))


def _neighbour(item: InquiryItem, step: int) -> InquiryItem:
    found = InquiryItem.objects.filter(inquiry=item.inquiry, position=item.position + step).first()
    if found is None:
        raise UserFacingError(
            "Davor steht kein Punkt mehr." if step < 0 else "Dahinter steht kein Punkt mehr."
        )
    return found


def _take_out(made: Change, item: InquiryItem) -> None:
    later = _items(item.inquiry)[item.position :]
    for comment in item.comments.all():
        made.remove(comment, action="inquiries.remove_comment")
    made.remove(item, action="inquiries.remove_item")
    for one in later:
        made.update(one, action="inquiries.move_item", position=one.position - 1)


def _worded(text: str) -> str:
    words = " ".join(text.split())
    if not words:
        raise UserFacingError("Bitte den Wortlaut eintragen.", field="text")
    return words


def _joined(*texts: str) -> str:
    return "\n\n".join(text for text in texts if text.strip())
