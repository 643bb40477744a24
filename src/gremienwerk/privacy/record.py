"""The record of processing (Verzeichnis von Verarbeitungstätigkeiten, Art. 30 DSGVO), made of the classification."""

from __future__ import annotations

import csv
import io

from django.apps import apps

from gremienwerk.core.classification import Classification

_WORDS = {
    Classification.PUBLIC: "öffentlich, wenn der Datensatz es ist",
    Classification.INTERNAL: "nur Beschäftigte der Körperschaft",
    Classification.PERSONAL: "personenbezogen, löschbar",
}


def record_of_processing() -> str:
    """Every field of every kind of record with who may see it, as CSV with semicolons; fields of persons first."""
    rows = [
        (str(model._meta.verbose_name), model._meta.label, field, _WORDS[kind], kind)
        for model in apps.get_models()
        for field, kind in getattr(model, "classification", {}).items()
    ]
    rows.sort(key=lambda row: (row[4] is not Classification.PERSONAL, row[1], row[2]))
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\n")
    writer.writerow(["Datensatz", "Tabelle", "Feld", "Wer es sieht"])
    writer.writerows(row[:4] for row in rows)
    return target.getvalue()
