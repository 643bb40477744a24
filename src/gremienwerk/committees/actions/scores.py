"""The worker keeps how complete the register is on each day."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError

from gremienwerk.audit.change import change
from gremienwerk.bodies.models import Body
from gremienwerk.committees.models import CompletenessScore
from gremienwerk.committees.queries import committees_on, completeness_of
from gremienwerk.committees.queries.completeness import QUESTIONS, Completeness
from gremienwerk.committees.queries.scores import last_scores
from gremienwerk.committees.status import Status
from gremienwerk.core.actor import Actor, ActorKind

WORKER = Actor(kind=ActorKind.SYSTEM, name="Worker")


def keep_scores(*, body: Body, on: date) -> bool:
    """Write down how complete the body's committees are on a day, once; False if that was done already.

    Planned and ended committees are not counted, as on the page about completeness.
    """
    if CompletenessScore.objects.filter(body=body, committee__isnull=True, on=on).exists():
        return False
    found = [completeness_of(committee=one) for one in committees_on(body=body.pk, on=on)]
    counted = [one for one in found if one.is_counted and one.committee.status is not Status.ENDED]
    known = last_scores(body=body.pk)
    answers = {one.committee.id: _answers(one) for one in counted}
    rows = [
        CompletenessScore(body=body, committee_id=key, on=on, counted=1, answered=answered)
        for key, answered in answers.items()
        if known.get(key) != answered
    ]
    total = [sum(column) for column in zip(*answers.values(), strict=True)] or [0] * QUESTIONS
    rows.append(CompletenessScore(body=body, on=on, counted=len(counted), answered=total))
    try:
        with change(by=WORKER, body=body.pk):
            CompletenessScore.objects.bulk_create(rows, batch_size=500)
    except IntegrityError:  # another worker was faster; the same was to be written
        return False
    return True


def _answers(one: Completeness) -> list[int]:
    lacking = {missing.question for missing in one.missing}
    return [int(question not in lacking) for question in range(1, QUESTIONS + 1)]
