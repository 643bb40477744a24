"""The units that forms offer, and the one that was chosen."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.utils import timezone

from gremienwerk.bodies.models import Body
from gremienwerk.inquiries.forms import Choices
from gremienwerk.inquiries.queries.units import administrative_units
from gremienwerk.organisations.models import Organisation


def units_to_choose(body: Body, *also: Organisation) -> Choices:
    """Units to choose from, by identifier; ``also`` those that are chosen already, wherever they stand."""
    units = {str(unit.uid): unit.name for unit in administrative_units(body=body.pk, on=timezone.localdate())}
    return [*((str(one.uid), one.name) for one in also if str(one.uid) not in units), *units.items()]


def chosen_unit(body: int, uid: str) -> Organisation:
    """The unit of the body with this identifier; 404 for any other."""
    return get_object_or_404(Organisation, body=body, uid=uid)
