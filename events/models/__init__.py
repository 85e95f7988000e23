"""What happened and who takes part: the records of fact."""

from events.models.alias import Alias, AliasKind, FormType
from events.models.base import Confidence, Dated, Editable, Framework, Origin, Precision, Record
from events.models.measure import Dimension, Measure, OperationStatistic, public_id_of, statistic_key
from events.models.meeting import Meeting, MeetingSeries, MeetingStatus, OrdinalBasis
from events.models.operation import Operation, OperationKind
from events.models.retired import RetiredAddress
from events.models.state import Membership, State, Status
from events.models.topic import Topic

__all__ = [
    "Alias",
    "AliasKind",
    "Confidence",
    "Dated",
    "Dimension",
    "Editable",
    "FormType",
    "Framework",
    "Measure",
    "Meeting",
    "MeetingSeries",
    "MeetingStatus",
    "Membership",
    "Operation",
    "OperationKind",
    "OperationStatistic",
    "OrdinalBasis",
    "Origin",
    "Precision",
    "Record",
    "RetiredAddress",
    "State",
    "Status",
    "Topic",
    "public_id_of",
    "statistic_key",
]
