"""All addresses, by package."""

from django.urls import include, path, re_path

from gremienwerk.core.languages import LANGUAGES
from gremienwerk.participation.urls import confirming_by_link
from gremienwerk.participation.urls import public as participation
from gremienwerk.website.views import entrance

LANGUAGE = rf"^(?P<language>{'|'.join(language.segment for language in LANGUAGES)})/"

urlpatterns = [
    path("", entrance.entrance, name="entrance"),
    path("robots.txt", entrance.robots, {"language": "de"}, name="robots"),
    path("manifest.webmanifest", entrance.manifest, {"language": "de"}, name="manifest"),
    path("sitemap.xml", entrance.sitemaps, {"language": "de"}, name="sitemaps"),
    re_path(LANGUAGE, include(participation)),
    re_path(LANGUAGE, include(confirming_by_link)),
    re_path(LANGUAGE, include("gremienwerk.website.urls")),
    re_path(LANGUAGE, include("gremienwerk.opendata.urls")),
    path("desk/", include("gremienwerk.desk.urls")),
    path("desk/", include("gremienwerk.committees.urls")),
    path("desk/organisationen/", include("gremienwerk.organisations.urls")),
    path("desk/anfragen/", include("gremienwerk.inquiries.urls")),
    path("desk/postausgang/", include("gremienwerk.mailing.urls")),
    path("desk/datenschutz/", include("gremienwerk.privacy.urls")),
    path("desk/", include("gremienwerk.participation.urls")),
    path("accounts/", include("gremienwerk.accounts.urls")),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.forbidden"
handler404 = "config.errors.not_found"
handler500 = "config.errors.server_error"
