"""Addresses of the public site below the segment of their language."""

from django.urls import path

from gremienwerk.website.views import calendar, directory, duties, embedding, entrance, search, start

app_name = "website"
urlpatterns = [
    path("", start.start, name="start"),
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
