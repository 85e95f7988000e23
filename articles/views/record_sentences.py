"""The first sentence of every record, as its class opens with it, marked so that the codebook can say it in the reader's language.

A test compares the list with the classes.
"""

from django.utils.translation import gettext_noop

SENTENCES = (
    gettext_noop("A state that takes part in the organization's work or is named in reports of it."),
    gettext_noop("What one state was to the organization from one day until another."),
    gettext_noop("A subject heading, either a group or a topic inside a group."),
    gettext_noop("A body or conference that meets again and again, often under a running number."),
    gettext_noop("One meeting of a series, with its number where it has one."),
    gettext_noop("A joint operation or exercise, named or known by its time and participants."),
    gettext_noop("One name of a state, city, series, operation, body or outlet in one language."),
    gettext_noop("What a reported figure counts or weighs, with its definition and unit."),
    gettext_noop(
        "A figure as it was reported: measure, bounds, period and unit, of one operation or body; every report of it is a mention."
    ),
    gettext_noop("The address of a removed or merged record, which answers with a redirect or with 410 Gone and a reason."),
    gettext_noop("The original bytes of an article as they were met, with their hash."),
    gettext_noop("A publisher of articles: an official body, agency, newspaper, broadcaster or site."),
    gettext_noop("A report as it was published, with its clean text, the coordinate system of every span."),
    gettext_noop("A subject heading of an article, read by machine or set by a person."),
    gettext_noop("A further web address under which an article was met."),
    gettext_noop("An earlier clean text of an article, kept when a later import met another."),
    gettext_noop("A photograph's caption inside an article's clean text, with its credit."),
    gettext_noop(
        "Something an article gets wrong: the words, what is right, and the evidence; a loaded row waits for its article by hash."
    ),
    gettext_noop("One run of the importer: who, when, with what, and what came of it."),
    gettext_noop("One thing a run could not do or was unsure about, naming file, line, reason and remedy."),
    gettext_noop("What an article and its evidence were before a run changed them, so that the run can be taken back."),
    gettext_noop("A state named in an article, as its subject or in passing."),
    gettext_noop("A meeting spoken of in an article, with what the article says of it and the attendance it reports."),
    gettext_noop("An operation or exercise spoken of in an article, by name or by its time and participants."),
    gettext_noop("The words in which an article reports a figure."),
    gettext_noop("What an article says about who belongs to the organization, with the verdict of the check."),
    gettext_noop("Who said what: the words quoted or reported, with the speaker and role as written."),
    gettext_noop("A number that grows with every write: row 1 counts all records, row 2 the names of things; kept by triggers."),
    gettext_noop("The version at which an article, its evidence or its topics last changed; kept by triggers, also for removed articles."),
    gettext_noop("An article's analysed terms, from which the inverted index of either database is built."),
    gettext_noop("The sampled shingles of an article's text, by which candidates for copies are found."),
    gettext_noop("A sampled shingle and an article that has it, as one number: the index of the sketches by shingle."),
)
