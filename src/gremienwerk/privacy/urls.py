"""Addresses of what is done with the data of one person."""

from django.urls import path

from gremienwerk.privacy import views

app_name = "privacy"
urlpatterns = [
    path("", views.persons, name="persons"),
    path("verzeichnis.csv", views.processing, name="processing"),
    path("<uuid:uid>/", views.person, name="person"),
    path("<uuid:uid>/auskunft.zip", views.access, name="access"),
]
