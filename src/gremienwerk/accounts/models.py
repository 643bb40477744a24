"""Users: who may sign in, for which body, with which roles."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from gremienwerk.bodies.models import Body, OfBody
from gremienwerk.core.actor import Actor, ActorKind, Role, Scopes
from gremienwerk.core.classification import Classification


class UserManager(BaseUserManager["User"]):
    """Creates users with hashed passwords."""

    def create_user(
        self, *, email: str, name: str, body: Body, role: Role, password: str | None = None, **fields: Any
    ) -> User:
        """Store a user; without a password they cannot sign in by password."""
        user = self.model(
            email=self.normalize_email(email).lower(), name=name, body=body, role=role, **fields
        )
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who signs in, known by e-mail address, working for one body."""

    class Roles(models.TextChoices):
        ADMINISTRATOR = Role.ADMINISTRATOR.value, _("Administration")
        EDITOR = Role.EDITOR.value, _("Sachbearbeitung")
        COMMITTEE_OFFICE = Role.COMMITTEE_OFFICE.value, _("Geschäftsstelle einzelner Gremien")
        UNIT = Role.UNIT.value, _("Organisationseinheit")
        RELEASER = Role.RELEASER.value, _("Freigabe")
        AUDITOR = Role.AUDITOR.value, _("Lesen")

    email = models.EmailField(_("E-Mail"), unique=True)
    name = models.CharField(_("Name"), max_length=200)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("Rolle"), max_length=16, choices=Roles.choices, default=Roles.AUDITOR)
    is_active = models.BooleanField(_("Aktiv"), default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[UserManager] = UserManager()

    classification: ClassVar = {
        "password": Classification.PERSONAL,
        "last_login": Classification.PERSONAL,
        "email": Classification.PERSONAL,
        "name": Classification.PERSONAL,
        "body": Classification.INTERNAL,
        "role": Classification.INTERNAL,
        "is_active": Classification.INTERNAL,
    }

    #: What was granted besides the role; empty until a door has looked it up, because unknown means no.
    scopes = Scopes()

    def __str__(self) -> str:
        return self.name

    @property
    def actor(self) -> Actor:
        """Who acts when this user does something."""
        return Actor(
            kind=ActorKind.USER,
            name=self.name,
            key=str(self.pk),
            body=self.body_id,
            roles=frozenset(role for role in Role if role.value == self.role),
            scopes=self.scopes,
        )


class Invitation(OfBody):
    """A link sent to a new user, good once and for some days, with which they choose their password.

    Only the digest of the link's secret is kept: who reads the database cannot accept for somebody else.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="invitations")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField(_("gilt bis"))
    accepted_at = models.DateTimeField(_("angenommen"), null=True, blank=True)

    classification: ClassVar = {
        "body": Classification.INTERNAL,
        "uid": Classification.INTERNAL,
        "user": Classification.INTERNAL,
        "digest": Classification.PERSONAL,
        "expires_at": Classification.INTERNAL,
        "accepted_at": Classification.INTERNAL,
    }

    def __str__(self) -> str:
        return f"{self.user}: {self.expires_at}"

    def is_open(self, *, at: datetime) -> bool:
        """Whether it can still be accepted."""
        return self.accepted_at is None and at < self.expires_at
