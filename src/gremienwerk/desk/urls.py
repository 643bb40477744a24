"""Addresses of pages that show several nouns."""

from django.urls import path

from gremienwerk.desk.views import committees, completeness, start, structure

app_name = "desk"
urlpatterns = [
    path("", start.start, name="start"),
    path("gremien/<uuid:uid>/", committees.committee, name="committee"),
    path("struktur/", structure.structure, name="structure"),
    path("struktur/gremienstruktur.svg", structure.structure_file, name="structure_file"),
    path("vollstaendigkeit/", completeness.completeness, name="completeness"),
]
