"""Addresses of pages that show several nouns."""

from django.urls import path

from gremienwerk.desk.views import committees, completeness, site_texts, start, structure, synonyms, users

app_name = "desk"
urlpatterns = [
    path("", start.start, name="start"),
    path("gremien/<uuid:uid>/", committees.committee, name="committee"),
    path("struktur/", structure.structure, name="structure"),
    path("struktur/gremienstruktur.svg", structure.structure_file, name="structure_file"),
    path("vollstaendigkeit/", completeness.completeness, name="completeness"),
    path("suche/synonyme/", synonyms.synonyms, name="synonyms"),
    path("suche/synonyme/<uuid:uid>/", synonyms.synonym, name="synonym"),
    path("konten/", users.users, name="users"),
    path("konten/<int:pk>/", users.user, name="user"),
    path("pflichtseiten/", site_texts.site_texts, name="site_texts"),
    path("pflichtseiten/<str:page>/<str:language>/", site_texts.site_text, name="site_text"),
]
