"""Django's name for this package."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """The organisations package: its grants are part of every actor."""

    name = "gremienwerk.organisations"
    label = "organisations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have this package's grants read for every actor, and possible duplicates shown on the start page."""
        from gremienwerk.accounts.scopes import register_scope
        from gremienwerk.core.needs import register_source
        from gremienwerk.organisations.needs import needs
        from gremienwerk.organisations.queries.grants import units_granted

        register_source("organisations", needs)
        register_scope("units", units_granted)
