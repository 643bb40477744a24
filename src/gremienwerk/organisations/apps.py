"""Django's name for this package."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """The organisations package."""

    name = "gremienwerk.organisations"
    label = "organisations"
    default_auto_field = "django.db.models.BigAutoField"
