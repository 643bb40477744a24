"""Django's name for this package."""

from django.apps import AppConfig


class ParticipationConfig(AppConfig):
    """The participation package: the worker asks leads whether the register is right."""

    name = "gremienwerk.participation"
    label = "participation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have leads reminded each day."""
        from gremienwerk.mailing.duties import register_duty
        from gremienwerk.participation.actions.reminders import remind_due

        register_duty(
            "participation.reminders",
            lambda body, moment: remind_due(body=body, on=moment.on, at=moment.at),
        )
