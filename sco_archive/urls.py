"""Root addresses: health, the editorial desk, and the pages of the two apps."""

from django.contrib import admin
from django.urls import include, path

from sco_archive.health import healthz, readyz
from sco_archive.views import home

handler400 = "sco_archive.views.bad_request"
handler404 = "sco_archive.views.page_not_found"

urlpatterns = [
    path("", home, name="home"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
    path("", include("events.urls")),
]
