"""Django's name for this package."""

from django.apps import AppConfig


class InquiriesConfig(AppConfig):
    """The inquiries package."""

    name = "gremienwerk.inquiries"
    label = "inquiries"
    default_auto_field = "django.db.models.BigAutoField"
