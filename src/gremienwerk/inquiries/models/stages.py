"""How far the answer is; shown on the desk only."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Written, or out for signing."""

    DRAFT = "draft", _("Entwurf")
    SIGNING = "signing", _("in Mitzeichnung")
