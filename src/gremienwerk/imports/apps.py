"""Django's name for this package."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """The imports package."""

    name = "gremienwerk.imports"
    label = "imports"
    default_auto_field = "django.db.models.BigAutoField"
