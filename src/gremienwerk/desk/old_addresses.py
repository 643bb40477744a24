"""Staff addresses of a record that went into another lead to the one that stands for it."""

from __future__ import annotations

from uuid import UUID

from django.http import (  # noqa: TID251 - a middleware is a door
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
)
from django.urls import reverse

from gremienwerk.accounts.models import User
from gremienwerk.desk.middleware import Answer
from gremienwerk.organisations.queries import merge_of


class OldAddressMiddleware:
    """Where a page finds nothing under its ``uid``, asks whether the record has been merged into another."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Go on; what is missing arrives in ``process_exception``."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The same page of the record that was kept; None if there is none, then it stays missing."""
        user, match = getattr(request, "user", None), request.resolver_match
        uid = match.kwargs.get("uid") if match else None
        wants = isinstance(exception, Http404) and request.method in {"GET", "HEAD"}
        if not (wants and match and isinstance(user, User) and _is_uid(uid)):
            return None
        merge = merge_of(body=user.body_id, gone=UUID(str(uid)))
        if merge is None or not request.path.startswith("/desk/"):
            return None
        address = reverse(match.view_name, kwargs=match.kwargs | {"uid": merge.kept.uid})
        given = request.META["QUERY_STRING"]
        return HttpResponseRedirect(f"{address}?{given}" if given else address)


def _is_uid(value: object) -> bool:
    try:
        UUID(str(value))
    except ValueError:
        return False
    return True
