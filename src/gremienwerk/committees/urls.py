"""Addresses of the lists of committees and of the seats of organisations, below ``/desk/``."""

from django.urls import path

from gremienwerk.committees.views import committees, organisations

app_name = "committees"
urlpatterns = [
    path("gremien/", committees.committee_list, name="list"),
    path("organisationen/<uuid:uid>/", organisations.organisation_page, name="organisation"),
]
