"""Log lines as JSON, without personal data: no addresses, no query strings, no user names."""

from __future__ import annotations

import logging
from typing import Any

from pythonjsonlogger.json import JsonFormatter

_ALLOWED = frozenset(
    {"time", "level", "logger", "message", "status_code", "exc_info", "event", "duration_ms", "revision"}
)


class LogFormatter(JsonFormatter):
    """Keeps the named fields only; what a library attaches beyond them is dropped."""

    def add_fields(
        self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]
    ) -> None:
        """Collect the fields of a record and drop everything not allowed."""
        super().add_fields(log_data, record, message_dict)
        if record.levelno < logging.ERROR:
            # A refused page is no fault: its line says enough.
            log_data.pop("exc_info", None)
        for name in set(log_data) - _ALLOWED:
            del log_data[name]
        if isinstance(log_data.get("message"), str):
            log_data["message"] = log_data["message"].split("?", 1)[0]
