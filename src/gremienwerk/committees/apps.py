"""Django's name for this package."""

from django.apps import AppConfig


class CommitteesConfig(AppConfig):
    """The committees package: its grants are part of every actor."""

    name = "gremienwerk.committees"
    label = "committees"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have this package's grants read for every actor."""
        from gremienwerk.accounts.scopes import register_scope
        from gremienwerk.committees.queries.grants import committees_kept

        register_scope("committees", committees_kept)
