"""Django's name for this package."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The desk package."""

    name = "gremienwerk.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
