"""E-mails (EML): body, readable attachments, and what the header says."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import PurePath

from gremienwerk.documents.reading.html import lines_of_html
from gremienwerk.documents.reading.lines import DocumentText, Format, Hints, Line, clean
from gremienwerk.documents.reading.plain import decode, lines_of
from gremienwerk.documents.reading.refusals import UnreadableDocument

ATTACHMENT_LIMIT = 20
_READABLE = {f".{known}" for known in Format}
_SENDER_NAME = re.compile(r'^\s*"?([^"<@]+?)"?\s*<')


def read_mail(data: bytes, *, name: str, read: Callable[[bytes, str], DocumentText]) -> DocumentText:
    """The body as lines, and every readable attachment as a document of its own.

    Args:
        data: the message (RFC 5322).
        name: the file's name.
        read: reads an attachment from its bytes and name; what it refuses becomes a remark.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    body = _body(message, name=name)
    attachments: list[DocumentText] = []
    remarks: list[str] = []
    for attached_name, content in _attachments(message):
        if PurePath(attached_name).suffix.casefold() not in _READABLE or len(attachments) >= ATTACHMENT_LIMIT:
            remarks.append(f"Der Anhang „{attached_name}“ wurde nicht gelesen.")
            continue
        try:
            attachments.append(read(content, attached_name))
        except UnreadableDocument as refusal:
            remarks.append(f"Anhang nicht gelesen: {refusal.message}")
    return DocumentText(
        name=name,
        format=Format.EML,
        lines=tuple(body),
        hints=_hints(message),
        attachments=tuple(attachments),
        remarks=tuple(remarks),
    )


def _hints(message: EmailMessage) -> Hints:
    sender = _header(message, "from")
    named = _SENDER_NAME.match(sender)
    return Hints(
        subject=clean(
            re.sub(
                r"^((AW|WG|Re|Fwd?|Antwort|Weitergeleitet)\s*:\s*)+",
                "",
                _header(message, "subject"),
                flags=re.IGNORECASE,
            )
        ),
        sender=clean(named.group(1)) if named else clean(sender),
        sent_on=_sent_on(message),
    )


def _header(message: EmailMessage, name: str) -> str:
    """A header's text; headers that cannot be decoded count as absent."""
    try:
        return str(message[name] or "")
    except (ValueError, IndexError, AttributeError, TypeError, LookupError, KeyError):
        return ""


def _sent_on(message: EmailMessage) -> date | None:
    try:
        stamp: datetime | None = getattr(message["date"], "datetime", None)
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return None
    return stamp.date() if stamp else None


def _body(message: EmailMessage, *, name: str) -> list[Line]:
    plain = _part_text(message, "plain", name=name)
    if plain.strip():
        unquoted = "\n".join(re.sub(r"^(> ?)+", "", row) for row in plain.splitlines())
        return lines_of(unquoted)[0]
    markup = _part_text(message, "html", name=name)
    return lines_of_html(markup) if markup.strip() else []


def _part_text(message: EmailMessage, subtype: str, *, name: str) -> str:
    part = _first_part(message, subtype)
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    charset = part.get_content_charset() or ""
    try:
        return payload.decode(charset) if charset else decode(payload, name=name)
    except (LookupError, UnicodeDecodeError):
        return decode(payload, name=name)


def _first_part(message: EmailMessage, subtype: str) -> EmailMessage | None:
    for part in _leaves(message):
        if part.get_content_type() == f"text/{subtype}" and not _is_attachment(part):
            return part
    return None


def _is_attachment(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment" or bool(_file_name(part))


def _file_name(part: EmailMessage) -> str:
    try:
        return clean(part.get_filename() or "")
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):
        return ""


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """All parts that hold content, also those of forwarded messages."""
    for part in message.walk():
        if not part.is_multipart() and isinstance(part, EmailMessage):
            yield part


def _attachments(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    for count, part in enumerate(_leaves(message), 1):
        payload = part.get_payload(decode=True)
        if not _is_attachment(part) or not isinstance(payload, bytes):
            continue
        name = _file_name(part) or f"anhang-{count}{_ending(part)}"
        if part.get_content_maintype() != "image":
            yield PurePath(name.replace("\\", "/")).name or f"anhang-{count}", payload


def _ending(part: EmailMessage) -> str:
    return {
        "application/pdf": ".pdf",
        "text/plain": ".txt",
        "application/vnd.oasis.opendocument.text": ".odt",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    }.get(part.get_content_type(), "")
