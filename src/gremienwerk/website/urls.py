"""Addresses of the public site below the segment of their language."""

from django.urls import path

from gremienwerk.website.views import start

app_name = "website"
urlpatterns = [
    path("", start.start, name="start"),
]
