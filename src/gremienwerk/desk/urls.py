"""Addresses of pages that show several nouns."""

app_name = "desk"
urlpatterns: list[object] = []
