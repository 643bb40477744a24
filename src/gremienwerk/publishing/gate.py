"""What is public. Every decision about it stands here; the projectors only carry it out.

Committees: those whose visibility is public. Organisations: units of the administration, whoever ever held a seat
in a public committee or initiated one, and those with an entry in the directory that has a time of publication.
Meetings: of at least one public committee and past the draft; what is said of a meeting that is not public is its
time only. Answers: released, of public inquiries. Persons: their name, with a basis of its own and only meanwhile.
Fields: those classified public, and addresses of offices.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from gremienwerk.committees.models import Committee

#: The field of ``Consent`` that lets somebody be named.
NAME = "name"
PUBLIC_VISIBILITY = Committee.Visibility.PUBLIC
#: A meeting is talked about in public from the moment it is more than a draft.
HIDDEN_MEETING_STATES = ("draft",)
_OFFICE_WORDS = frozenset(
    [
        "info",
        "kontakt",
        "buero",
        "post",
        "mail",
        "team",
        "office",
        "service",
        "presse",
        "geschaeftsstelle",
        "sekretariat",
        "verwaltung",
        "empfang",
        "stadt",
        "kreis",
        "land",
        "amt",
        "ressort",
        "fachbereich",
        "integration",
        "koordination",
        "koordinierung",
        "netzwerk",
        "gremien",
        "beirat",
    ]
)
_PERSON_LIKE = re.compile(r"[^\W\d_]+[._][^\W\d_-]+(-[^\W\d_]+)?", re.IGNORECASE)


def office_email(*, address: str, personal: Collection[str]) -> str:
    """The address if it is an office's, else nothing.

    An address is taken for a person's if the register knows it as one (``personal``, in lower case) or if it reads
    like first name and family name ("erika.muster@"); a word for an office in it ("info", "stadt") settles that.
    """
    local = address.partition("@")[0].lower()
    if not local or address.lower() in personal:
        return ""
    if _PERSON_LIKE.fullmatch(local) and not _OFFICE_WORDS & set(re.split(r"[._-]", local)):
        return ""
    return address


def office_phone(*, number: str, office: str, personal: Collection[str]) -> str:
    """The number if an office is named with it and nobody's own number is the same, else nothing."""
    digits = re.sub(r"\D", "", number)
    return number if office and digits and digits not in personal else ""
