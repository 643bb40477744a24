"""Distribution lists: whom to write to about a committee, or about all committees of a topic."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from gremienwerk.accounts.doors import signed_in
from gremienwerk.bodies.models import Topic
from gremienwerk.committees.address_files import as_csv, as_vcards, mail_links, to_copy
from gremienwerk.committees.forms import LetterForm
from gremienwerk.committees.models import Committee
from gremienwerk.committees.printouts import letter_paper
from gremienwerk.committees.queries import committees_on
from gremienwerk.committees.queries.distribution import Recipient, recipients_of
from gremienwerk.committees.rules import may_work_for_committee
from gremienwerk.documents.rendering.letters import letters as print_letters
from gremienwerk.organisations.rules import may_edit_register

_FORMATS = {"csv": (as_csv, "text/csv; charset=utf-8"), "vcf": (as_vcards, "text/vcard; charset=utf-8")}


@require_safe
@login_required
def of_committee(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Whom to write to about one committee; for who works for it."""
    user = signed_in(request)
    found = get_object_or_404(Committee.objects.select_related("kind"), uid=uid, body=user.body_id)
    if not may_work_for_committee(actor=user.actor, committee=found):
        raise PermissionDenied
    topics = found.topics.order_by("name") if may_edit_register(actor=user.actor, body=user.body_id) else []
    return _answer(
        request,
        committees=[found.pk],
        name=str(found),
        letters=reverse("committees:letters", kwargs={"uid": uid}),
        back=(reverse("desk:committee", kwargs={"uid": uid}), str(found)),
        topics=list(topics),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def letters(request: HttpRequest, uid: UUID) -> HttpResponse:
    """One letter to everybody of a committee whom no mail reaches, as a file to print; nothing is stored."""
    user = signed_in(request)
    found = get_object_or_404(Committee.objects.select_related("kind", "body"), uid=uid, body=user.body_id)
    if not may_work_for_committee(actor=user.actor, committee=found):
        raise PermissionDenied
    now = timezone.localtime()
    recipients = recipients_of(body=user.body_id, committees=[found.pk], on=now.date())
    without = [one for one in recipients if not one.email]
    posted = [one for one in without if one.city]
    form = LetterForm(request.POST if request.method == "POST" else None, initial={"signed": user.name})
    if request.method == "POST" and form.is_valid() and posted:
        words = {name: form.cleaned_data[name] for name in ("subject", "text", "signed")}
        paper = letter_paper(body=found.body, recipients=posted, at=now, **words)
        return _download(print_letters(paper=paper).content, "briefe.pdf", "application/pdf")
    context = {
        "committee": found,
        "form": form,
        "posted": posted,
        "unknown": [one for one in without if not one.city],
    }
    return render(request, "committees/letters.html", context, status=400 if form.errors else 200)


@require_safe
@login_required
def of_topic(request: HttpRequest, uid: UUID) -> HttpResponse:
    """Whom to write to about all committees of a topic that exist today; for who may change all of them."""
    user = signed_in(request)
    if not may_edit_register(actor=user.actor, body=user.body_id):
        raise PermissionDenied
    topic = get_object_or_404(Topic, uid=uid, body=user.body_id)
    marked = Committee.objects.filter(topics=topic).values_list("pk", flat=True)
    present = committees_on(body=user.body_id, on=timezone.localdate(), only=marked)
    return _answer(
        request,
        committees=[one.id for one in present if one.status.exists],
        name=topic.name,
        back=(reverse("committees:list"), _("Alle Gremien")),
        topics=[],
    )


def _answer(
    request: HttpRequest,
    *,
    committees: list[int],
    name: str,
    back: tuple[str, str],
    topics: list[Topic],
    letters: str = "",
) -> HttpResponse:
    with_deputies = request.GET.get("stellvertretungen") == "ja"
    recipients = recipients_of(
        body=signed_in(request).body_id,
        committees=committees,
        on=timezone.localdate(),
        with_deputies=with_deputies,
    )
    if wanted := request.GET.get("format"):
        return _file(wanted, recipients, name)
    reached = [one for one in recipients if one.email]
    context = {
        "name": name,
        "back": back,
        "topics": topics,
        "letters": letters,
        "with_deputies": with_deputies,
        "reached": reached,
        "without": [one for one in recipients if not one.email],
        "addresses": to_copy(recipients=reached),
        "links": mail_links(recipients=reached),
        "sentence": ngettext("%(num)s Adresse.", "%(num)s Adressen.", len(reached)) % {"num": len(reached)},
    }
    return render(request, "committees/distribution.html", context)


def _file(wanted: str, recipients: list[Recipient], name: str) -> HttpResponse:
    if wanted not in _FORMATS:
        raise Http404
    write, media_type = _FORMATS[wanted]
    file_name = f"verteiler-{slugify(name) or 'gremium'}.{wanted}"
    return _download(write(recipients=recipients), file_name, media_type)


def _download(content: bytes, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    disposition = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Disposition"] = disposition or "attachment"
    response["Cache-Control"] = "no-store"
    return response
