"""Other units and the steps of the chain sign an answer, or send it back with a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import NamedTuple

from gremienwerk.audit.change import Change, change
from gremienwerk.bodies.models import Body
from gremienwerk.core.actor import Actor, ActorKind
from gremienwerk.core.errors import ChangedMeanwhile, UserFacingError
from gremienwerk.inquiries.actions.telling import ask_to_sign, tell_refused
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, Signature, SignOffStep
from gremienwerk.inquiries.printouts.signed import checksum_to_sign
from gremienwerk.inquiries.queries.signing import chain_of, signatures_of
from gremienwerk.inquiries.rules import require_drafting, require_signing, require_step_keeper
from gremienwerk.organisations.models import Organisation


class Step(NamedTuple):
    """A step of the chain: a unit, or everybody with a role (a value of ``SignOffStep.Roles``)."""

    unit: Organisation | None
    role: str


class NotYourTurn(UserFacingError):
    """An answer is signed in order, and only while it is out for signing."""


def set_sign_off_chain(*, body: Body, steps: Sequence[Step], by: Actor) -> None:
    """Set which steps every answer of the body takes before its release, in order.

    Answers that are out for signing need the new steps, too.

    Raises:
        NotAllowed: if the actor does not administer the body.
        UserFacingError: if a step names neither a unit nor a role, or both.
    """
    require_step_keeper(actor=by, body=body.pk)
    if any(bool(step.unit) == (step.role in SignOffStep.Roles.values) for step in steps):
        raise UserFacingError("Jeder Schritt nennt entweder eine Einheit oder eine Rolle.")
    with change(by=by, body=body.pk) as made:
        for old in SignOffStep.objects.filter(body=body):
            made.remove(old, action="inquiries.remove_step")
        made.create_many(
            [
                SignOffStep(body=body, position=position, unit=step.unit, role=step.role)
                for position, step in enumerate(steps, 1)
            ],
            action="inquiries.add_step",
        )


def request_cosignature(*, inquiry: Inquiry, unit: Organisation, due_on: date | None, by: Actor) -> Signature:
    """Note that another unit is to sign the answer; it is asked when the answer goes out for signing.

    Raises:
        NotAllowed: if the actor may not draft.
        UserFacingError: if the unit is to sign already.
    """
    require_drafting(actor=by, body=inquiry.body_id)
    with _at(inquiry, by) as made:
        if Signature.objects.filter(inquiry=inquiry, unit=unit, position=0).exists():
            raise UserFacingError("Diese Einheit soll schon mitzeichnen.", field="unit")
        signature = Signature(body_id=inquiry.body_id, inquiry=inquiry, unit=unit, due_on=due_on)
        made.create(signature, action="inquiries.request_cosignature")
        # A unit that is asked later signs what is out already only after the next round begins.
    return signature


def withdraw_cosignature(*, signature: Signature, by: Actor) -> None:
    """Ask a unit no more; who had refused cannot be passed over.

    Raises:
        NotAllowed: if the actor may not draft.
        UserFacingError: if it has refused, or is a step of the chain.
    """
    require_drafting(actor=by, body=signature.body_id)
    with _at(signature.inquiry, by) as made:
        signature.refresh_from_db()
        if signature.position or signature.state == Signature.State.REFUSED:
            raise UserFacingError("Diese Zeichnung lässt sich nicht zurücknehmen.")
        made.remove(signature, action="inquiries.withdraw_cosignature")


def start_signing(*, inquiry: Inquiry, at: datetime, by: Actor) -> None:
    """Send the answer out to be signed; units that have not signed what it says now are asked by mail.

    Args:
        inquiry: whose answer.
        at: now, with time zone.
        by: who sends it out; hears of a refusal.

    Raises:
        NotAllowed: if the actor may not draft.
        UserFacingError: if nobody is to sign.
    """
    require_drafting(actor=by, body=inquiry.body_id)
    with _at(inquiry, by) as made:
        _lay_out_chain(made, inquiry)
        checksum = checksum_to_sign(inquiry=inquiry)
        rows = list(Signature.objects.filter(inquiry=inquiry).select_related("unit", "inquiry__body"))
        if not rows:
            raise UserFacingError("Niemand soll mitzeichnen. Bitte zuerst eine Einheit eintragen.")
        key = by.key if by.kind is ActorKind.USER else ""
        draft = AnswerDraft.objects.get(inquiry=inquiry)
        made.update(draft, action="inquiries.start_signing", stage=AnswerDraft.Stage.SIGNING, sent_out_by=key)
        for row in rows:
            if row.state == Signature.State.AGREED and row.checksum == checksum:
                continue
            made.update(row, action="inquiries.ask_to_sign", state=Signature.State.OPEN, checksum="")
            ask_to_sign(signature=row, at=at)


def sign(*, signature: Signature, seen: str, today: date, by: Actor) -> None:
    """Sign what the answer says now.

    Args:
        signature: of the unit or role that the actor speaks for.
        seen: checksum of the content that was shown (``signed.checksum_to_sign``).
        today: the present day.
        by: who signs.

    Raises:
        NotAllowed: if the actor does not speak for it.
        NotYourTurn: if the answer is not out for signing, or others sign before.
        ChangedMeanwhile: if the answer says something else by now.
    """
    require_signing(actor=by, body=signature.body_id, unit=signature.unit_id, role=signature.role)
    with _at(signature.inquiry, by) as made:
        checksum = _require_turn(signature, seen)
        made.update(
            signature,
            action="inquiries.sign",
            state=Signature.State.AGREED,
            checksum=checksum,
            reason="",
            signed_by=by.name,
            signed_on=today,
        )


def refuse(*, signature: Signature, reason: str, seen: str, today: date, at: datetime, by: Actor) -> None:
    """Refuse to sign: the answer is a draft again, and whoever sent it out is told why.

    Raises:
        UserFacingError: if there is no reason; otherwise as ``sign``.
    """
    require_signing(actor=by, body=signature.body_id, unit=signature.unit_id, role=signature.role)
    if not reason.strip():
        raise UserFacingError("Bitte sagen, warum Sie nicht mitzeichnen.", field="reason")
    with _at(signature.inquiry, by) as made:
        checksum = _require_turn(signature, seen)
        made.update(
            signature,
            action="inquiries.refuse",
            state=Signature.State.REFUSED,
            checksum=checksum,
            reason=reason.strip(),
            signed_by=by.name,
            signed_on=today,
        )
        draft = AnswerDraft.objects.get(inquiry=signature.inquiry)
        made.update(draft, action="inquiries.return_to_draft", stage=AnswerDraft.Stage.DRAFT)
        tell_refused(signature=signature, to=draft.sent_out_by, at=at)


@contextmanager
def _at(inquiry: Inquiry, by: Actor) -> Iterator[Change]:
    """A change that waits for a release or a signature that is being written."""
    with change(by=by, body=inquiry.body_id) as made:
        Inquiry.objects.select_for_update().get(pk=inquiry.pk)
        yield made


def _require_turn(signature: Signature, seen: str) -> str:
    """The checksum of what is signed.

    Raises:
        NotYourTurn, ChangedMeanwhile: see ``sign``.
    """
    signature.refresh_from_db()
    inquiry = signature.inquiry
    checksum = checksum_to_sign(inquiry=inquiry)
    if seen != checksum:
        raise ChangedMeanwhile(
            "Die Antwort wurde inzwischen geändert. Es ist nichts gezeichnet. Bitte lesen Sie sie noch einmal."
        )
    stage = AnswerDraft.objects.values_list("stage", flat=True).get(inquiry=inquiry)
    rows = signatures_of(inquiry=inquiry, checksum=checksum, is_out=stage == AnswerDraft.Stage.SIGNING)
    if not any(row.uid == signature.uid and row.is_turn for row in rows):
        raise NotYourTurn("Diese Zeichnung ist zurzeit nicht dran. Bitte die Seite neu laden.")
    return checksum


def _lay_out_chain(made: Change, inquiry: Inquiry) -> None:
    """One signature for each step as the body sets them now; what others have signed stays."""
    steps = chain_of(body=inquiry.body_id)
    present = {row.position: row for row in Signature.objects.filter(inquiry=inquiry, position__gt=0)}
    for position, row in present.items():
        step = steps.get(position)
        if step is None or (row.unit_id, row.role) != (step.unit_id, step.role):
            made.remove(row, action="inquiries.drop_step")
    for position, step in steps.items():
        laid = present.get(position)
        if laid is None or (laid.unit_id, laid.role) != (step.unit_id, step.role):
            new = Signature(
                body_id=inquiry.body_id, inquiry=inquiry, position=position, unit=step.unit, role=step.role
            )
            made.create(new, action="inquiries.lay_out_step")
