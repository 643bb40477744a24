"""Django's name for this package."""

from django.apps import AppConfig


class MailingConfig(AppConfig):
    """The mailing package."""

    name = "gremienwerk.mailing"
    label = "mailing"
    default_auto_field = "django.db.models.BigAutoField"
