"""Django's name for this package."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit package."""

    name = "gremienwerk.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
