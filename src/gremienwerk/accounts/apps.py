"""Django's name for this package."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The accounts package."""

    name = "gremienwerk.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
