"""The app of facts: what happened, who takes part, and the subject headings."""
