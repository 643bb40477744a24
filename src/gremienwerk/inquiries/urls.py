"""Addresses of the pages of inquiries."""

from django.urls import path

from gremienwerk.inquiries.views import entering, inquiries, itemising, receiving, releasing, sharing, signing

app_name = "inquiries"
urlpatterns = [
    path("", inquiries.inquiry_list, name="list"),
    path("neu/", receiving.upload, name="upload"),
    path("neu/text/", receiving.paste, name="paste"),
    path("neu/fragen/", receiving.enter, name="enter"),
    path("zeichnung/", signing.steps, name="steps"),
    path("<uuid:uid>/", inquiries.inquiry, name="inquiry"),
    path("<uuid:uid>/original", releasing.original, name="original"),
    path("<uuid:uid>/entwurf/", entering.draft, name="draft"),
    path("<uuid:uid>/punkte/<int:position>/", entering.item, name="item"),
    path("<uuid:uid>/punkte/<int:position>/wortlaut/", itemising.wording, name="wording"),
    path("<uuid:uid>/punkte/<int:position>/kommentar/", entering.comment, name="comment"),
    path("<uuid:uid>/zustaendig/", sharing.assign, name="assign"),
    path("<uuid:uid>/mitzeichnung/", signing.signatures, name="signatures"),
    path("<uuid:uid>/mitzeichnung/<uuid:signature>/", signing.signature, name="signature"),
    path("<uuid:uid>/freigabe/", releasing.release, name="release"),
    path("<uuid:uid>/versand/", releasing.dispatch, name="dispatch"),
    path("<uuid:uid>/uebergabe/<int:version>/", releasing.package, name="package"),
    path("<uuid:uid>/fassungen/<int:version>/<str:name>", releasing.released_file, name="file"),
    path(
        "<uuid:uid>/fassungen/<int:version>/archiv/<str:name>", releasing.archived_file, name="archived_file"
    ),
]
