"""The table in which all processes count wrong passwords together (``CACHES`` in the settings)."""

from django.core.management import call_command
from django.db import migrations


def create_table(apps, schema_editor):  # noqa: ARG001 - Django's signature
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_roles_and_grants")]

    operations = [migrations.RunPython(create_table, migrations.RunPython.noop)]
