"""Addresses of the lists of committees, of their forms, and of the seats of organisations, below ``/desk/``."""

from django.urls import path

from gremienwerk.committees.views import (
    committees,
    distribution,
    facts,
    handovers,
    history,
    life,
    organisation_life,
    organisations,
    person_handovers,
    representatives,
    seats,
)

app_name = "committees"
urlpatterns = [
    path("gremien/", committees.committee_list, name="list"),
    path("gremien/neu/", facts.found, name="found"),
    path("gremien/<uuid:uid>/angaben/", facts.describe, name="describe"),
    path("gremien/<uuid:uid>/name/", life.rename, name="rename"),
    path("gremien/<uuid:uid>/gruendung/", life.establish, name="establish"),
    path("gremien/<uuid:uid>/ruhen/", life.pause, name="pause"),
    path("gremien/<uuid:uid>/wieder/", life.resume, name="resume"),
    path("gremien/<uuid:uid>/ende/", life.end, name="end"),
    path("gremien/<uuid:uid>/verteiler/", distribution.of_committee, name="recipients"),
    path("gremien/<uuid:uid>/briefe/", distribution.letters, name="letters"),
    path("themen/<uuid:uid>/verteiler/", distribution.of_topic, name="topic_recipients"),
    path("gremien/<uuid:uid>/sitze/", seats.seats, name="seats"),
    path("gremien/<uuid:uid>/sitze/neu/", seats.appoint_seat, name="appoint_seat"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/wechsel/", seats.replace_seat, name="replace_seat"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/ende/", seats.end_seat, name="end_seat"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/berichtigung/", seats.correct_seat, name="correct_seat"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/vertretung/", representatives.delegate_person, name="delegate"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/vertretung/neu/", representatives.delegate_newcomer, name="delegate_newcomer"),
    path("gremien/<uuid:uid>/sitze/<uuid:seat>/vertretung/<uuid:filled>/", representatives.recall, name="recall"),
    path("verlauf/<slug:noun>/<uuid:uid>/", history.history, name="history"),
    path("verlauf/<slug:noun>/<uuid:uid>/letzte/", history.undo, name="undo"),
    path("organisationen/<uuid:uid>/name/", organisation_life.rename, name="rename_organisation"),
    path("organisationen/<uuid:uid>/stellung/", organisation_life.move, name="move_organisation"),
    path("organisationen/<uuid:uid>/sitze-uebergeben/", handovers.hand_over, name="hand_over"),
    path("personen/<uuid:uid>/uebergabe/", person_handovers.hand_over, name="hand_over_person"),
    path("organisationen/<uuid:uid>/", organisations.organisation_page, name="organisation"),
]  # fmt: skip
