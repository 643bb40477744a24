"""Django's name for this package."""

from django.apps import AppConfig


class MailingConfig(AppConfig):
    """The mailing package: the worker also forgets what was settled long ago."""

    name = "gremienwerk.mailing"
    label = "mailing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have old messages and links removed each day, and mail that needs somebody shown on the start page."""
        from gremienwerk.core.needs import register_source
        from gremienwerk.mailing.duties import register_duty
        from gremienwerk.mailing.needs import needs
        from gremienwerk.mailing.retention import forget_old

        register_source("mailing", needs)
        register_duty("mailing.forget", lambda body, moment: forget_old(body=body, at=moment.at))
