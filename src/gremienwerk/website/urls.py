"""Addresses of the public site below the segment of their language."""

from django.urls import path

from gremienwerk.website.views import (
    calendar,
    committees,
    directory,
    duties,
    embedding,
    entrance,
    inquiries,
    organisations,
    search,
    start,
    structure,
)

app_name = "website"
urlpatterns = [
    path("", start.start, name="start"),
    path("gremien/", committees.committees, name="committees"),
    path("gremien/<uuid:uid>/", committees.committee, name="committee"),
    path("organisationen/", organisations.organisations, name="organisations"),
    path("organisationen/<uuid:uid>/", organisations.organisation, name="organisation"),
    path("verwaltung/", organisations.administration, name="administration"),
    path("struktur/", structure.structure, name="structure"),
    path("struktur/struktur.svg", structure.drawing, name="structure_svg"),
    path("struktur/struktur.pdf", structure.paper, name="structure_pdf"),
    path("struktur/<uuid:uid>/", structure.branch, name="structure_branch"),
    path("struktur/<uuid:uid>/struktur.svg", structure.drawing, name="structure_branch_svg"),
    path("struktur/<uuid:uid>/struktur.pdf", structure.paper, name="structure_branch_pdf"),
    path("anfragen/", inquiries.inquiries, name="inquiries"),
    path("anfragen/<uuid:uid>/", inquiries.inquiry, name="inquiry"),
    path("anfragen/<uuid:uid>/fassungen/<int:version>/<str:name>", inquiries.file, name="inquiry_file"),
    path("kalender/", calendar.calendar, name="calendar"),
    path("kalender/<uuid:uid>/", calendar.meeting, name="meeting"),
    path("kalender/<uuid:uid>/protokoll/<str:name>", calendar.minutes, name="minutes"),
    path("suche/", search.search, name="search"),
    path("suche/vorschlaege/", search.suggestions, name="suggestions"),
    path("migrantenorganisationen/", directory.directory, name="directory"),
    path("migrantenorganisationen/<uuid:uid>/", directory.directory_entry, name="directory_entry"),
    path("einbetten/", embedding.instructions, name="embedding"),
    path("einbetten/migrantenorganisationen/", embedding.directory, name="embedded_directory"),
    path("einbetten/kalender/", embedding.calendar, name="embedded_calendar"),
    path("einbetten/einbetten.js", embedding.script, name="embedding_script"),
    path("barrierefreiheit/", duties.accessibility, name="accessibility"),
    path("leichte-sprache/", duties.plain_language, name="plain_language"),
    path("gebaerdensprache/", duties.sign_language, name="sign_language"),
    path("impressum/", duties.imprint, name="imprint"),
    path("datenschutz/", duties.privacy, name="privacy"),
    path("sitemap.xml", entrance.sitemap, name="sitemap"),
]
