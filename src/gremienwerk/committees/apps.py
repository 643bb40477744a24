"""Django's name for this package."""

from django.apps import AppConfig


class CommitteesConfig(AppConfig):
    """The committees package."""

    name = "gremienwerk.committees"
    label = "committees"
    default_auto_field = "django.db.models.BigAutoField"
