"""Root addresses: health, the editorial desk, and the pages of the two apps."""

from django.contrib import admin
from django.urls import include, path

from sco_archive.health import healthz, readyz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("", include("articles.urls")),
    path("", include("events.urls")),
]
