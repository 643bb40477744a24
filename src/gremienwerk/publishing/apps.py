"""Django's name for this package."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The publishing package: its projector is part of every change."""

    name = "gremienwerk.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"
