"""Addresses of signing in and out; the pages are django-allauth's but for invitations."""

from django.urls import include, path

from gremienwerk.accounts import views

urlpatterns = [
    path("einladung/<str:secret>/", views.invitation, name="invitation"),
    # Before the library's own of the same name, so that a sign-on that is down is said.
    path("dienst/<str:provider_id>/login/", views.sign_on, name="sign_on"),
    path("dienst/", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("", include("allauth.account.urls")),
    path("sicherheit/", include("allauth.mfa.urls")),
    path("sitzungen/", include("allauth.usersessions.urls")),
]
