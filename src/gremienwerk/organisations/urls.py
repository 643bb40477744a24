"""Addresses of the pages of organisations and persons."""

from django.urls import path

from gremienwerk.organisations.views import lists, merging

app_name = "organisations"
urlpatterns = [
    path("", lists.organisation_list, name="list"),
    path("dubletten/<slug:kind>/", merging.duplicates, name="duplicates"),
    path("dubletten/<slug:kind>/<uuid:kept>/<uuid:gone>/", merging.merge, name="merge"),
    path("dubletten/<slug:kind>/<uuid:kept>/<uuid:gone>/verschieden/", merging.different, name="different"),
    path("zusammenfuehrungen/<uuid:uid>/", merging.merged, name="merged"),
]
