"""Pages of states, meetings, operations, figures and topics."""
