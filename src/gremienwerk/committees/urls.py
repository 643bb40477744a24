"""Addresses of the lists of committees, of their forms, and of the seats of organisations, below ``/desk/``."""

from django.urls import path

from gremienwerk.committees.views import committees, organisations, representatives, seats

app_name = "committees"
urlpatterns = [
    path("gremien/", committees.committee_list, name="list"),
    path("gremien/<uuid:uid>/sitze/", seats.seats, name="seats"),
    path("gremien/<uuid:uid>/sitze/neu/", seats.appoint_seat, name="appoint_seat"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/wechsel/", seats.replace_seat, name="replace_seat"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/ende/", seats.end_seat, name="end_seat"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/berichtigung/", seats.correct_seat, name="correct_seat"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/vertretung/", representatives.delegate_person, name="delegate"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/vertretung/neu/", representatives.delegate_newcomer, name="delegate_newcomer"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/vertretung/<uuid:filled>/", representatives.recall, name="recall"),
    path("organisationen/<uuid:uid>/", organisations.organisation_page, name="organisation"),
]  # fmt: skip
