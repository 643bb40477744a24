"""Addresses for people without an account (below the segment of a language) and for staff."""

from django.urls import path

from gremienwerk.participation.views import confirmations, confirming, desk, feedback

app_name = "participation"
urlpatterns = [
    path("rueckmeldungen/", desk.feedback_list, name="feedback_list"),
    path("rueckmeldungen/<uuid:uid>/erledigt/", desk.settle, name="settle"),
    path("rueckmeldungen/<uuid:uid>/loeschen/", desk.remove, name="remove"),
    path("bestaetigungen/", confirmations.confirmations, name="confirmations"),
    path("bestaetigungen/erinnern/", confirmations.reminding, name="reminding"),
    path("bestaetigungen/gremium/<uuid:uid>/", confirmations.confirm, name="confirm"),
    path("bestaetigungen/gremium/<uuid:uid>/erinnern/", confirmations.remind, name="remind"),
    path("bestaetigungen/vorschlag/<uuid:uid>/uebernehmen/", confirmations.accept, name="accept"),
    path("bestaetigungen/vorschlag/<uuid:uid>/ablehnen/", confirmations.decline, name="decline"),
]
public = (
    [
        path("rueckmeldung/", feedback.feedback, name="give"),
        path("rueckmeldung/danke/", feedback.thanks, name="thanks"),
    ],
    "feedback",
)
confirming_by_link = (
    [
        path("bestaetigen/danke/", confirming.thanks, name="thanks"),
        path("bestaetigen/<str:secret>/", confirming.page, name="page"),
    ],
    "confirming",
)
