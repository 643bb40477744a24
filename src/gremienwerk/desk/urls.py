"""Addresses of pages that show several nouns."""

from django.urls import path

from gremienwerk.desk.views import committees, completeness, start

app_name = "desk"
urlpatterns = [
    path("", start.start, name="start"),
    path("desk/gremien/<uuid:uid>/", committees.committee, name="committee"),
    path("desk/vollstaendigkeit/", completeness.completeness, name="completeness"),
]
