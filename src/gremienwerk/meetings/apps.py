"""Django's name for this package."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """The meetings package."""

    name = "gremienwerk.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have meetings and minutes that need somebody shown on the start page."""
        from gremienwerk.core.needs import register_source
        from gremienwerk.meetings.needs import needs

        register_source("meetings", needs)
