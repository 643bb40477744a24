"""Addresses of the pages of this package's nouns."""

app_name = "committees"
urlpatterns: list[object] = []
