"""Django's name for this package."""

from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    """The public site."""

    name = "gremienwerk.website"
    label = "website"
    default_auto_field = "django.db.models.BigAutoField"
