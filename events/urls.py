"""Addresses of what happened: states, meetings, operations, figures, topics."""

from django.urls import path

from events.views.meeting_list import MeetingListView
from events.views.operations import OperationDetailView, OperationListView
from events.views.statistics import StatisticDetailView, StatisticListView

app_name = "events"
urlpatterns = [
    path("operations/", OperationListView.as_view(), name="operation-list"),
    path("operations/<slug:slug>/", OperationDetailView.as_view(), name="operation-detail"),
    path("meetings/", MeetingListView.as_view(), name="meeting-list"),
    path("statistics/", StatisticListView.as_view(), name="statistic-list"),
    path("statistics/<slug:public_id>/", StatisticDetailView.as_view(), name="statistic-detail"),
]
