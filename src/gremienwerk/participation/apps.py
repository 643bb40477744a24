"""Django's name for this package."""

from django.apps import AppConfig


class ParticipationConfig(AppConfig):
    """The participation package."""

    name = "gremienwerk.participation"
    label = "participation"
    default_auto_field = "django.db.models.BigAutoField"
