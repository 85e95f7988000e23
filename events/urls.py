"""Addresses of what happened: states, meetings, operations, figures, topics."""

from django.urls import path

from events.views.figure_card import StatisticDetailView
from events.views.figure_files import FigureFileView
from events.views.meeting_list import MeetingListView
from events.views.meetings import GapsView, MeetingDetailView, SeriesDetailView
from events.views.operations import OperationDetailView, OperationListView
from events.views.overviews import SilenceView, TimelineView, silence_drawing, silence_table, timeline_drawing, timeline_table
from events.views.states import StateDetailView, StateListView
from events.views.statistics import StatisticListView
from events.views.topics import MeasureDetailView, MeasureListView, TopicDetailView, TopicListView, topic_drawing, topic_table

app_name = "events"
urlpatterns = [
    path("operations/", OperationListView.as_view(), name="operation-list"),
    path("operations/<slug:slug>/", OperationDetailView.as_view(), name="operation-detail"),
    path("meetings/", MeetingListView.as_view(), name="meeting-list"),
    path("meetings/<slug:slug>/", SeriesDetailView.as_view(), name="series-detail"),
    path("meetings/<slug:slug>/<slug:number>/", MeetingDetailView.as_view(), name="meeting-detail"),
    path("gaps/", GapsView.as_view(), name="gaps"),
    path("states/", StateListView.as_view(), name="state-list"),
    path("states/<slug:code>/", StateDetailView.as_view(), name="state-detail"),
    path("topics/", TopicListView.as_view(), name="topic-list"),
    path("topics/<slug:slug>/", TopicDetailView.as_view(), name="topic-detail"),
    path("topics/<slug:slug>/chart.svg", topic_drawing, name="topic-chart"),
    path("topics/<slug:slug>/table.csv", topic_table, name="topic-table"),
    path("measures/", MeasureListView.as_view(), name="measure-list"),
    path("measures/<slug:code>/", MeasureDetailView.as_view(), name="measure-detail"),
    path("statistics/", StatisticListView.as_view(), name="statistic-list"),
    path("statistics/chart.svg", FigureFileView.as_view(wants_drawing=True), name="statistic-chart"),
    path("statistics/table.csv", FigureFileView.as_view(), name="statistic-table"),
    path("statistics/silence/", SilenceView.as_view(), name="silence"),
    path("statistics/silence.svg", silence_drawing, name="silence-chart"),
    path("statistics/silence.csv", silence_table, name="silence-table"),
    path("timeline/", TimelineView.as_view(), name="timeline"),
    path("timeline/chart.svg", timeline_drawing, name="timeline-chart"),
    path("timeline/table.csv", timeline_table, name="timeline-table"),
    path("statistics/<slug:public_id>/", StatisticDetailView.as_view(), name="statistic-detail"),
]
