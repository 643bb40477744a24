"""Django's name for this package."""

from django.apps import AppConfig


class CommitteesConfig(AppConfig):
    """The committees package: its grants are part of every actor, and the worker keeps its scores."""

    name = "gremienwerk.committees"
    label = "committees"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have this package's grants read for every actor, its scores kept each day, and its needs shown."""
        from gremienwerk.accounts.scopes import register_scope
        from gremienwerk.committees.actions.scores import keep_scores
        from gremienwerk.committees.needs import needs
        from gremienwerk.committees.queries.grants import committees_kept
        from gremienwerk.core.needs import register_source
        from gremienwerk.mailing.duties import register_duty

        register_source("committees", needs)
        register_scope("committees", committees_kept)
        register_duty("committees.scores", lambda body, moment: keep_scores(body=body, on=moment.on))
