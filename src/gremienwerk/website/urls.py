"""Addresses of the public site below the segment of their language."""

from django.urls import path

from gremienwerk.website.views import calendar, duties, entrance, search, start

app_name = "website"
urlpatterns = [
    path("", start.start, name="start"),
    path("kalender/", calendar.calendar, name="calendar"),
    path("kalender/<uuid:uid>/", calendar.meeting, name="meeting"),
    path("kalender/<uuid:uid>/protokoll/<str:name>", calendar.minutes, name="minutes"),
    path("suche/", search.search, name="search"),
    path("suche/vorschlaege/", search.suggestions, name="suggestions"),
    path("barrierefreiheit/", duties.accessibility, name="accessibility"),
    path("leichte-sprache/", duties.plain_language, name="plain_language"),
    path("gebaerdensprache/", duties.sign_language, name="sign_language"),
    path("impressum/", duties.imprint, name="imprint"),
    path("datenschutz/", duties.privacy, name="privacy"),
    path("sitemap.xml", entrance.sitemap, name="sitemap"),
]
