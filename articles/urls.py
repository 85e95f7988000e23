"""Addresses of articles and evidence."""

app_name = "articles"
urlpatterns: list[object] = []
