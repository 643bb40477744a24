"""Django's name for this package."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """The organisations package: its grants are part of every actor."""

    name = "gremienwerk.organisations"
    label = "organisations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have this package's grants read for every actor."""
        from gremienwerk.accounts.scopes import register_scope
        from gremienwerk.organisations.queries.grants import units_granted

        register_scope("units", units_granted)
