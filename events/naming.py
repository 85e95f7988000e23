"""What records are called on pages: short, in the reader's language where the record has a name in it."""

from typing import Any

from django.contrib.humanize.templatetags.humanize import ordinal
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.models import Meeting
from events.wording import date_text

# English series are named after what they are; the number then stands before the word, as people say it.
MEETING = "Meeting"


def local(record: Any, field: str = "name") -> str:
    """Return a record's name or label in the reader's language, English where there is none."""
    language = (get_language() or "en")[:2]
    return str(getattr(record, f"{field}_{language}", "") or getattr(record, field))


def meeting_name(meeting: Meeting) -> str:
    """Return "10th meeting of the heads …" for a numbered meeting, else the series with the date."""
    series = local(meeting.series)
    if meeting.ordinal and series.startswith(MEETING):
        return f"{ordinal(meeting.ordinal)} meeting{series.removeprefix(MEETING)}"
    if meeting.ordinal:
        return _("%(series)s, %(number)s") % {"number": ordinal(meeting.ordinal), "series": series}
    date = date_text(meeting.partial_date)
    return _("%(series)s, %(date)s") % {"series": series, "date": date} if date else series


def meeting_place(meeting: Meeting) -> str:
    """Return city and country, as far as known."""
    return ", ".join(filter(None, [meeting.city, meeting.state.local_name if meeting.state else ""]))
