"""The entry point for a WSGI server: kept public pages first, then Django."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

_whole_way = get_wsgi_application()

from gremienwerk.website.lane import PublicLane  # noqa: E402 - reads settings, which the line above has made

application = PublicLane(_whole_way)
