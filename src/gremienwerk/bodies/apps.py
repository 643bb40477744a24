"""Django's name for this package."""

from django.apps import AppConfig


class BodiesConfig(AppConfig):
    """The bodies package."""

    name = "gremienwerk.bodies"
    label = "bodies"
    default_auto_field = "django.db.models.BigAutoField"
