"""Addresses of the pages of organisations."""

from django.urls import path

from gremienwerk.organisations import views

app_name = "organisations"
urlpatterns = [path("", views.organisation_list, name="list")]
