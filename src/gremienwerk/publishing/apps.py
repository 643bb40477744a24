"""Django's name for this package."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """The publishing package: its projector is part of every change."""

    name = "gremienwerk.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have public rows follow every change."""
        from gremienwerk.audit.change import register_projector
        from gremienwerk.publishing.projecting.projector import project

        register_projector(project)
