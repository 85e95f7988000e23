"""The editorial desk for facts."""

from events.admin import alias, measure, meeting, operation, retired, state, topic

__all__ = ["alias", "measure", "meeting", "operation", "retired", "state", "topic"]
