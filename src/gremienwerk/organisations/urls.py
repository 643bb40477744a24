"""Addresses of the pages of this package's nouns."""

app_name = "organisations"
urlpatterns: list[object] = []
