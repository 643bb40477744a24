"""Addresses of the outbox."""

from django.urls import path

from gremienwerk.mailing import views

app_name = "mailing"
urlpatterns = [
    path("", views.outbox, name="outbox"),
    path("absender/", views.sender, name="sender"),
    path("<uuid:uid>/versenden/", views.resend, name="resend"),
    path("<uuid:uid>/abschliessen/", views.close, name="close"),
]
