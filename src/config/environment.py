"""What an operator may set, by environment variables that begin with ``GREMIENWERK_``.

Every value has a type; a wrong one ends the start with a sentence that says what to do.
"""

from __future__ import annotations

import secrets
import sys
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from pydantic import AliasChoices, Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PROJECT = Path(__file__).resolve().parents[2]
#: Variables whose values are never printed.
_SECRET = {"SECRET_KEY", "MAIL_URL", "SIGN_ON_SECRET"}

_HERE = {"localhost", "127.0.0.1", "::1"}


def _data_directory() -> Path:
    checkout = (PROJECT / "pyproject.toml").is_file()
    return PROJECT / "var" if checkout else Path.home() / ".local" / "share" / "gremienwerk"


class MailServer(NamedTuple):
    """Where mail goes, and how."""

    host: str
    port: int
    user: str
    password: str
    is_tls: bool
    starts_tls: bool


class Environment(BaseSettings):
    """The typed configuration. Lists are separated by commas."""

    model_config = SettingsConfigDict(env_prefix="GREMIENWERK_", extra="ignore")

    demo: bool = False
    debug: bool = False
    secret_key: str = Field(default="", validation_alias=AliasChoices("GREMIENWERK_SECRET_KEY"))
    database_url: str = ""
    data_dir: Path = Field(default_factory=_data_directory)
    hostnames: Annotated[tuple[str, ...], NoDecode] = ("localhost", "127.0.0.1", "[::1]")
    trusted_proxies: Annotated[tuple[IPv4Network | IPv6Network, ...], NoDecode] = ()
    https: bool = True
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    workers: int = Field(default=1, ge=1, le=64)
    max_upload_mb: int = Field(default=25, ge=1, le=500)
    mail_url: str = ""
    mail_from: str = "gremienwerk@localhost"
    sign_on_url: str = ""
    sign_on_client: str = ""
    sign_on_secret: str = Field(default="", validate_default=True)
    sign_on_name: str = "Anmeldung der Verwaltung"
    sign_on_vouches: bool = False

    @field_validator("hostnames", mode="before")
    @classmethod
    def split_names(cls, value: Any) -> Any:
        """Read a list of names separated by commas."""
        return tuple(v.strip() for v in value.split(",") if v.strip()) if isinstance(value, str) else value

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def split_networks(cls, value: Any) -> Any:
        """Read a list of addresses or networks separated by commas."""
        if not isinstance(value, str):
            return value
        return tuple(ip_network(v.strip(), strict=False) for v in value.split(",") if v.strip())

    @field_validator("secret_key")
    @classmethod
    def long_enough(cls, value: str) -> str:
        """Refuse keys that can be guessed."""
        if value and len(value) < 50:
            raise ValueError(
                "Der Schlüssel braucht mindestens 50 Zeichen; `openssl rand -base64 48` erzeugt einen"
            )
        return value

    @property
    def database(self) -> dict[str, Any]:
        """Django's description of the database."""
        return _postgresql(self.database_url) if self.database_url else _sqlite(self.data_dir)

    @field_validator("mail_url")
    @classmethod
    def readable_mail_url(cls, value: str) -> str:
        """Refuse an address of the mail server that cannot be read."""
        if value and (urlsplit(value).scheme not in {"smtp", "smtps"} or not urlsplit(value).hostname):
            raise ValueError("Die Form ist smtp://name:kennwort@rechner:587 oder smtps://…:465")
        return value

    @field_validator("mail_from")
    @classmethod
    def sends_from_an_address(cls, value: str) -> str:
        """Refuse a sender that no mail server would take."""
        name, at, domain = value.partition("@")
        if not (name and at and domain) or any(one in value for one in " <>,;\r\n"):
            raise ValueError("Der Absender ist eine Adresse wie gremien@stadt.example")
        return value

    @property
    def mail(self) -> MailServer:
        """The mail server: ``smtp`` begins TLS by STARTTLS except on this machine, ``smtps`` speaks it at once."""
        parts = urlsplit(self.mail_url or "smtp://localhost:25")
        is_tls, is_here = parts.scheme == "smtps", parts.hostname in _HERE
        return MailServer(
            host=parts.hostname or "localhost",
            port=parts.port or (465 if is_tls else 587),
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            is_tls=is_tls,
            starts_tls=not is_tls and not is_here,
        )

    @field_validator("sign_on_url")
    @classmethod
    def encrypted_sign_on(cls, value: str) -> str:
        """Refuse a sign-on that somebody on the way could play."""
        parts = urlsplit(value)
        if value and not (parts.hostname and (parts.scheme == "https" or parts.hostname in _HERE)):
            raise ValueError("Die Form ist https://rechner/pfad, ohne /.well-known/openid-configuration")
        return value.rstrip("/")

    @field_validator("sign_on_secret")
    @classmethod
    def whole_sign_on(cls, value: str, given: ValidationInfo) -> str:
        """Refuse a sign-on of which a part is missing."""
        if given.data.get("sign_on_url") and not (value and given.data.get("sign_on_client")):
            raise ValueError(
                "Zu GREMIENWERK_SIGN_ON_URL gehören GREMIENWERK_SIGN_ON_CLIENT und GREMIENWERK_SIGN_ON_SECRET"
            )
        return value

    @property
    def sign_on(self) -> dict[str, Any]:
        """The city's sign-on as django-allauth describes it; without one, no way in."""
        if not self.sign_on_url:
            return {"APPS": []}
        known = {"provider_id": "verwaltung", "name": self.sign_on_name, "client_id": self.sign_on_client}
        how = {"server_url": self.sign_on_url, "oauth_pkce_enabled": True}
        return {"APPS": [{**known, "secret": self.sign_on_secret, "settings": how}]}

    @property
    def sign_on_origin(self) -> list[str]:
        """Scheme and host of the sign-on, for the Content-Security-Policy."""
        parts = urlsplit(self.sign_on_url)
        return [f"{parts.scheme}://{parts.netloc}"] if self.sign_on_url else []

    @property
    def is_unconfigured(self) -> bool:
        """Whether nobody said where the data live: a checkout somebody looks at for the first time."""
        return not self.database_url and "data_dir" not in self.model_fields_set

    def key(self) -> str:
        """The secret key; without one a random key of this process, which ``serve`` refuses."""
        return self.secret_key or secrets.token_urlsafe(64)


def read_environment() -> Environment:
    """Read the configuration, or end with a message that names each wrong variable."""
    try:
        return Environment()
    except ValidationError as error:
        for problem in error.errors():
            name = str(problem["loc"][0]).upper().removeprefix("GREMIENWERK_")
            sys.stderr.write(
                f"GREMIENWERK_{name}: Der Wert „{problem['input']}“ passt nicht ({problem['msg']}). "
                "Was erlaubt ist, steht in docs/operations.md.\n"
                if name not in _SECRET
                else f"GREMIENWERK_{name}: {problem['msg']}. Siehe docs/operations.md.\n"
            )
        raise SystemExit(2) from None


def _sqlite(directory: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": directory / "gremienwerk.sqlite3",
        # Opening the file and setting it up costs more than most of what a page asks.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        sys.stderr.write(
            "GREMIENWERK_DATABASE_URL muss die Form postgresql://name:kennwort@rechner/datenbank haben. "
            "Ohne diese Angabe wird SQLite im Datenverzeichnis benutzt.\n"
        )
        raise SystemExit(2)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
