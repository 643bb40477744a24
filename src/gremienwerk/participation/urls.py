"""Addresses for people without an account (``public``, below the segment of a language) and for staff."""

from django.urls import path

from gremienwerk.participation.views import desk, feedback

app_name = "participation"
urlpatterns = [
    path("", desk.feedback_list, name="feedback_list"),
    path("<uuid:uid>/erledigt/", desk.settle, name="settle"),
    path("<uuid:uid>/loeschen/", desk.remove, name="remove"),
]
public = (
    [
        path("rueckmeldung/", feedback.feedback, name="give"),
        path("rueckmeldung/danke/", feedback.thanks, name="thanks"),
    ],
    "feedback",
)
