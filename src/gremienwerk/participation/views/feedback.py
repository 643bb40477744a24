"""A message about the site, from anybody.

The form needs no token against forgery: it uses no session, so a foreign page could do nothing in a
visitor's name that it could not do in its own. A browser that says that a foreign page sent the form is
refused all the same; programs run into the trap and the limits (ADR 0029).
"""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.request import split_domain_port
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from gremienwerk.bodies.models import Body
from gremienwerk.core.errors import UserFacingError
from gremienwerk.core.languages import language_by_segment
from gremienwerk.participation.actions import give_feedback
from gremienwerk.participation.forms.feedback import FeedbackForm
from gremienwerk.publishing.sites import sight_of


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest, language: str) -> HttpResponse:
    """The form, and what happens with it; keeps what was typed if something is wrong."""
    body = body_of(request)
    if request.method != "POST":
        form = FeedbackForm(initial={"page": _own_address(request, request.GET.get("seite", ""))})
        return _form_page(request, form)
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _form_page(request, form, status=400)
    if _is_from_elsewhere(request) or form.is_trapped:
        return _thanks(language)  # says nothing that a program could learn from
    try:
        _give(request, body, language, form)
    except UserFacingError as error:
        form.add_error(None, error.message)
        return _form_page(request, form, status=429)
    return _thanks(language)


@require_safe
def thanks(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001 - the address gives the language
    """Says that the message has arrived, and what happens next."""
    body_of(request)
    return render(request, "participation/thanks.html", using="website")


def _give(request: HttpRequest, body: Body, segment: str, form: FeedbackForm) -> None:
    spoken = language_by_segment(segment)
    given = form.cleaned_data
    give_feedback(
        body=body,
        page=_own_address(request, given["page"]),
        language=spoken.code if spoken else "de",
        text=given["text"],
        name=given["name"],
        email=given["email"],
        sender_mark=_mark(request),
        now=timezone.now(),
    )


def body_of(request: HttpRequest) -> Body:
    """The body whose site is asked for.

    Raises:
        Http404: if this host name shows none.
    """
    hostname, _port = split_domain_port(request.get_host())
    sight = sight_of(hostname=hostname, now=timezone.now())
    if sight is None:
        raise Http404
    return Body.objects.get(pk=sight.body.key)


def _form_page(request: HttpRequest, form: FeedbackForm, *, status: int = 200) -> HttpResponse:
    return render(request, "participation/feedback.html", {"form": form}, status=status, using="website")


def _thanks(language: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("feedback:thanks", kwargs={"language": language}))


def _own_address(request: HttpRequest, given: str) -> str:
    """The page as a path of this site; whatever is none is left out."""
    parts = urlsplit(given)
    return (
        "" if parts.netloc not in {"", request.get_host()} or not parts.path.startswith("/") else given[:300]
    )


def _is_from_elsewhere(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin")
    own = f"{request.scheme}://{request.get_host()}"
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "cross-site" or origin not in {
        None,
        own,
        "null",
    }


def _mark(request: HttpRequest) -> str:
    """Tells senders of a day apart; the next day the same sender has another mark."""
    day = timezone.localdate().isoformat()
    address = request.META.get("REMOTE_ADDR", "")
    return salted_hmac(
        f"feedback-{day}", address, secret=settings.SECRET_KEY, algorithm="sha256"
    ).hexdigest()[:32]
