"""Addresses of articles and evidence."""

from django.urls import path

from articles.views.articles_list import ArticleListView
from articles.views.checks import MembershipChecksView
from articles.views.corrections import CorrectionListView
from articles.views.coverage import CoverageView, countries_drawing, coverage_drawing, coverage_table
from articles.views.detail import ArticleDetailView
from articles.views.differences import differences_page
from articles.views.pages import codebook, method

app_name = "articles"
urlpatterns = [
    path("states/checks/", MembershipChecksView.as_view(), name="checks"),
    path("corrections/", CorrectionListView.as_view(), name="corrections"),
    path("articles/", ArticleListView.as_view(), name="list"),
    path("articles/<slug:public_id>/", ArticleDetailView.as_view(), name="detail"),
    path("articles/<slug:public_id>/against/<slug:other_id>/", differences_page, name="differences"),
    path("coverage/", CoverageView.as_view(), name="coverage"),
    path("coverage/chart.svg", coverage_drawing, name="coverage-chart"),
    path("coverage/countries.svg", countries_drawing, name="coverage-countries"),
    path("coverage/table.csv", coverage_table, name="coverage-table"),
    path("method/", method, name="method"),
    path("codebook/", codebook, name="codebook"),
]
