"""Addresses of signing in and out; the pages are django-allauth's but for invitations."""

from django.urls import include, path

from gremienwerk.accounts import views

urlpatterns = [
    path("einladung/<str:secret>/", views.invitation, name="invitation"),
    path("", include("allauth.account.urls")),
    path("sicherheit/", include("allauth.mfa.urls")),
    path("sitzungen/", include("allauth.usersessions.urls")),
]
