"""Django's name for this package."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The documents package."""

    name = "gremienwerk.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"
