"""Errors that are written for the person who sees them."""


class UserFacingError(Exception):
    """Something a user did cannot be done; the message is German and says what to do next.

    The command line prints the message and exits with 2; forms show it beside the field; no
    traceback is shown for it. ``field`` names the form field concerned, if there is one.
    """

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class NotAllowed(UserFacingError):
    """The actor may not do this; pages answer with status 403."""


class ChangedMeanwhile(UserFacingError):
    """Somebody else has stored something since this form was opened; nothing of it is stored then."""
