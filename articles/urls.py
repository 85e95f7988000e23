"""Addresses of articles and evidence."""

from django.urls import path

from articles.views.articles_list import ArticleListView
from articles.views.detail import ArticleDetailView

app_name = "articles"
urlpatterns = [
    path("articles/", ArticleListView.as_view(), name="list"),
    path("articles/<slug:public_id>/", ArticleDetailView.as_view(), name="detail"),
]
