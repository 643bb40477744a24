"""Addresses of public files, below the page they belong to (design.md, 8)."""

from django.urls import path

from gremienwerk.opendata import committee_views, directory_views, views

app_name = "opendata"
urlpatterns = [
    path("kalender/kalender.ics", views.calendar, name="calendar"),
    path("kalender/<uuid:uid>/termin.ics", views.meeting, name="meeting"),
    path("gremien/kalender.ics", views.committees, name="committees"),
    path("gremien/tabelle.csv", committee_views.listed_csv, name="committees_csv"),
    path("gremien/tabelle.xlsx", committee_views.listed_xlsx, name="committees_xlsx"),
    path("gremien/<uuid:uid>/kalender.ics", views.committee, name="committee"),
    path("organisationen/<uuid:uid>/kalender.ics", views.organisation, name="organisation"),
    path("migrantenorganisationen/liste.json", directory_views.listed_json, name="directory_json"),
    path("migrantenorganisationen/liste.csv", directory_views.listed_csv, name="directory_csv"),
    path("migrantenorganisationen/liste.geojson", directory_views.listed_geojson, name="directory_geojson"),
    path("migrantenorganisationen/broschuere.pdf", directory_views.brochure, name="directory_brochure"),
]
