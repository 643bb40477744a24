"""Addresses of the pages of this package's nouns."""

app_name = "inquiries"
urlpatterns: list[object] = []
