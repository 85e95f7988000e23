"""Addresses of what happened: states, meetings, operations, figures, topics."""

from django.urls import path

from events.views.meeting_list import MeetingListView
from events.views.operations import OperationListView
from events.views.statistics import StatisticListView

app_name = "events"
urlpatterns = [
    path("operations/", OperationListView.as_view(), name="operation-list"),
    path("meetings/", MeetingListView.as_view(), name="meeting-list"),
    path("statistics/", StatisticListView.as_view(), name="statistic-list"),
]
