"""Django's name for this package."""

from django.apps import AppConfig


class ParticipationConfig(AppConfig):
    """The participation package: the worker asks leads whether the register is right."""

    name = "gremienwerk.participation"
    label = "participation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have leads reminded each day, and what waits shown on the start page."""
        from gremienwerk.core.needs import register_source
        from gremienwerk.mailing.duties import register_duty
        from gremienwerk.participation.actions.reminders import remind_due
        from gremienwerk.participation.needs import needs

        register_source("participation", needs)
        register_duty(
            "participation.reminders",
            lambda body, moment: remind_due(body=body, on=moment.on, at=moment.at),
        )
