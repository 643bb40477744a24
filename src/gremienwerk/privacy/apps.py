"""Django's name for this package."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """The privacy package."""

    name = "gremienwerk.privacy"
    label = "privacy"
    default_auto_field = "django.db.models.BigAutoField"
