"""Addresses of what happened: states, meetings, operations, figures, topics."""

app_name = "events"
urlpatterns: list[object] = []
