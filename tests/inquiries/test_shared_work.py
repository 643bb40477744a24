"""Units answer their items, other units sign, and what was signed is what is released."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from gremienwerk.accounts.doors import actor_of
from gremienwerk.accounts.models import User
from gremienwerk.core.actor import Actor, Role
from gremienwerk.core.errors import ChangedMeanwhile
from gremienwerk.inquiries import actions
from gremienwerk.inquiries.models import AnswerDraft, Inquiry, InquiryItem, Release, Signature
from gremienwerk.inquiries.printouts.signed import checksum_to_sign
from gremienwerk.mailing.models import Message
from gremienwerk.organisations.actions import grant_unit
from gremienwerk.organisations.models import Organisation
from tests.inquiries.scene import MAY_2022, Scene, make_scene
from tests.inquiries.seven import receive
from tests.support.cast import SETUP
from tests.support.pages import sign_in, words_of

pytestmark = pytest.mark.django_db
NOW = datetime(2022, 5, 16, 8, tzinfo=UTC)


@pytest.fixture
def scene() -> Scene:
    return make_scene()


@pytest.fixture
def inquiry(scene: Scene) -> Inquiry:
    return receive(scene)


def speaker(scene: Scene, unit: Organisation, client: Client | None = None) -> User:
    """A user who speaks for the unit."""
    email = f"{unit.pk}@musterstadt.example"
    user = sign_in(client or Client(), scene.body, role=Role.UNIT, email=email)
    grant_unit(user=user, organisation=unit, by=SETUP)
    return user


def acting(user: User) -> Actor:
    return actor_of(user=user, on=localdate())


def items(inquiry: Inquiry, *positions: int) -> list[InquiryItem]:
    return list(inquiry.items.filter(position__in=positions))


def test_a_unit_sees_and_writes_its_items_only_and_is_told(
    client: Client, scene: Scene, inquiry: Inquiry
) -> None:
    speaker(scene, scene.city.youth_office, client)
    address = f"/desk/anfragen/{inquiry.uid}/"
    assert client.get(address).status_code == 403
    assert "Gremien und Netzwerke der Integration" not in words_of(client.get("/desk/anfragen/").content)
    assert "Gremien und Netzwerke der Integration" not in words_of(client.get("/desk/").content)
    actions.assign_items(
        inquiry=inquiry,
        items=items(inquiry, 2, 3),
        unit=scene.city.youth_office,
        due_on=date(2022, 5, 20),
        at=NOW,
        by=SETUP,
    )
    words = words_of(client.get(address).content)
    assert ("Turnus tagen" in words, "wie eingeladen" in words) == (True, False)
    assert client.get(f"{address}punkte/1/").status_code == 403
    given = {"block": "", "answer_text": "Zweimal im Jahr."}
    assert client.post(f"{address}punkte/3/", given).status_code == 302
    assert client.post(f"{address}punkte/4/", given).status_code == 403
    assert list(inquiry.items.values_list("answer_text", flat=True)[2:4]) == ["Zweimal im Jahr.", ""]
    [message] = Message.objects.filter(purpose="inquiries.assign")
    assert (message.address, "bis 20. Mai 2022" in message.subject) == (
        f"{scene.city.youth_office.pk}@musterstadt.example",
        True,
    )
    assert "In welchem Turnus tagen die Gremien?" in " ".join(message.text.split())


def test_a_form_gives_items_to_a_unit_and_names_what_is_lacking(
    client: Client, scene: Scene, inquiry: Inquiry
) -> None:
    sign_in(client, scene.body)
    address = f"/desk/anfragen/{inquiry.uid}/"
    refused = client.post(f"{address}zustaendig/", {"unit": str(scene.city.team.uid)})
    assert (refused.status_code, "mindestens einen Punkt" in words_of(refused.content)) == (400, True)
    given = {"items": ["1", "2"], "unit": str(scene.city.team.uid), "due_on": "20.05.2022"}
    assert client.post(f"{address}zustaendig/", given).status_code == 302
    assert inquiry.items.filter(assigned_unit=scene.city.team, due_on=date(2022, 5, 20)).count() == 2


def test_comments_are_read_by_those_who_work_on_the_item_and_never_released(
    client: Client, scene: Scene, inquiry: Inquiry
) -> None:
    sign_in(client, scene.body, role=Role.ADMINISTRATOR)
    address = f"/desk/anfragen/{inquiry.uid}/punkte/1/"
    empty = client.post(f"{address}kommentar/", {"text": " "})
    assert (empty.status_code, 'id="id_text-fehler"' in empty.content.decode()) == (400, True)
    assert client.post(f"{address}kommentar/", {"text": "Stimmt das noch?"}).status_code == 302
    assert "Stimmt das noch?" in words_of(client.get(address).content)
    row = actions.release(inquiry=inquiry, released_on=MAY_2022, by=SETUP)
    assert "Stimmt das noch" not in repr(row.content)


def test_a_refusal_returns_the_answer_and_a_change_makes_signatures_void(
    scene: Scene, inquiry: Inquiry
) -> None:
    youth, sports = (speaker(scene, unit) for unit in (scene.city.youth_office, scene.city.sports_office))
    clerk = sign_in(Client(), scene.body)
    steps = [actions.Step(None, "releaser")]
    actions.set_sign_off_chain(body=scene.body, steps=steps, by=SETUP)
    asked = [
        actions.request_cosignature(inquiry=inquiry, unit=unit, due_on=None, by=acting(clerk))
        for unit in (scene.city.youth_office, scene.city.sports_office)
    ]
    actions.start_signing(inquiry=inquiry, at=NOW, by=acting(clerk))
    assert Message.objects.filter(purpose="inquiries.ask_to_sign").count() == 2
    seen = checksum_to_sign(inquiry=inquiry)
    actions.sign(signature=asked[0], seen=seen, today=MAY_2022, by=acting(youth))
    releaser = sign_in(Client(), scene.body, role=Role.RELEASER, email="r@musterstadt.example")
    chain = Signature.objects.get(position=1)
    with pytest.raises(actions.NotYourTurn):
        actions.sign(signature=chain, seen=seen, today=MAY_2022, by=acting(releaser))
    actions.refuse(
        signature=asked[1], reason="Frage 3 ist falsch.", seen=seen, today=MAY_2022, at=NOW, by=acting(sports)
    )
    assert AnswerDraft.objects.get(inquiry=inquiry).stage == AnswerDraft.Stage.DRAFT
    [told] = Message.objects.filter(purpose="inquiries.refuse")
    assert (told.address, "Frage 3 ist falsch." in told.text) == (clerk.email, True)
    with pytest.raises(actions.NotSigned, match="Sportamt und Freigabe"):
        actions.release(inquiry=inquiry, released_on=MAY_2022, by=SETUP)
    item = inquiry.items.get(position=3)
    actions.edit_item(item=item, block="", answer_text="Viermal im Jahr.", by=acting(clerk))
    actions.start_signing(inquiry=inquiry, at=NOW, by=acting(clerk))
    anew = checksum_to_sign(inquiry=inquiry)
    with pytest.raises(ChangedMeanwhile):
        actions.sign(signature=asked[1], seen=seen, today=MAY_2022, by=acting(sports))
    for row, user in ((asked[0], youth), (asked[1], sports), (chain, releaser)):
        with pytest.raises(actions.NotSigned):
            actions.release(inquiry=inquiry, released_on=MAY_2022, by=SETUP)
        actions.sign(signature=row, seen=anew, today=MAY_2022, by=acting(user))
    released = actions.release(inquiry=inquiry, released_on=MAY_2022, by=SETUP)
    assert released.version == 1
    assert AnswerDraft.objects.get(inquiry=inquiry).stage == AnswerDraft.Stage.DRAFT


def test_who_signs_reads_the_whole_answer_and_must_give_a_reason_to_refuse(
    client: Client, scene: Scene, inquiry: Inquiry
) -> None:
    speaker(scene, scene.city.youth_office, client)
    row = actions.request_cosignature(inquiry=inquiry, unit=scene.city.youth_office, due_on=None, by=SETUP)
    actions.start_signing(inquiry=inquiry, at=NOW, by=SETUP)
    address = f"/desk/anfragen/{inquiry.uid}/"
    assert "Lesen und zeichnen" in words_of(client.get(address).content)
    page = client.get(f"{address}mitzeichnung/{row.uid}/").content.decode()
    assert "Runder Tisch Sprache" in page
    seen = checksum_to_sign(inquiry=inquiry)
    refused = client.post(
        f"{address}mitzeichnung/{row.uid}/", {"decision": "refuse", "reason": "", "seen": seen}
    )
    assert (refused.status_code, 'id="id_reason-fehler"' in refused.content.decode()) == (400, True)
    assert Release.objects.count() == 0
    agreed = client.post(f"{address}mitzeichnung/{row.uid}/", {"decision": "agree", "seen": seen})
    assert agreed.status_code == 302
    row.refresh_from_db()
    assert (row.state, row.checksum) == (Signature.State.AGREED, seen)


def test_the_clerk_asks_units_and_the_administrator_sets_the_steps(
    client: Client, scene: Scene, inquiry: Inquiry
) -> None:
    sign_in(client, scene.body, role=Role.ADMINISTRATOR)
    address = f"/desk/anfragen/{inquiry.uid}/mitzeichnung/"
    assert client.post(address, {}).status_code == 400
    given = {"unit": str(scene.city.youth_office.uid), "due_on": ""}
    assert client.post(address, given).status_code == 302
    assert client.post(address, given).status_code == 400
    team = str(scene.city.team.uid)
    chosen = {"step_1": team, "step_3": "releaser"}
    assert client.post("/desk/anfragen/zeichnung/", chosen).status_code == 302
    assert "Danach zeichnen: Team Ehrenamt, Freigabe." in words_of(client.get(address).content)
    assert client.post(address, {"step": "start"}).status_code == 302
    words = words_of(client.get(f"/desk/anfragen/{inquiry.uid}/").content)
    assert "Schritt 1: Team Ehrenamt offen" in words
    assert "Antwort freigeben" not in words
    row = Signature.objects.get(position=0)
    assert client.post(address, {"step": "withdraw", "signature": str(row.uid)}).status_code == 302
    assert Signature.objects.filter(position=0).count() == 0


def test_a_unit_is_reminded_once_before_and_once_after_the_day(scene: Scene, inquiry: Inquiry) -> None:
    from gremienwerk.inquiries.tasks import remind
    from gremienwerk.mailing.duties import Moment

    speaker(scene, scene.city.youth_office)
    due = date(2022, 6, 9)
    asked = items(inquiry, 2)
    actions.edit_item(item=asked[0], block="", answer_text="", by=SETUP)
    actions.assign_items(
        inquiry=inquiry, items=asked, unit=scene.city.youth_office, due_on=due, at=NOW, by=SETUP
    )
    counts = []
    for days in (-9, -2, -1, 0, 1, 2, 30):
        remind(scene.body, Moment(on=due + timedelta(days=days), at=NOW + timedelta(days=days)))
        counts.append(Message.objects.filter(purpose="inquiries.remind").count())
    assert counts == [0, 1, 1, 1, 2, 2, 2]
