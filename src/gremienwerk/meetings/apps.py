"""Django's name for this package."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """The meetings package."""

    name = "gremienwerk.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"
