"""A distribution list as mail programs take it: addresses to copy, links that open a mail, CSV and vCard."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from urllib.parse import quote

import vobject

from gremienwerk.committees.queries.distribution import Recipient

#: Characters that every mail program takes in one link: Windows hands over 2,083 at most.
LONGEST_LINK = 1900
CSV_HEADER = (
    "Nachname",
    "Vorname",
    "Name",
    "Organisation",
    "E-Mail",
    "Telefon",
    "Straße",
    "Ort",
    "Rollen",
    "Gremien",
)
#: A cell that begins so is a formula to a spreadsheet (OWASP, CSV injection).
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def to_copy(*, recipients: Iterable[Recipient]) -> str:
    """All addresses for the field "Bcc" of a mail program, with semicolons between them."""
    return "; ".join(one.email for one in recipients if one.email)


def mail_links(*, recipients: Iterable[Recipient]) -> list[tuple[str, int]]:
    """Links that open a mail with the addresses as blind copies, each with the number of its addresses (RFC 6068).

    Several where one would be longer than ``LONGEST_LINK``; blind, so that nobody reads who else is written to.
    """
    links: list[tuple[str, int]] = []
    for address in (quote(one.email, safe="@") for one in recipients if one.email):
        last, number = links[-1] if links else ("", 0)
        if last and len(last) + len(address) < LONGEST_LINK:
            links[-1] = (f"{last},{address}", number + 1)
        else:
            links.append((f"mailto:?bcc={address}", 1))
    return links


def as_csv(*, recipients: Iterable[Recipient]) -> bytes:
    """One row for each recipient, for spreadsheets and mail merges: UTF-8 with its mark, semicolons between cells."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_MINIMAL)
    writer.writerow(CSV_HEADER)
    writer.writerows([_harmless(cell) for cell in _cells(one)] for one in recipients)
    return out.getvalue().encode("utf-8-sig")


def as_vcards(*, recipients: Iterable[Recipient]) -> bytes:
    """One card for each recipient (vCard 3.0, RFC 2426), which Outlook, Thunderbird and telephones read."""
    return "".join(_card(one) for one in recipients).encode()


def _cells(one: Recipient) -> Iterator[str]:
    yield from (
        one.family_name,
        one.given_name,
        one.name,
        one.organisation,
        one.email,
        one.phone,
        one.street,
        one.city,
    )
    yield from (", ".join(one.roles), ", ".join(one.committees))


def _harmless(value: str) -> str:
    """A cell that no spreadsheet takes for a formula; a telephone number keeps its plus sign."""
    is_number = not value.strip("+0123456789 ()/-")
    return f"'{value}" if value.startswith(_FORMULA_SIGNS) and not is_number else value


def _card(one: Recipient) -> str:
    card = vobject.vCard()
    card.add("fn").value = ", ".join(filter(None, (one.name, one.organisation)))
    card.add("n").value = vobject.vcard.Name(
        family=one.family_name or one.organisation or one.name, given=one.given_name
    )
    for name, value in (
        ("org", [one.organisation] if one.organisation else ""),
        ("role", ", ".join(one.roles)),
        ("note", ", ".join(one.committees)),
    ):
        if value:
            card.add(name).value = value
    for name, value in (("email", one.email), ("tel", one.phone)):
        if value:
            line = card.add(name)
            line.value, line.type_param = value, "WORK"
    return str(card.serialize())
