"""All addresses, by package."""

from django.urls import include, path

urlpatterns = [
    path("", include("gremienwerk.desk.urls")),
    path("desk/", include("gremienwerk.committees.urls")),
    path("desk/organisationen/", include("gremienwerk.organisations.urls")),
    path("desk/anfragen/", include("gremienwerk.inquiries.urls")),
    path("accounts/", include("gremienwerk.accounts.urls")),
]

handler400 = "gremienwerk.desk.views.errors.bad_request"
handler403 = "gremienwerk.desk.views.errors.forbidden"
handler404 = "gremienwerk.desk.views.errors.not_found"
handler500 = "gremienwerk.desk.views.errors.server_error"
