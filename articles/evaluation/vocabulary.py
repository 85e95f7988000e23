"""The words of the annotations beside the codes of the archive."""

QUALIFIERS = {
    "exact": "exact",
    "more than": "more_than",
    "at least": "at_least",
    "about": "about",
    "up to": "at_most",
    "less than": "less_than",
    "between": "between",
}
# A name that is not listed stands for a meeting of another body: then the ordinal alone decides.
SERIES = {
    "SCO border service heads": "border-heads",
    "SCO RATS Council": "rats-council",
    "SCO RATS scientific-practical conference": "rats-conference",
    "SCO Security Council Secretaries": "security-council-secretaries",
    "SCO border service experts": "border-experts",
    "SCO summit": "heads-of-state",
}
# Annotations use coarser headings than the archive; a heading without a coarse twin is not scored.
COARSE_TOPICS = {
    "border-control": "border-control",
    "joint-border-operation": "border-control",
    "border-crossing": "border-control",
    "irregular-migration": "illegal-migration",
    "terrorism": "counter-terrorism",
    "counter-terrorism": "counter-terrorism",
    "foreign-fighters": "counter-terrorism",
    "terrorist-financing": "counter-terrorism",
    "extremism": "extremism-separatism",
    "separatism": "extremism-separatism",
    "drugs": "drugs",
    "arms": "arms-smuggling",
    "smuggling": "smuggling",
    "organised-crime": "organised-crime",
    "online-terrorism": "cybersecurity",
    "information-security": "cybersecurity",
    "intelligence-sharing": "intelligence-sharing",
    "exercises": "military-exercise",
}
