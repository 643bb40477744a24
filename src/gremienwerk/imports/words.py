"""The German words of tables for the fixed choices of the register; keys are folded."""

from __future__ import annotations

from gremienwerk.committees.models import Committee, Level, Role, Superordination

ROLES = {
    "federfuehrung": Role.LEAD,
    "leitung": Role.LEAD,
    "geschaeftsfuehrung": Role.SECRETARIAT,
    "geschaeftsstelle": Role.SECRETARIAT,
    "vorsitz": Role.CHAIR,
    "stellvertretender vorsitz": Role.DEPUTY_CHAIR,
    "moderation": Role.MODERATION,
    "mitglied": Role.MEMBER,
    "beteiligt": Role.MEMBER,
    "beratendes mitglied": Role.ADVISORY,
    "beratend": Role.ADVISORY,
    "staendiger gast": Role.GUEST,
    "gast": Role.GUEST,
}

LEVELS = {
    "quartier oder stadtteil": Level.DISTRICT,
    "stadtteil": Level.DISTRICT,
    "quartier": Level.DISTRICT,
    "stadt": Level.MUNICIPAL,
    "gemeinde": Level.MUNICIPAL,
    "kommunal": Level.MUNICIPAL,
    "kreis": Level.COUNTY,
    "region": Level.REGION,
    "regional": Level.REGION,
    "land": Level.STATE,
    "landesweit": Level.STATE,
    "bund": Level.FEDERAL,
    "bundesweit": Level.FEDERAL,
    "europa": Level.EUROPEAN,
}

CALENDARS = {
    "wir": Committee.CalendarKeeper.WE,
    "andere stelle": Committee.CalendarKeeper.OTHERS,
    "ratsinformationssystem": Committee.CalendarKeeper.COUNCIL,
}

CIRCLES = {
    "mitglieder": Committee.Circle.MEMBERS,
    "mitglieder und stellvertretungen": Committee.Circle.MEMBERS_DEPUTIES,
    "mitglieder und staendige gaeste": Committee.Circle.MEMBERS_GUESTS,
    "alle interessierten": Committee.Circle.OPEN,
}

CHANNELS = {
    "e mail": "email",
    "kalendereinladung": "calendar",
    "brief": "letter",
    "aushang": "posting",
    "internet": "posting",
    "telefon": "phone",
}

PUBLICNESS = {
    "oeffentlich": Committee.Publicness.PUBLIC,
    "oeffentliche sitzung": Committee.Publicness.PUBLIC,
    "oeffentliche sitzungen": Committee.Publicness.PUBLIC,
    "nicht oeffentlich": Committee.Publicness.NOT_PUBLIC,
    "nichtoeffentlich": Committee.Publicness.NOT_PUBLIC,
    "teilweise oeffentlich": Committee.Publicness.PARTLY,
}

GUESTS = {
    "ja": Committee.Guests.YES,
    "auf anfrage": Committee.Guests.ON_REQUEST,
    "nach anmeldung": Committee.Guests.ON_REQUEST,
    "nein": Committee.Guests.NO,
}

MINUTES = {
    "oeffentlich": Committee.Minutes.PUBLIC,
    "oeffentlich im internet": Committee.Minutes.PUBLIC,
    "auf anfrage": Committee.Minutes.ON_REQUEST,
    "intern": Committee.Minutes.INTERNAL,
    "nur intern": Committee.Minutes.INTERNAL,
    "kein protokoll": Committee.Minutes.NONE,
    "nein": Committee.Minutes.NONE,
}

VISIBILITIES = {
    "oeffentlich": Committee.Visibility.PUBLIC,
    "intern": Committee.Visibility.INTERNAL,
    "existenz nicht oeffentlich": Committee.Visibility.HIDDEN,
}

EDGES = {
    "berichtet an": Superordination.Meaning.REPORTS_TO,
    "gehoert zu": Superordination.Meaning.BELONGS_TO,
}

YES_NO = {"ja": True, "nein": False}
