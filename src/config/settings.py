"""Django's settings, made from the typed environment."""

from __future__ import annotations

from pathlib import Path

from config.environment import PROJECT, read_environment
from gremienwerk.core import languages

ENVIRONMENT = read_environment()
PACKAGES = Path(__file__).resolve().parents[1] / "gremienwerk"

DEMO = ENVIRONMENT.demo
DEBUG = ENVIRONMENT.debug
SECRET_KEY = ENVIRONMENT.key()
SECRET_KEY_IS_SET = bool(ENVIRONMENT.secret_key)
ALLOWED_HOSTS = list(ENVIRONMENT.hostnames)
DATA_DIR = ENVIRONMENT.data_dir
DEMO_FILES = PROJECT / "demo"
TRUSTED_PROXIES = ENVIRONMENT.trusted_proxies
UNCONFIGURED = ENVIRONMENT.is_unconfigured
SERVE_HOST, SERVE_PORT, SERVE_WORKERS = ENVIRONMENT.host, ENVIRONMENT.port, ENVIRONMENT.workers
MAX_UPLOAD_BYTES = ENVIRONMENT.max_upload_mb * 1024 * 1024

OWN_APPS = [
    "desk",
    "website",
    "participation",
    "publishing",
    "privacy",
    "imports",
    "inquiries",
    "meetings",
    "committees",
    "organisations",
    "mailing",
    "documents",
    "accounts",
    "bodies",
    "audit",
]
#: Packages whose pages anybody may see; their templates have an engine of their own, in every language.
PUBLIC_SURFACES = ("website",)
INSTALLED_APPS = [
    *(f"gremienwerk.{name}" for name in OWN_APPS),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "gremienwerk.desk.middleware.TrustedProxyMiddleware",
    "gremienwerk.desk.middleware.HealthMiddleware",
    "gremienwerk.website.middleware.PublicSiteMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "gremienwerk.accounts.middleware.DemoSignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "gremienwerk.desk.middleware.UserFacingErrorMiddleware",
    "gremienwerk.desk.old_addresses.OldAddressMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGES / name / "templates" for name in OWN_APPS if name not in PUBLIC_SURFACES],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "gremienwerk.desk.jinja.environment",
            "context_processors": ["gremienwerk.desk.frame.frame"],
        },
    },
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "website",
        "DIRS": [PACKAGES / name / "templates" for name in (*PUBLIC_SURFACES, "participation", "desk")],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "gremienwerk.website.jinja.environment",
            "context_processors": ["gremienwerk.website.frame.frame"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    },
]

DATABASES = {"default": ENVIRONMENT.database}
MAIL = ENVIRONMENT.mail
EMAIL_HOST, EMAIL_PORT, EMAIL_USE_SSL, EMAIL_USE_TLS = MAIL.host, MAIL.port, MAIL.is_tls, MAIL.starts_tls
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_BACKEND = "gremienwerk.mailing.backend.OutboxBackend"
#: A demo writes to nobody: what would be sent is printed.
MAIL_IS_PRINTED = DEMO
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENVIRONMENT.mail_from

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# What all processes must count together (wrong passwords) lies in the database; drawings, which each process can
# make again, in its memory.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "accounts_attempts"},
    "drawings": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "drawings"},
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
ACCOUNT_ADAPTER = "gremienwerk.accounts.adapter.ClosedSignUpAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# Dangerous acts ask again who it is unless that was proven in the last quarter of an hour.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
# Five wrong passwords or codes lock an account for five minutes, ten a minute an address (docs/operations.md).
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/300s/key", "login": "30/m/ip"}
MFA_ADAPTER = "gremienwerk.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # the administration invites by address; nobody types one of their own
MFA_TOTP_ISSUER = "Gremienwerk"
MFA_TOTP_TOLERANCE = 1  # clocks of telephones may be half a minute wrong
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not ENVIRONMENT.https or DEMO
SOCIALACCOUNT_ADAPTER = "gremienwerk.accounts.sign_on.SignOnAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"  # the sign-on vouches for addresses, or nobody is matched
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
SIGN_ON_VOUCHES = ENVIRONMENT.sign_on_vouches
SIGN_ON_NAME = ENVIRONMENT.sign_on_name if ENVIRONMENT.sign_on_url else ""
SOCIALACCOUNT_PROVIDERS = {"openid_connect": ENVIRONMENT.sign_on}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:start"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"

# No LocaleMiddleware: the desk is German whatever a browser asks for; public pages say their language
# in the address (gremienwerk.core.languages).
LANGUAGE_CODE = languages.DEFAULT.code
LANGUAGES = [(language.code, language.name) for language in languages.LANGUAGES]
LANGUAGES_BIDI = [language.code for language in languages.LANGUAGES if language.rtl]
LOCALE_PATHS = [PACKAGES / "locale"]
USE_I18N = True
TIME_ZONE = "Europe/Berlin"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.data_dir / "static"
STORAGES = {
    "default": {
        "BACKEND": "gremienwerk.documents.storage.WholeFileStorage",
        "OPTIONS": {"location": ENVIRONMENT.data_dir / "files", "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 60
#: How long a process shows public pages without looking whether the register has changed (ADR 0007).
REVISION_TRUSTED_SECONDS = 1.0
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_HANDLERS = [
    "gremienwerk.desk.uploads.LimitedUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Secure unless this is a demo on the loopback address (docs/operations.md).
_HTTPS = ENVIRONMENT.https and not DEMO
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = _HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 10
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "gremienwerk.desk.views.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        # Signing in by the city's sign-on is a form that ends there.
        "form-action": ["'self'", *ENVIRONMENT.sign_on_origin],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {
            "()": "gremienwerk.desk.logs.LogFormatter",
            "fmt": "{asctime}{levelname}{name}{message}",
            "style": "{",
            "datefmt": "%Y-%m-%dT%H:%M:%S%z",
            "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": ENVIRONMENT.log_level},
    "loggers": {
        "django.server": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "fontTools": {"level": "ERROR"},
        "pypdfium2": {"level": "ERROR"},
    },
}
MIGRATION_MODULES: dict[str, str] = {}
