"""Django's name for this package."""

from django.apps import AppConfig


class InquiriesConfig(AppConfig):
    """The inquiries package."""

    name = "gremienwerk.inquiries"
    label = "inquiries"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have the worker remind units every day, and what waits shown on the start page."""
        from gremienwerk.core.needs import register_source
        from gremienwerk.inquiries.needs import needs
        from gremienwerk.inquiries.tasks import remind
        from gremienwerk.mailing.duties import register_duty

        register_source("inquiries", needs)
        register_duty("inquiries.remind", remind)
