import datetime

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from articles.search.install import install_index, remove_index


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("events", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ArchiveVersion",
            fields=[
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        db_comment="1 for all records, 2 for the names.",
                        help_text="1 for all records, 2 for the names.",
                        primary_key=True,
                        serialize=False,
                        verbose_name="id",
                    ),
                ),
                (
                    "epoch",
                    models.BigIntegerField(
                        db_comment="Random number of this database, so that no other's versions are taken for its.",
                        help_text="Random number of this database, so that no other's versions are taken for its.",
                        verbose_name="epoch",
                    ),
                ),
                (
                    "number",
                    models.BigIntegerField(
                        db_comment="Grows with every write.", default=0, help_text="Grows with every write.", verbose_name="number"
                    ),
                ),
                (
                    "xid",
                    models.BigIntegerField(
                        db_comment="Transaction that last raised the number, on PostgreSQL, where one raises it once.",
                        default=0,
                        help_text="Transaction that last raised the number, on PostgreSQL, where one raises it once.",
                        verbose_name="transaction",
                    ),
                ),
            ],
            options={
                "verbose_name": "version of the archive",
                "verbose_name_plural": "versions of the archive",
                "db_table_comment": "A number that grows with every write: row 1 counts all records, row 2 the names of things; kept by triggers.",
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edited_fields",
                    models.JSONField(
                        blank=True,
                        db_comment="Names of the fields that a person has set; imports and reloads leave them alone.",
                        default=list,
                        editable=False,
                        help_text="Names of the fields that a person has set; imports and reloads leave them alone.",
                        verbose_name="edited fields",
                    ),
                ),
                (
                    "edited_at",
                    models.DateTimeField(
                        blank=True,
                        db_comment="When a person last edited this record; empty if nobody has.",
                        editable=False,
                        help_text="When a person last edited this record; empty if nobody has.",
                        null=True,
                        verbose_name="edited at",
                    ),
                ),
                (
                    "date",
                    models.CharField(
                        blank=True,
                        db_comment="Date as EDTF (ISO 8601-2), never finer than the source: 2001, 2001-06, 2001-06-15, or two of these with a slash; empty if not known.",
                        help_text="Date as EDTF (ISO 8601-2), never finer than the source: 2001, 2001-06, 2001-06-15, or two of these with a slash; empty if not known.",
                        max_length=40,
                        verbose_name="date",
                    ),
                ),
                (
                    "start",
                    models.DateField(
                        blank=True,
                        db_comment="First day the date may mean; empty if not known or open.",
                        editable=False,
                        help_text="First day the date may mean; empty if not known or open.",
                        null=True,
                        verbose_name="first day",
                    ),
                ),
                (
                    "end",
                    models.DateField(
                        blank=True,
                        db_comment="Last day the date may mean, inclusive; empty if not known or open.",
                        editable=False,
                        help_text="Last day the date may mean, inclusive; empty if not known or open.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[("day", "day"), ("month", "month"), ("year", "year"), ("interval", "interval"), ("unknown", "not known")],
                        db_comment="How precise the date is: day, month, year, interval, or unknown.",
                        default="unknown",
                        editable=False,
                        help_text="How precise the date is: day, month, year, interval, or unknown.",
                        max_length=8,
                        verbose_name="precision",
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        db_comment="Permanent id used in the address, derived from the source key at first sight; never changes.",
                        editable=False,
                        help_text="Permanent id used in the address, derived from the source key at first sight; never changes.",
                        max_length=12,
                        unique=True,
                        verbose_name="public id",
                    ),
                ),
                (
                    "source_key",
                    models.CharField(
                        db_comment="Canonical address, else the id within the named source, else the path inside the imported folder.",
                        help_text="Canonical address, else the id within the named source, else the path inside the imported folder.",
                        max_length=2000,
                        unique=True,
                        verbose_name="source key",
                    ),
                ),
                (
                    "search_no",
                    models.PositiveIntegerField(
                        db_comment="Dense number in order of arrival; never changes; the search index knows articles by it.",
                        editable=False,
                        help_text="Dense number in order of arrival; never changes; the search index knows articles by it.",
                        unique=True,
                        verbose_name="search number",
                    ),
                ),
                ("title", models.CharField(db_comment="Headline.", help_text="Headline.", max_length=500, verbose_name="title")),
                (
                    "standfirst",
                    models.TextField(
                        blank=True,
                        db_comment="Summary under the headline, if the article has one.",
                        help_text="Summary under the headline, if the article has one.",
                        verbose_name="standfirst",
                    ),
                ),
                (
                    "byline",
                    models.CharField(
                        blank=True, db_comment="Authors as written.", help_text="Authors as written.", max_length=300, verbose_name="byline"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("ru", "Russian"), ("zh", "Chinese")],
                        db_comment="Language of the text.",
                        help_text="Language of the text.",
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        db_comment="Title, standfirst, paragraphs and captions, one blank line between; spans count its characters.",
                        help_text="Title, standfirst, paragraphs and captions, one blank line between; spans count its characters.",
                        verbose_name="clean text",
                    ),
                ),
                (
                    "text_version",
                    models.CharField(
                        blank=True,
                        db_comment="Version of the cleaning steps that made the text.",
                        help_text="Version of the cleaning steps that made the text.",
                        max_length=20,
                        verbose_name="cleaning version",
                    ),
                ),
                (
                    "text_sha256",
                    models.CharField(
                        db_comment="Tells whether a second import meets the same text.",
                        help_text="Tells whether a second import meets the same text.",
                        max_length=64,
                        verbose_name="SHA-256 of the clean text",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("metadata", "metadata of the page"),
                            ("dateline", "dateline"),
                            ("text", "date line of the page"),
                            ("address", "web address"),
                            ("inferred", "inferred from the text"),
                            ("given", "given at import"),
                        ],
                        db_comment="What the publication date was read from.",
                        help_text="What the publication date was read from.",
                        max_length=8,
                        verbose_name="basis of the date",
                    ),
                ),
                (
                    "basis_note",
                    models.TextField(
                        blank=True,
                        db_comment="The reasoning, for an inferred date.",
                        help_text="The reasoning, for an inferred date.",
                        verbose_name="how the date was found",
                    ),
                ),
                (
                    "access",
                    models.CharField(
                        choices=[("full", "full text"), ("quotes", "quoted sentences only"), ("withheld", "withheld")],
                        db_comment="How much of the text public pages show.",
                        default="full",
                        help_text="How much of the text public pages show.",
                        max_length=8,
                        verbose_name="access",
                    ),
                ),
                (
                    "access_reason",
                    models.CharField(
                        blank=True,
                        db_comment="Why the text is not shown in full.",
                        help_text="Why the text is not shown in full.",
                        max_length=250,
                        verbose_name="reason for the access",
                    ),
                ),
                (
                    "duplicate_group",
                    models.CharField(
                        blank=True,
                        db_comment="Public id of the first member of the article's group of copies; empty if it has none.",
                        db_index=True,
                        help_text="Public id of the first member of the article's group of copies; empty if it has none.",
                        max_length=12,
                        verbose_name="duplicate group",
                    ),
                ),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True,
                        db_comment="Version of rules and word lists that read the facts.",
                        help_text="Version of rules and word lists that read the facts.",
                        max_length=20,
                        verbose_name="lexicon version",
                    ),
                ),
                (
                    "reading_digest",
                    models.CharField(
                        blank=True,
                        db_comment="Hash of bytes, place, options, rules, word lists and reference data; an import that meets it again reads nothing.",
                        db_index=True,
                        editable=False,
                        help_text="Hash of bytes, place, options, rules, word lists and reference data; an import that meets it again reads nothing.",
                        max_length=32,
                        verbose_name="digest of the reading",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        db_comment="When the article was first stored.",
                        help_text="When the article was first stored.",
                        verbose_name="stored at",
                    ),
                ),
            ],
            options={
                "verbose_name": "article",
                "verbose_name_plural": "articles",
                "db_table_comment": "A report as it was published, with its clean text, the coordinate system of every span.",
                "ordering": ["-start", "-search_no"],
            },
        ),
        migrations.CreateModel(
            name="SearchChange",
            fields=[
                (
                    "search_no",
                    models.PositiveIntegerField(
                        db_comment="Search number of the article.",
                        help_text="Search number of the article.",
                        primary_key=True,
                        serialize=False,
                        verbose_name="search number",
                    ),
                ),
                (
                    "version",
                    models.BigIntegerField(
                        db_comment="Version of the archive at the last change.",
                        db_index=True,
                        help_text="Version of the archive at the last change.",
                        verbose_name="version",
                    ),
                ),
            ],
            options={
                "verbose_name": "change seen by the search",
                "verbose_name_plural": "changes seen by the search",
                "db_table_comment": "The version at which an article, its evidence or its topics last changed; kept by triggers, also for removed articles.",
            },
        ),
        migrations.CreateModel(
            name="ArticleTopic",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "origin",
                    models.CharField(
                        choices=[("reference", "reference data"), ("import", "proposed by an import"), ("editor", "entered by an editor")],
                        db_comment="Read at import, or set by an editor.",
                        default="editor",
                        help_text="Read at import, or set by an editor.",
                        max_length=9,
                        verbose_name="origin",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article.",
                        help_text="The article.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="article_topics",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_comment="The heading.",
                        help_text="The heading.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="article_topics",
                        to="events.topic",
                        verbose_name="topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "topic of an article",
                "verbose_name_plural": "topics of articles",
                "db_table_comment": "A subject heading of an article, read by machine or set by a person.",
            },
        ),
        migrations.AddField(
            model_name="article",
            name="topics",
            field=models.ManyToManyField(
                help_text="Subject headings of the article.",
                related_name="articles",
                through="articles.ArticleTopic",
                to="events.topic",
                verbose_name="topics",
            ),
        ),
        migrations.CreateModel(
            name="Caption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "start",
                    models.PositiveIntegerField(
                        db_comment="First character of the caption in the clean text.",
                        help_text="First character of the caption in the clean text.",
                        verbose_name="start",
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        db_comment="First character after the caption.", help_text="First character after the caption.", verbose_name="end"
                    ),
                ),
                (
                    "credit",
                    models.CharField(
                        blank=True,
                        db_comment="Photographer and agency as written.",
                        help_text="Photographer and agency as written.",
                        max_length=250,
                        verbose_name="credit",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article.",
                        help_text="The article.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="captions",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
            ],
            options={
                "verbose_name": "caption",
                "verbose_name_plural": "captions",
                "db_table_comment": "A photograph's caption inside an article's clean text, with its credit.",
                "ordering": ["article", "start"],
            },
        ),
        migrations.CreateModel(
            name="Capture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "sha256",
                    models.CharField(
                        db_comment="SHA-256 of the bytes, in hexadecimal digits.",
                        help_text="SHA-256 of the bytes, in hexadecimal digits.",
                        max_length=64,
                        unique=True,
                        verbose_name="SHA-256",
                    ),
                ),
                (
                    "body",
                    models.BinaryField(
                        db_comment="The bytes as they were read, unchanged.",
                        help_text="The bytes as they were read, unchanged.",
                        verbose_name="bytes",
                    ),
                ),
                ("size", models.PositiveIntegerField(db_comment="Number of bytes.", help_text="Number of bytes.", verbose_name="size")),
                (
                    "media_type",
                    models.CharField(
                        db_comment="Media type as declared or recognised.",
                        default="text/plain",
                        help_text="Media type as declared or recognised.",
                        max_length=100,
                        verbose_name="media type",
                    ),
                ),
                (
                    "charset",
                    models.CharField(
                        blank=True,
                        db_comment="Character encoding the bytes were read in.",
                        help_text="Character encoding the bytes were read in.",
                        max_length=40,
                        verbose_name="encoding",
                    ),
                ),
                (
                    "url",
                    models.URLField(
                        blank=True,
                        db_comment="Address the bytes came from, if any.",
                        help_text="Address the bytes came from, if any.",
                        max_length=2000,
                        verbose_name="address",
                    ),
                ),
                (
                    "http_status",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        db_comment="Status of the response, for a fetched page.",
                        help_text="Status of the response, for a fetched page.",
                        null=True,
                        verbose_name="HTTP status",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        db_comment="Path inside the imported folder, or line of the imported file.",
                        help_text="Path inside the imported folder, or line of the imported file.",
                        max_length=500,
                        verbose_name="file name",
                    ),
                ),
                (
                    "fetched_at",
                    models.DateTimeField(
                        db_comment="When the bytes were fetched or read.",
                        help_text="When the bytes were fetched or read.",
                        verbose_name="fetched at",
                    ),
                ),
            ],
            options={
                "verbose_name": "capture",
                "verbose_name_plural": "captures",
                "db_table_comment": "The original bytes of an article as they were met, with their hash.",
                "ordering": ["-fetched_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256__regex", "^[0-9a-f]{64}$")),
                        name="capture_hash_is_sha256",
                        violation_error_message="The hash is 64 hexadecimal digits.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="capture",
            field=models.ForeignKey(
                db_comment="The original bytes the text was made from.",
                help_text="The original bytes the text was made from.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="articles.capture",
                verbose_name="capture",
            ),
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edited_fields",
                    models.JSONField(
                        blank=True,
                        db_comment="Names of the fields that a person has set; imports and reloads leave them alone.",
                        default=list,
                        editable=False,
                        help_text="Names of the fields that a person has set; imports and reloads leave them alone.",
                        verbose_name="edited fields",
                    ),
                ),
                (
                    "edited_at",
                    models.DateTimeField(
                        blank=True,
                        db_comment="When a person last edited this record; empty if nobody has.",
                        editable=False,
                        help_text="When a person last edited this record; empty if nobody has.",
                        null=True,
                        verbose_name="edited at",
                    ),
                ),
                (
                    "article_sha256",
                    models.CharField(
                        db_comment="Hash of the article's original bytes, by which a loaded row finds it.",
                        help_text="Hash of the article's original bytes, by which a loaded row finds it.",
                        max_length=64,
                        verbose_name="SHA-256 of the capture",
                    ),
                ),
                (
                    "quote",
                    models.TextField(
                        db_comment="The wrong words, exactly as the article has them.",
                        help_text="The wrong words, exactly as the article has them.",
                        verbose_name="quote",
                    ),
                ),
                (
                    "start",
                    models.PositiveIntegerField(
                        blank=True,
                        db_comment="First character of the words in the clean text; empty while waiting.",
                        help_text="First character of the words in the clean text; empty while waiting.",
                        null=True,
                        verbose_name="start",
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        blank=True,
                        db_comment="First character after them.",
                        help_text="First character after them.",
                        null=True,
                        verbose_name="end",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("number", "wrong number"),
                            ("date", "wrong date"),
                            ("place", "wrong place"),
                            ("membership", "wrong membership"),
                            ("name", "wrong name"),
                            ("translation", "mistranslation"),
                            ("unit", "unit slip"),
                            ("superseded", "superseded"),
                        ],
                        db_comment="What is wrong.",
                        help_text="What is wrong.",
                        max_length=11,
                        verbose_name="kind",
                    ),
                ),
                (
                    "right_value",
                    models.CharField(
                        db_comment="What the words should say.",
                        help_text="What the words should say.",
                        max_length=300,
                        verbose_name="what is right",
                    ),
                ),
                (
                    "explanation",
                    models.TextField(
                        blank=True,
                        db_comment="Why it is wrong, in the archive's own words.",
                        help_text="Why it is wrong, in the archive's own words.",
                        verbose_name="explanation",
                    ),
                ),
                (
                    "evidence_url",
                    models.URLField(
                        db_comment="Address of a page that shows what is right.",
                        help_text="Address of a page that shows what is right.",
                        max_length=700,
                        verbose_name="evidence",
                    ),
                ),
                (
                    "evidence_url_2",
                    models.URLField(
                        blank=True,
                        db_comment="Address of a second page.",
                        help_text="Address of a second page.",
                        max_length=700,
                        verbose_name="second evidence",
                    ),
                ),
                (
                    "author",
                    models.CharField(
                        db_comment="Who made the correction.", help_text="Who made the correction.", max_length=120, verbose_name="author"
                    ),
                ),
                (
                    "made_on",
                    models.DateField(
                        db_comment="Day the correction was made.", help_text="Day the correction was made.", verbose_name="made on"
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("reference", "reference data"), ("import", "proposed by an import"), ("editor", "entered by an editor")],
                        db_comment="How the row came into the archive.",
                        default="editor",
                        help_text="How the row came into the archive.",
                        max_length=9,
                        verbose_name="origin",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_comment="The article; empty while a loaded row waits for it.",
                        help_text="The article; empty while a loaded row waits for it.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "verbose_name_plural": "corrections",
                "db_table_comment": "Something an article gets wrong: the words, what is right, and the evidence; a loaded row waits for its article by hash.",
                "ordering": ["-made_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalCorrection",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "edited_fields",
                    models.JSONField(
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="Names of the fields that a person has set; imports and reloads leave them alone.",
                        verbose_name="edited fields",
                    ),
                ),
                (
                    "edited_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="When a person last edited this record; empty if nobody has.",
                        null=True,
                        verbose_name="edited at",
                    ),
                ),
                (
                    "article_sha256",
                    models.CharField(
                        help_text="Hash of the article's original bytes, by which a loaded row finds it.",
                        max_length=64,
                        verbose_name="SHA-256 of the capture",
                    ),
                ),
                ("quote", models.TextField(help_text="The wrong words, exactly as the article has them.", verbose_name="quote")),
                (
                    "start",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="First character of the words in the clean text; empty while waiting.",
                        null=True,
                        verbose_name="start",
                    ),
                ),
                ("end", models.PositiveIntegerField(blank=True, help_text="First character after them.", null=True, verbose_name="end")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("number", "wrong number"),
                            ("date", "wrong date"),
                            ("place", "wrong place"),
                            ("membership", "wrong membership"),
                            ("name", "wrong name"),
                            ("translation", "mistranslation"),
                            ("unit", "unit slip"),
                            ("superseded", "superseded"),
                        ],
                        help_text="What is wrong.",
                        max_length=11,
                        verbose_name="kind",
                    ),
                ),
                ("right_value", models.CharField(help_text="What the words should say.", max_length=300, verbose_name="what is right")),
                (
                    "explanation",
                    models.TextField(blank=True, help_text="Why it is wrong, in the archive's own words.", verbose_name="explanation"),
                ),
                (
                    "evidence_url",
                    models.URLField(help_text="Address of a page that shows what is right.", max_length=700, verbose_name="evidence"),
                ),
                (
                    "evidence_url_2",
                    models.URLField(blank=True, help_text="Address of a second page.", max_length=700, verbose_name="second evidence"),
                ),
                ("author", models.CharField(help_text="Who made the correction.", max_length=120, verbose_name="author")),
                ("made_on", models.DateField(help_text="Day the correction was made.", verbose_name="made on")),
                (
                    "origin",
                    models.CharField(
                        choices=[("reference", "reference data"), ("import", "proposed by an import"), ("editor", "entered by an editor")],
                        default="editor",
                        help_text="How the row came into the archive.",
                        max_length=9,
                        verbose_name="origin",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                ("history_type", models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The article; empty while a loaded row waits for it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "historical correction",
                "verbose_name_plural": "historical corrections",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOutlet",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "edited_fields",
                    models.JSONField(
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="Names of the fields that a person has set; imports and reloads leave them alone.",
                        verbose_name="edited fields",
                    ),
                ),
                (
                    "edited_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="When a person last edited this record; empty if nobody has.",
                        null=True,
                        verbose_name="edited at",
                    ),
                ),
                ("slug", models.SlugField(help_text="Stable word for the outlet, used in addresses.", max_length=60, verbose_name="slug")),
                ("name", models.CharField(help_text="Name as the archive writes it.", max_length=120, verbose_name="name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("official", "official body"),
                            ("agency", "news agency"),
                            ("newspaper", "newspaper"),
                            ("broadcaster", "broadcaster"),
                            ("site", "news site"),
                        ],
                        default="site",
                        help_text="Official body, agency, newspaper, broadcaster or site.",
                        max_length=11,
                        verbose_name="kind",
                    ),
                ),
                (
                    "hosts",
                    models.JSONField(blank=True, default=list, help_text="Host names of its site, without www.", verbose_name="web hosts"),
                ),
                (
                    "default_access",
                    models.CharField(
                        choices=[("full", "full text"), ("quotes", "quoted sentences only"), ("withheld", "withheld")],
                        default="full",
                        help_text="How much of its articles public pages show unless an article says otherwise.",
                        max_length=8,
                        verbose_name="default access",
                    ),
                ),
                ("note", models.TextField(blank=True, help_text="What a reader should know about the outlet.", verbose_name="note")),
                (
                    "origin",
                    models.CharField(
                        choices=[("reference", "reference data"), ("import", "proposed by an import"), ("editor", "entered by an editor")],
                        default="editor",
                        help_text="How the row came into the archive.",
                        max_length=9,
                        verbose_name="origin",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                ("history_type", models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1)),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="State the outlet publishes from; empty for an international body.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.state",
                        verbose_name="country",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "historical outlet",
                "verbose_name_plural": "historical outlets",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "started_at",
                    models.DateTimeField(db_comment="When the run began.", help_text="When the run began.", verbose_name="started at"),
                ),
                (
                    "finished_at",
                    models.DateTimeField(
                        blank=True,
                        db_comment="When it ended; empty while it runs or if it was killed.",
                        help_text="When it ended; empty while it runs or if it was killed.",
                        null=True,
                        verbose_name="finished at",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("running", "running or interrupted"), ("finished", "finished"), ("undone", "undone")],
                        db_comment="Running or interrupted, finished, or undone.",
                        default="running",
                        help_text="Running or interrupted, finished, or undone.",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                (
                    "started_by",
                    models.CharField(
                        blank=True,
                        db_comment="User of the machine or of the site who started it.",
                        help_text="User of the machine or of the site who started it.",
                        max_length=150,
                        verbose_name="started by",
                    ),
                ),
                (
                    "arguments",
                    models.JSONField(
                        db_comment="Sources and options as given.",
                        default=dict,
                        help_text="Sources and options as given.",
                        verbose_name="arguments",
                    ),
                ),
                (
                    "code_version",
                    models.CharField(
                        blank=True,
                        db_comment="Version of the program.",
                        help_text="Version of the program.",
                        max_length=60,
                        verbose_name="code version",
                    ),
                ),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True,
                        db_comment="Version of rules and word lists.",
                        help_text="Version of rules and word lists.",
                        max_length=20,
                        verbose_name="lexicon version",
                    ),
                ),
                (
                    "inserted",
                    models.PositiveIntegerField(
                        db_comment="Articles that were new.", default=0, help_text="Articles that were new.", verbose_name="inserted"
                    ),
                ),
                (
                    "updated",
                    models.PositiveIntegerField(
                        db_comment="Articles that changed.", default=0, help_text="Articles that changed.", verbose_name="updated"
                    ),
                ),
                (
                    "unchanged",
                    models.PositiveIntegerField(
                        db_comment="Articles met again as they were.",
                        default=0,
                        help_text="Articles met again as they were.",
                        verbose_name="unchanged",
                    ),
                ),
                (
                    "failed",
                    models.PositiveIntegerField(
                        db_comment="Sources that could not be imported.",
                        default=0,
                        help_text="Sources that could not be imported.",
                        verbose_name="failed",
                    ),
                ),
                (
                    "proposed",
                    models.PositiveIntegerField(
                        db_comment="Meetings and operations proposed as new rows.",
                        default=0,
                        help_text="Meetings and operations proposed as new rows.",
                        verbose_name="proposed",
                    ),
                ),
                (
                    "unmatched",
                    models.PositiveIntegerField(
                        db_comment="Mentions that could not be tied to one row.",
                        default=0,
                        help_text="Mentions that could not be tied to one row.",
                        verbose_name="unmatched",
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "imports",
                "db_table_comment": "One run of the importer: who, when, with what, and what came of it.",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("finished_at__isnull", True), ("finished_at__gte", models.F("started_at")), _connector="OR"),
                        name="run_ends_after_start",
                        violation_error_message="The run ends before it begins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status", "running"), ("finished_at__isnull", False), _connector="OR"),
                        name="run_finished_has_time",
                        violation_error_message="A finished run has an end.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["running", "finished", "undone"])),
                        name="run_status_known",
                        violation_error_message="Unknown status.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportIssue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "severity",
                    models.CharField(
                        choices=[("error", "error: not imported"), ("warning", "warning")],
                        db_comment="Error: not imported; warning: imported, but look at it.",
                        help_text="Error: not imported; warning: imported, but look at it.",
                        max_length=7,
                        verbose_name="severity",
                    ),
                ),
                (
                    "code",
                    models.SlugField(
                        db_comment="Stable word for the kind of issue.",
                        help_text="Stable word for the kind of issue.",
                        max_length=40,
                        verbose_name="code",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        db_comment="File, line of a file, or address.",
                        help_text="File, line of a file, or address.",
                        max_length=2000,
                        verbose_name="source",
                    ),
                ),
                (
                    "line",
                    models.PositiveIntegerField(
                        blank=True,
                        db_comment="Line of the file, if one is meant.",
                        help_text="Line of the file, if one is meant.",
                        null=True,
                        verbose_name="line",
                    ),
                ),
                (
                    "message",
                    models.TextField(
                        db_comment="What is wrong and what to do about it.",
                        help_text="What is wrong and what to do about it.",
                        verbose_name="message",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_comment="The article, if it was stored.",
                        help_text="The article, if it was stored.",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="issues",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_comment="The run.",
                        help_text="The run.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="issues",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "import issue",
                "verbose_name_plural": "import issues",
                "db_table_comment": "One thing a run could not do or was unsure about, naming file, line, reason and remedy.",
                "ordering": ["run", "id"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalStatisticMention",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("start", models.PositiveIntegerField(help_text="First character of the quote in the clean text.", verbose_name="start")),
                ("end", models.PositiveIntegerField(help_text="First character after the quote.", verbose_name="end")),
                (
                    "quote",
                    models.TextField(help_text="The exact words, equal to the clean text between start and end.", verbose_name="quote"),
                ),
                ("rule", models.CharField(help_text="Name of the rule that read it, or “editor”.", max_length=60, verbose_name="rule")),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True, help_text="Version of rules and word lists.", max_length=20, verbose_name="lexicon version"
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True, help_text="When it was decided; empty while pending.", null=True, verbose_name="reviewed at"
                    ),
                ),
                (
                    "review_note",
                    models.CharField(blank=True, help_text="Why it was decided so.", max_length=300, verbose_name="review note"),
                ),
                (
                    "measure_code",
                    models.CharField(
                        blank=True,
                        help_text="Code of the measure the machine read; part of the natural key, as one span may carry two measures.",
                        max_length=60,
                        verbose_name="measure",
                    ),
                ),
                (
                    "value_text",
                    models.CharField(help_text="The number as this article writes it.", max_length=120, verbose_name="number as written"),
                ),
                (
                    "unit_text",
                    models.CharField(
                        blank=True,
                        help_text="The unit or counted thing as this article writes it.",
                        max_length=120,
                        verbose_name="unit as written",
                    ),
                ),
                (
                    "qualifier_text",
                    models.CharField(
                        blank=True, help_text="The qualifying words of this article.", max_length=60, verbose_name="qualifier as written"
                    ),
                ),
                (
                    "period_text",
                    models.CharField(
                        blank=True, help_text="The words that give the period.", max_length=160, verbose_name="period as written"
                    ),
                ),
                (
                    "verb_start",
                    models.PositiveIntegerField(
                        blank=True, help_text="First character of the governing verb.", null=True, verbose_name="verb, start"
                    ),
                ),
                (
                    "verb_end",
                    models.PositiveIntegerField(blank=True, help_text="First character after it.", null=True, verbose_name="verb, end"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                ("history_type", models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The article that says it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "machine_statistic",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What the machine read; replaced by every import that reads otherwise.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.operationstatistic",
                    ),
                ),
                (
                    "reviewed_statistic",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What a person decided; no import writes it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.operationstatistic",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "statistic",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What is shown: the reviewed record, else the machine's.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.operationstatistic",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical mention of a figure",
                "verbose_name_plural": "historical mentions of figures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStateMention",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("start", models.PositiveIntegerField(help_text="First character of the quote in the clean text.", verbose_name="start")),
                ("end", models.PositiveIntegerField(help_text="First character after the quote.", verbose_name="end")),
                (
                    "quote",
                    models.TextField(help_text="The exact words, equal to the clean text between start and end.", verbose_name="quote"),
                ),
                ("rule", models.CharField(help_text="Name of the rule that read it, or “editor”.", max_length=60, verbose_name="rule")),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True, help_text="Version of rules and word lists.", max_length=20, verbose_name="lexicon version"
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True, help_text="When it was decided; empty while pending.", null=True, verbose_name="reviewed at"
                    ),
                ),
                (
                    "review_note",
                    models.CharField(blank=True, help_text="Why it was decided so.", max_length=300, verbose_name="review note"),
                ),
                (
                    "is_subject",
                    models.BooleanField(
                        default=True,
                        help_text="Whether the article is about the state or names it as venue or participant, not only in a background list.",
                        verbose_name="subject",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                ("history_type", models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The article that says it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "machine_state",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What the machine read; replaced by every import that reads otherwise.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.state",
                    ),
                ),
                (
                    "reviewed_state",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What a person decided; no import writes it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.state",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What is shown: the reviewed record, else the machine's.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.state",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical mention of a state",
                "verbose_name_plural": "historical mentions of states",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStatement",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("start", models.PositiveIntegerField(help_text="First character of the quote in the clean text.", verbose_name="start")),
                ("end", models.PositiveIntegerField(help_text="First character after the quote.", verbose_name="end")),
                (
                    "quote",
                    models.TextField(help_text="The exact words, equal to the clean text between start and end.", verbose_name="quote"),
                ),
                ("rule", models.CharField(help_text="Name of the rule that read it, or “editor”.", max_length=60, verbose_name="rule")),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True, help_text="Version of rules and word lists.", max_length=20, verbose_name="lexicon version"
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True, help_text="When it was decided; empty while pending.", null=True, verbose_name="reviewed at"
                    ),
                ),
                (
                    "review_note",
                    models.CharField(blank=True, help_text="Why it was decided so.", max_length=300, verbose_name="review note"),
                ),
                ("speaker", models.CharField(help_text="Name as written.", max_length=160, verbose_name="speaker")),
                ("role", models.CharField(blank=True, help_text="Role or office as written.", max_length=300, verbose_name="role")),
                (
                    "direct",
                    models.BooleanField(default=True, help_text="Quoted word for word, as opposed to reported.", verbose_name="direct"),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                ("history_type", models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The article that says it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical statement",
                "verbose_name_plural": "historical statements",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOperationMention",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("start", models.PositiveIntegerField(help_text="First character of the quote in the clean text.", verbose_name="start")),
                ("end", models.PositiveIntegerField(help_text="First character after the quote.", verbose_name="end")),
                (
                    "quote",
                    models.TextField(help_text="The exact words, equal to the clean text between start and end.", verbose_name="quote"),
                ),
                ("rule", models.CharField(help_text="Name of the rule that read it, or “editor”.", max_length=60, verbose_name="rule")),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True, help_text="Version of rules and word lists.", max_length=20, verbose_name="lexicon version"
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True, help_text="When it was decided; empty while pending.", null=True, verbose_name="reviewed at"
                    ),
                ),
                (
                    "review_note",
                    models.CharField(blank=True, help_text="Why it was decided so.", max_length=300, verbose_name="review note"),
                ),
                (
                    "reading",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="What the article says: name, kind, date (EDTF), states, place, match, note.",
                        verbose_name="reading",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                ("history_type", models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The article that says it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "machine_operation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What the machine read; replaced by every import that reads otherwise.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.operation",
                    ),
                ),
                (
                    "operation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What is shown: the reviewed record, else the machine's.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.operation",
                    ),
                ),
                (
                    "reviewed_operation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What a person decided; no import writes it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.operation",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical mention of an operation",
                "verbose_name_plural": "historical mentions of operations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMembershipStatement",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("start", models.PositiveIntegerField(help_text="First character of the quote in the clean text.", verbose_name="start")),
                ("end", models.PositiveIntegerField(help_text="First character after the quote.", verbose_name="end")),
                (
                    "quote",
                    models.TextField(help_text="The exact words, equal to the clean text between start and end.", verbose_name="quote"),
                ),
                ("rule", models.CharField(help_text="Name of the rule that read it, or “editor”.", max_length=60, verbose_name="rule")),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True, help_text="Version of rules and word lists.", max_length=20, verbose_name="lexicon version"
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True, help_text="When it was decided; empty while pending.", null=True, verbose_name="reviewed at"
                    ),
                ),
                (
                    "review_note",
                    models.CharField(blank=True, help_text="Why it was decided so.", max_length=300, verbose_name="review note"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("count", "count"), ("founding", "founding"), ("newest", "newest member"), ("named_as", "named as")],
                        help_text="A count, the founding, the newest member, or a state named as something.",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("member", "member"),
                            ("observer", "observer"),
                            ("dialogue_partner", "dialogue partner"),
                            ("partner", "partner"),
                            ("predecessor", "Shanghai Five"),
                        ],
                        help_text="Status spoken of; empty for a count of several.",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                ("numbers", models.JSONField(blank=True, default=dict, help_text="For a count: number by status.", verbose_name="numbers")),
                (
                    "date",
                    models.CharField(
                        blank=True, help_text="Date the words themselves state, EDTF.", max_length=40, verbose_name="date stated"
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("agrees", "agrees"),
                            ("differs", "differs"),
                            ("cannot_tell", "cannot tell"),
                            ("used_to_date", "used to date the article"),
                        ],
                        help_text="Agrees, differs, cannot tell, or used to date the article; recomputed after load_reference.",
                        max_length=12,
                        verbose_name="verdict",
                    ),
                ),
                ("explanation", models.TextField(blank=True, help_text="The verdict in words.", verbose_name="explanation")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                ("history_type", models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The article that says it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical membership statement",
                "verbose_name_plural": "historical membership statements",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeetingMention",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("start", models.PositiveIntegerField(help_text="First character of the quote in the clean text.", verbose_name="start")),
                ("end", models.PositiveIntegerField(help_text="First character after the quote.", verbose_name="end")),
                (
                    "quote",
                    models.TextField(help_text="The exact words, equal to the clean text between start and end.", verbose_name="quote"),
                ),
                ("rule", models.CharField(help_text="Name of the rule that read it, or “editor”.", max_length=60, verbose_name="rule")),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True, help_text="Version of rules and word lists.", max_length=20, verbose_name="lexicon version"
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True, help_text="When it was decided; empty while pending.", null=True, verbose_name="reviewed at"
                    ),
                ),
                (
                    "review_note",
                    models.CharField(blank=True, help_text="Why it was decided so.", max_length=300, verbose_name="review note"),
                ),
                (
                    "reading",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="What the article says: series, ordinal, city, country, venue, date (EDTF), match, note.",
                        verbose_name="reading",
                    ),
                ),
                (
                    "attendance_low",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Reported number of participants, lower bound; empty if none or open below.",
                        null=True,
                        verbose_name="attendance, lower bound",
                    ),
                ),
                (
                    "attendance_high",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Reported number of participants, upper bound; empty if none or open above.",
                        null=True,
                        verbose_name="attendance, upper bound",
                    ),
                ),
                (
                    "attendance_qualifier",
                    models.CharField(
                        blank=True,
                        help_text="exact, more_than, at_least, less_than, at_most, about or between; empty if none is reported.",
                        max_length=10,
                        verbose_name="attendance, qualifier",
                    ),
                ),
                (
                    "attendance_start",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="First character of the words that report the attendance.",
                        null=True,
                        verbose_name="attendance, start",
                    ),
                ),
                (
                    "attendance_end",
                    models.PositiveIntegerField(
                        blank=True, help_text="First character after them.", null=True, verbose_name="attendance, end"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                ("history_type", models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1)),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The article that says it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "machine_meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What the machine read; replaced by every import that reads otherwise.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.meeting",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What is shown: the reviewed record, else the machine's.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.meeting",
                    ),
                ),
                (
                    "reviewed_meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What a person decided; no import writes it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.meeting",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical mention of a meeting",
                "verbose_name_plural": "historical mentions of meetings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="ArticleVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "number",
                    models.PositiveIntegerField(
                        db_comment="1 for the first text.", help_text="1 for the first text.", verbose_name="number"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        db_comment="Headline of that version.", help_text="Headline of that version.", max_length=500, verbose_name="title"
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        db_comment="Clean text of that version.", help_text="Clean text of that version.", verbose_name="clean text"
                    ),
                ),
                (
                    "replaced_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        db_comment="When the version was replaced.",
                        help_text="When the version was replaced.",
                        verbose_name="replaced at",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article.",
                        help_text="The article.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "capture",
                    models.ForeignKey(
                        db_comment="Original bytes of that version.",
                        help_text="Original bytes of that version.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="articles.capture",
                        verbose_name="capture",
                    ),
                ),
                (
                    "replaced_by_run",
                    models.ForeignKey(
                        db_comment="Import that met a changed text.",
                        help_text="Import that met a changed text.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_versions",
                        to="articles.importrun",
                        verbose_name="replaced by import",
                    ),
                ),
            ],
            options={
                "verbose_name": "earlier version",
                "verbose_name_plural": "earlier versions",
                "db_table_comment": "An earlier clean text of an article, kept when a later import met another.",
                "ordering": ["article", "number"],
            },
        ),
        migrations.AddField(
            model_name="article",
            name="first_run",
            field=models.ForeignKey(
                db_comment="Import that brought the article in.",
                help_text="Import that brought the article in.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="new_articles",
                to="articles.importrun",
                verbose_name="first import",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="last_run",
            field=models.ForeignKey(
                db_comment="Import that last changed the article.",
                help_text="Import that last changed the article.",
                on_delete=django.db.models.deletion.PROTECT,
                related_name="changed_articles",
                to="articles.importrun",
                verbose_name="last import",
            ),
        ),
        migrations.CreateModel(
            name="MeetingMention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "start",
                    models.PositiveIntegerField(
                        db_comment="First character of the quote in the clean text.",
                        help_text="First character of the quote in the clean text.",
                        verbose_name="start",
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        db_comment="First character after the quote.", help_text="First character after the quote.", verbose_name="end"
                    ),
                ),
                (
                    "quote",
                    models.TextField(
                        db_comment="The exact words, equal to the clean text between start and end.",
                        help_text="The exact words, equal to the clean text between start and end.",
                        verbose_name="quote",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        db_comment="Name of the rule that read it, or “editor”.",
                        help_text="Name of the rule that read it, or “editor”.",
                        max_length=60,
                        verbose_name="rule",
                    ),
                ),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True,
                        db_comment="Version of rules and word lists.",
                        help_text="Version of rules and word lists.",
                        max_length=20,
                        verbose_name="lexicon version",
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        db_comment="How sure the rule is: sure, or to check.",
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        db_comment="Pending, accepted, corrected or rejected.",
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True,
                        db_comment="When it was decided; empty while pending.",
                        help_text="When it was decided; empty while pending.",
                        null=True,
                        verbose_name="reviewed at",
                    ),
                ),
                (
                    "review_note",
                    models.CharField(
                        blank=True,
                        db_comment="Why it was decided so.",
                        help_text="Why it was decided so.",
                        max_length=300,
                        verbose_name="review note",
                    ),
                ),
                (
                    "reading",
                    models.JSONField(
                        blank=True,
                        db_comment="What the article says: series, ordinal, city, country, venue, date (EDTF), match, note.",
                        default=dict,
                        help_text="What the article says: series, ordinal, city, country, venue, date (EDTF), match, note.",
                        verbose_name="reading",
                    ),
                ),
                (
                    "attendance_low",
                    models.PositiveIntegerField(
                        blank=True,
                        db_comment="Reported number of participants, lower bound; empty if none or open below.",
                        help_text="Reported number of participants, lower bound; empty if none or open below.",
                        null=True,
                        verbose_name="attendance, lower bound",
                    ),
                ),
                (
                    "attendance_high",
                    models.PositiveIntegerField(
                        blank=True,
                        db_comment="Reported number of participants, upper bound; empty if none or open above.",
                        help_text="Reported number of participants, upper bound; empty if none or open above.",
                        null=True,
                        verbose_name="attendance, upper bound",
                    ),
                ),
                (
                    "attendance_qualifier",
                    models.CharField(
                        blank=True,
                        db_comment="exact, more_than, at_least, less_than, at_most, about or between; empty if none is reported.",
                        help_text="exact, more_than, at_least, less_than, at_most, about or between; empty if none is reported.",
                        max_length=10,
                        verbose_name="attendance, qualifier",
                    ),
                ),
                (
                    "attendance_start",
                    models.PositiveIntegerField(
                        blank=True,
                        db_comment="First character of the words that report the attendance.",
                        help_text="First character of the words that report the attendance.",
                        null=True,
                        verbose_name="attendance, start",
                    ),
                ),
                (
                    "attendance_end",
                    models.PositiveIntegerField(
                        blank=True,
                        db_comment="First character after them.",
                        help_text="First character after them.",
                        null=True,
                        verbose_name="attendance, end",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article that says it.",
                        help_text="The article that says it.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "machine_meeting",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What the machine read; replaced by every import that reads otherwise.",
                        help_text="What the machine read; replaced by every import that reads otherwise.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.meeting",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What is shown: the reviewed record, else the machine's.",
                        help_text="What is shown: the reviewed record, else the machine's.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="events.meeting",
                    ),
                ),
                (
                    "reviewed_meeting",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What a person decided; no import writes it.",
                        help_text="What a person decided; no import writes it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.meeting",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Who decided; empty while pending.",
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Import that last wrote the machine's columns; empty if an editor entered it.",
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "mention of a meeting",
                "verbose_name_plural": "mentions of meetings",
                "db_table_comment": "A meeting spoken of in an article, with what the article says of it and the attendance it reports.",
                "ordering": ["article", "start"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="MembershipStatement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "start",
                    models.PositiveIntegerField(
                        db_comment="First character of the quote in the clean text.",
                        help_text="First character of the quote in the clean text.",
                        verbose_name="start",
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        db_comment="First character after the quote.", help_text="First character after the quote.", verbose_name="end"
                    ),
                ),
                (
                    "quote",
                    models.TextField(
                        db_comment="The exact words, equal to the clean text between start and end.",
                        help_text="The exact words, equal to the clean text between start and end.",
                        verbose_name="quote",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        db_comment="Name of the rule that read it, or “editor”.",
                        help_text="Name of the rule that read it, or “editor”.",
                        max_length=60,
                        verbose_name="rule",
                    ),
                ),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True,
                        db_comment="Version of rules and word lists.",
                        help_text="Version of rules and word lists.",
                        max_length=20,
                        verbose_name="lexicon version",
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        db_comment="How sure the rule is: sure, or to check.",
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        db_comment="Pending, accepted, corrected or rejected.",
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True,
                        db_comment="When it was decided; empty while pending.",
                        help_text="When it was decided; empty while pending.",
                        null=True,
                        verbose_name="reviewed at",
                    ),
                ),
                (
                    "review_note",
                    models.CharField(
                        blank=True,
                        db_comment="Why it was decided so.",
                        help_text="Why it was decided so.",
                        max_length=300,
                        verbose_name="review note",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("count", "count"), ("founding", "founding"), ("newest", "newest member"), ("named_as", "named as")],
                        db_comment="A count, the founding, the newest member, or a state named as something.",
                        help_text="A count, the founding, the newest member, or a state named as something.",
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("member", "member"),
                            ("observer", "observer"),
                            ("dialogue_partner", "dialogue partner"),
                            ("partner", "partner"),
                            ("predecessor", "Shanghai Five"),
                        ],
                        db_comment="Status spoken of; empty for a count of several.",
                        help_text="Status spoken of; empty for a count of several.",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "numbers",
                    models.JSONField(
                        blank=True,
                        db_comment="For a count: number by status.",
                        default=dict,
                        help_text="For a count: number by status.",
                        verbose_name="numbers",
                    ),
                ),
                (
                    "date",
                    models.CharField(
                        blank=True,
                        db_comment="Date the words themselves state, EDTF.",
                        help_text="Date the words themselves state, EDTF.",
                        max_length=40,
                        verbose_name="date stated",
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("agrees", "agrees"),
                            ("differs", "differs"),
                            ("cannot_tell", "cannot tell"),
                            ("used_to_date", "used to date the article"),
                        ],
                        db_comment="Agrees, differs, cannot tell, or used to date the article; recomputed after load_reference.",
                        help_text="Agrees, differs, cannot tell, or used to date the article; recomputed after load_reference.",
                        max_length=12,
                        verbose_name="verdict",
                    ),
                ),
                (
                    "explanation",
                    models.TextField(
                        blank=True, db_comment="The verdict in words.", help_text="The verdict in words.", verbose_name="explanation"
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article that says it.",
                        help_text="The article that says it.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Who decided; empty while pending.",
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Import that last wrote the machine's columns; empty if an editor entered it.",
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
                (
                    "states",
                    models.ManyToManyField(
                        blank=True,
                        help_text="States named in the statement.",
                        related_name="membership_statements",
                        to="events.state",
                        verbose_name="states",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership statement",
                "verbose_name_plural": "membership statements",
                "db_table_comment": "What an article says about who belongs to the organization, with the verdict of the check.",
                "ordering": ["article", "start"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OperationMention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "start",
                    models.PositiveIntegerField(
                        db_comment="First character of the quote in the clean text.",
                        help_text="First character of the quote in the clean text.",
                        verbose_name="start",
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        db_comment="First character after the quote.", help_text="First character after the quote.", verbose_name="end"
                    ),
                ),
                (
                    "quote",
                    models.TextField(
                        db_comment="The exact words, equal to the clean text between start and end.",
                        help_text="The exact words, equal to the clean text between start and end.",
                        verbose_name="quote",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        db_comment="Name of the rule that read it, or “editor”.",
                        help_text="Name of the rule that read it, or “editor”.",
                        max_length=60,
                        verbose_name="rule",
                    ),
                ),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True,
                        db_comment="Version of rules and word lists.",
                        help_text="Version of rules and word lists.",
                        max_length=20,
                        verbose_name="lexicon version",
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        db_comment="How sure the rule is: sure, or to check.",
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        db_comment="Pending, accepted, corrected or rejected.",
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True,
                        db_comment="When it was decided; empty while pending.",
                        help_text="When it was decided; empty while pending.",
                        null=True,
                        verbose_name="reviewed at",
                    ),
                ),
                (
                    "review_note",
                    models.CharField(
                        blank=True,
                        db_comment="Why it was decided so.",
                        help_text="Why it was decided so.",
                        max_length=300,
                        verbose_name="review note",
                    ),
                ),
                (
                    "reading",
                    models.JSONField(
                        blank=True,
                        db_comment="What the article says: name, kind, date (EDTF), states, place, match, note.",
                        default=dict,
                        help_text="What the article says: name, kind, date (EDTF), states, place, match, note.",
                        verbose_name="reading",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article that says it.",
                        help_text="The article that says it.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "machine_operation",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What the machine read; replaced by every import that reads otherwise.",
                        help_text="What the machine read; replaced by every import that reads otherwise.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.operation",
                    ),
                ),
                (
                    "operation",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What is shown: the reviewed record, else the machine's.",
                        help_text="What is shown: the reviewed record, else the machine's.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="events.operation",
                    ),
                ),
                (
                    "reviewed_operation",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What a person decided; no import writes it.",
                        help_text="What a person decided; no import writes it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.operation",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Who decided; empty while pending.",
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Import that last wrote the machine's columns; empty if an editor entered it.",
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "mention of an operation",
                "verbose_name_plural": "mentions of operations",
                "db_table_comment": "An operation or exercise spoken of in an article, by name or by its time and participants.",
                "ordering": ["article", "start"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Outlet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "edited_fields",
                    models.JSONField(
                        blank=True,
                        db_comment="Names of the fields that a person has set; imports and reloads leave them alone.",
                        default=list,
                        editable=False,
                        help_text="Names of the fields that a person has set; imports and reloads leave them alone.",
                        verbose_name="edited fields",
                    ),
                ),
                (
                    "edited_at",
                    models.DateTimeField(
                        blank=True,
                        db_comment="When a person last edited this record; empty if nobody has.",
                        editable=False,
                        help_text="When a person last edited this record; empty if nobody has.",
                        null=True,
                        verbose_name="edited at",
                    ),
                ),
                (
                    "slug",
                    models.SlugField(
                        db_comment="Stable word for the outlet, used in addresses.",
                        help_text="Stable word for the outlet, used in addresses.",
                        max_length=60,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        db_comment="Name as the archive writes it.",
                        help_text="Name as the archive writes it.",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("official", "official body"),
                            ("agency", "news agency"),
                            ("newspaper", "newspaper"),
                            ("broadcaster", "broadcaster"),
                            ("site", "news site"),
                        ],
                        db_comment="Official body, agency, newspaper, broadcaster or site.",
                        default="site",
                        help_text="Official body, agency, newspaper, broadcaster or site.",
                        max_length=11,
                        verbose_name="kind",
                    ),
                ),
                (
                    "hosts",
                    models.JSONField(
                        blank=True,
                        db_comment="Host names of its site, without www.",
                        default=list,
                        help_text="Host names of its site, without www.",
                        verbose_name="web hosts",
                    ),
                ),
                (
                    "default_access",
                    models.CharField(
                        choices=[("full", "full text"), ("quotes", "quoted sentences only"), ("withheld", "withheld")],
                        db_comment="How much of its articles public pages show unless an article says otherwise.",
                        default="full",
                        help_text="How much of its articles public pages show unless an article says otherwise.",
                        max_length=8,
                        verbose_name="default access",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        db_comment="What a reader should know about the outlet.",
                        help_text="What a reader should know about the outlet.",
                        verbose_name="note",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("reference", "reference data"), ("import", "proposed by an import"), ("editor", "entered by an editor")],
                        db_comment="How the row came into the archive.",
                        default="editor",
                        help_text="How the row came into the archive.",
                        max_length=9,
                        verbose_name="origin",
                    ),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        db_comment="State the outlet publishes from; empty for an international body.",
                        help_text="State the outlet publishes from; empty for an international body.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outlets",
                        to="events.state",
                        verbose_name="country",
                    ),
                ),
            ],
            options={
                "verbose_name": "outlet",
                "verbose_name_plural": "outlets",
                "db_table_comment": "A publisher of articles: an official body, agency, newspaper, broadcaster or site.",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalArticle",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "edited_fields",
                    models.JSONField(
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="Names of the fields that a person has set; imports and reloads leave them alone.",
                        verbose_name="edited fields",
                    ),
                ),
                (
                    "edited_at",
                    models.DateTimeField(
                        blank=True,
                        editable=False,
                        help_text="When a person last edited this record; empty if nobody has.",
                        null=True,
                        verbose_name="edited at",
                    ),
                ),
                (
                    "date",
                    models.CharField(
                        blank=True,
                        help_text="Date as EDTF (ISO 8601-2), never finer than the source: 2001, 2001-06, 2001-06-15, or two of these with a slash; empty if not known.",
                        max_length=40,
                        verbose_name="date",
                    ),
                ),
                (
                    "start",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="First day the date may mean; empty if not known or open.",
                        null=True,
                        verbose_name="first day",
                    ),
                ),
                (
                    "end",
                    models.DateField(
                        blank=True,
                        editable=False,
                        help_text="Last day the date may mean, inclusive; empty if not known or open.",
                        null=True,
                        verbose_name="last day",
                    ),
                ),
                (
                    "precision",
                    models.CharField(
                        choices=[("day", "day"), ("month", "month"), ("year", "year"), ("interval", "interval"), ("unknown", "not known")],
                        default="unknown",
                        editable=False,
                        help_text="How precise the date is: day, month, year, interval, or unknown.",
                        max_length=8,
                        verbose_name="precision",
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        db_index=True,
                        editable=False,
                        help_text="Permanent id used in the address, derived from the source key at first sight; never changes.",
                        max_length=12,
                        verbose_name="public id",
                    ),
                ),
                (
                    "source_key",
                    models.CharField(
                        db_index=True,
                        help_text="Canonical address, else the id within the named source, else the path inside the imported folder.",
                        max_length=2000,
                        verbose_name="source key",
                    ),
                ),
                (
                    "search_no",
                    models.PositiveIntegerField(
                        db_index=True,
                        editable=False,
                        help_text="Dense number in order of arrival; never changes; the search index knows articles by it.",
                        verbose_name="search number",
                    ),
                ),
                ("title", models.CharField(help_text="Headline.", max_length=500, verbose_name="title")),
                (
                    "standfirst",
                    models.TextField(
                        blank=True, help_text="Summary under the headline, if the article has one.", verbose_name="standfirst"
                    ),
                ),
                ("byline", models.CharField(blank=True, help_text="Authors as written.", max_length=300, verbose_name="byline")),
                (
                    "language",
                    models.CharField(
                        choices=[("en", "English"), ("ru", "Russian"), ("zh", "Chinese")],
                        help_text="Language of the text.",
                        max_length=2,
                        verbose_name="language",
                    ),
                ),
                (
                    "text_version",
                    models.CharField(
                        blank=True,
                        help_text="Version of the cleaning steps that made the text.",
                        max_length=20,
                        verbose_name="cleaning version",
                    ),
                ),
                (
                    "text_sha256",
                    models.CharField(
                        help_text="Tells whether a second import meets the same text.",
                        max_length=64,
                        verbose_name="SHA-256 of the clean text",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("metadata", "metadata of the page"),
                            ("dateline", "dateline"),
                            ("text", "date line of the page"),
                            ("address", "web address"),
                            ("inferred", "inferred from the text"),
                            ("given", "given at import"),
                        ],
                        help_text="What the publication date was read from.",
                        max_length=8,
                        verbose_name="basis of the date",
                    ),
                ),
                (
                    "basis_note",
                    models.TextField(blank=True, help_text="The reasoning, for an inferred date.", verbose_name="how the date was found"),
                ),
                (
                    "access",
                    models.CharField(
                        choices=[("full", "full text"), ("quotes", "quoted sentences only"), ("withheld", "withheld")],
                        default="full",
                        help_text="How much of the text public pages show.",
                        max_length=8,
                        verbose_name="access",
                    ),
                ),
                (
                    "access_reason",
                    models.CharField(
                        blank=True, help_text="Why the text is not shown in full.", max_length=250, verbose_name="reason for the access"
                    ),
                ),
                (
                    "duplicate_group",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        help_text="Public id of the first member of the article's group of copies; empty if it has none.",
                        max_length=12,
                        verbose_name="duplicate group",
                    ),
                ),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True,
                        help_text="Version of rules and word lists that read the facts.",
                        max_length=20,
                        verbose_name="lexicon version",
                    ),
                ),
                (
                    "reading_digest",
                    models.CharField(
                        blank=True,
                        db_index=True,
                        editable=False,
                        help_text="Hash of bytes, place, options, rules, word lists and reference data; an import that meets it again reads nothing.",
                        max_length=32,
                        verbose_name="digest of the reading",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        blank=True, editable=False, help_text="When the article was first stored.", verbose_name="stored at"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                ("history_type", models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1)),
                (
                    "capture",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The original bytes the text was made from.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.capture",
                        verbose_name="capture",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "first_run",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Import that brought the article in.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="first import",
                    ),
                ),
                (
                    "last_run",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Import that last changed the article.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="last import",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Publisher; empty if the source names none.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="articles.outlet",
                        verbose_name="outlet",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical article",
                "verbose_name_plural": "historical articles",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="article",
            name="outlet",
            field=models.ForeignKey(
                blank=True,
                db_comment="Publisher; empty if the source names none.",
                help_text="Publisher; empty if the source names none.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="articles.outlet",
                verbose_name="outlet",
            ),
        ),
        migrations.CreateModel(
            name="RunChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "before",
                    models.JSONField(
                        db_comment="The changed columns and rows as they were, by table.",
                        help_text="The changed columns and rows as they were, by table.",
                        verbose_name="before",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article it changed.",
                        help_text="The article it changed.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_comment="The run.",
                        help_text="The run.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "change by an import",
                "verbose_name_plural": "changes by imports",
                "db_table_comment": "What an article and its evidence were before a run changed them, so that the run can be taken back.",
                "ordering": ["run", "id"],
            },
        ),
        migrations.CreateModel(
            name="SearchTerms",
            fields=[
                (
                    "search_no",
                    models.PositiveIntegerField(
                        db_comment="Search number of the article.",
                        help_text="Search number of the article.",
                        primary_key=True,
                        serialize=False,
                        verbose_name="search number",
                    ),
                ),
                (
                    "title",
                    models.TextField(
                        blank=True,
                        db_comment="Stems and Chinese bigrams of the headline, names added.",
                        help_text="Stems and Chinese bigrams of the headline, names added.",
                        verbose_name="terms of the title",
                    ),
                ),
                (
                    "lead",
                    models.TextField(
                        blank=True,
                        db_comment="The same of standfirst and first paragraph.",
                        help_text="The same of standfirst and first paragraph.",
                        verbose_name="terms of the lead",
                    ),
                ),
                (
                    "body",
                    models.TextField(
                        blank=True,
                        db_comment="The same of the rest of the text.",
                        help_text="The same of the rest of the text.",
                        verbose_name="terms of the body",
                    ),
                ),
                (
                    "analyser",
                    models.CharField(
                        db_comment="Version of the analyser and of the names that made the terms.",
                        db_index=True,
                        help_text="Version of the analyser and of the names that made the terms.",
                        max_length=24,
                        verbose_name="analyser",
                    ),
                ),
                (
                    "article",
                    models.OneToOneField(
                        db_comment="The article.",
                        help_text="The article.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="search_terms",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
            ],
            options={
                "verbose_name": "terms of an article",
                "verbose_name_plural": "terms of articles",
                "db_table_comment": "An article's analysed terms, from which the inverted index of either database is built.",
            },
        ),
        migrations.CreateModel(
            name="ShingleSketch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "shingle",
                    models.BigIntegerField(
                        db_comment="Hash of one sampled shingle (three words; in Chinese four characters).",
                        help_text="Hash of one sampled shingle (three words; in Chinese four characters).",
                        verbose_name="shingle",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article.",
                        db_index=False,
                        help_text="The article.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shingles",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
            ],
            options={
                "verbose_name": "shingle",
                "verbose_name_plural": "shingles",
                "db_table_comment": "One sampled shingle hash of an article, by which candidates for copies are found.",
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "start",
                    models.PositiveIntegerField(
                        db_comment="First character of the quote in the clean text.",
                        help_text="First character of the quote in the clean text.",
                        verbose_name="start",
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        db_comment="First character after the quote.", help_text="First character after the quote.", verbose_name="end"
                    ),
                ),
                (
                    "quote",
                    models.TextField(
                        db_comment="The exact words, equal to the clean text between start and end.",
                        help_text="The exact words, equal to the clean text between start and end.",
                        verbose_name="quote",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        db_comment="Name of the rule that read it, or “editor”.",
                        help_text="Name of the rule that read it, or “editor”.",
                        max_length=60,
                        verbose_name="rule",
                    ),
                ),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True,
                        db_comment="Version of rules and word lists.",
                        help_text="Version of rules and word lists.",
                        max_length=20,
                        verbose_name="lexicon version",
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        db_comment="How sure the rule is: sure, or to check.",
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        db_comment="Pending, accepted, corrected or rejected.",
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True,
                        db_comment="When it was decided; empty while pending.",
                        help_text="When it was decided; empty while pending.",
                        null=True,
                        verbose_name="reviewed at",
                    ),
                ),
                (
                    "review_note",
                    models.CharField(
                        blank=True,
                        db_comment="Why it was decided so.",
                        help_text="Why it was decided so.",
                        max_length=300,
                        verbose_name="review note",
                    ),
                ),
                (
                    "speaker",
                    models.CharField(db_comment="Name as written.", help_text="Name as written.", max_length=160, verbose_name="speaker"),
                ),
                (
                    "role",
                    models.CharField(
                        blank=True,
                        db_comment="Role or office as written.",
                        help_text="Role or office as written.",
                        max_length=300,
                        verbose_name="role",
                    ),
                ),
                (
                    "direct",
                    models.BooleanField(
                        db_comment="Quoted word for word, as opposed to reported.",
                        default=True,
                        help_text="Quoted word for word, as opposed to reported.",
                        verbose_name="direct",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article that says it.",
                        help_text="The article that says it.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Who decided; empty while pending.",
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Import that last wrote the machine's columns; empty if an editor entered it.",
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "statement",
                "verbose_name_plural": "statements",
                "db_table_comment": "Who said what: the words quoted or reported, with the speaker and role as written.",
                "ordering": ["article", "start"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StateMention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "start",
                    models.PositiveIntegerField(
                        db_comment="First character of the quote in the clean text.",
                        help_text="First character of the quote in the clean text.",
                        verbose_name="start",
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        db_comment="First character after the quote.", help_text="First character after the quote.", verbose_name="end"
                    ),
                ),
                (
                    "quote",
                    models.TextField(
                        db_comment="The exact words, equal to the clean text between start and end.",
                        help_text="The exact words, equal to the clean text between start and end.",
                        verbose_name="quote",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        db_comment="Name of the rule that read it, or “editor”.",
                        help_text="Name of the rule that read it, or “editor”.",
                        max_length=60,
                        verbose_name="rule",
                    ),
                ),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True,
                        db_comment="Version of rules and word lists.",
                        help_text="Version of rules and word lists.",
                        max_length=20,
                        verbose_name="lexicon version",
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        db_comment="How sure the rule is: sure, or to check.",
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        db_comment="Pending, accepted, corrected or rejected.",
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True,
                        db_comment="When it was decided; empty while pending.",
                        help_text="When it was decided; empty while pending.",
                        null=True,
                        verbose_name="reviewed at",
                    ),
                ),
                (
                    "review_note",
                    models.CharField(
                        blank=True,
                        db_comment="Why it was decided so.",
                        help_text="Why it was decided so.",
                        max_length=300,
                        verbose_name="review note",
                    ),
                ),
                (
                    "is_subject",
                    models.BooleanField(
                        db_comment="Whether the article is about the state or names it as venue or participant, not only in a background list.",
                        default=True,
                        help_text="Whether the article is about the state or names it as venue or participant, not only in a background list.",
                        verbose_name="subject",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article that says it.",
                        help_text="The article that says it.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "machine_state",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What the machine read; replaced by every import that reads otherwise.",
                        help_text="What the machine read; replaced by every import that reads otherwise.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.state",
                    ),
                ),
                (
                    "reviewed_state",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What a person decided; no import writes it.",
                        help_text="What a person decided; no import writes it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.state",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Who decided; empty while pending.",
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Import that last wrote the machine's columns; empty if an editor entered it.",
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What is shown: the reviewed record, else the machine's.",
                        help_text="What is shown: the reviewed record, else the machine's.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="events.state",
                    ),
                ),
            ],
            options={
                "verbose_name": "mention of a state",
                "verbose_name_plural": "mentions of states",
                "db_table_comment": "A state named in an article, as its subject or in passing.",
                "ordering": ["article", "start"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StatisticMention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "start",
                    models.PositiveIntegerField(
                        db_comment="First character of the quote in the clean text.",
                        help_text="First character of the quote in the clean text.",
                        verbose_name="start",
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        db_comment="First character after the quote.", help_text="First character after the quote.", verbose_name="end"
                    ),
                ),
                (
                    "quote",
                    models.TextField(
                        db_comment="The exact words, equal to the clean text between start and end.",
                        help_text="The exact words, equal to the clean text between start and end.",
                        verbose_name="quote",
                    ),
                ),
                (
                    "rule",
                    models.CharField(
                        db_comment="Name of the rule that read it, or “editor”.",
                        help_text="Name of the rule that read it, or “editor”.",
                        max_length=60,
                        verbose_name="rule",
                    ),
                ),
                (
                    "lexicon_version",
                    models.CharField(
                        blank=True,
                        db_comment="Version of rules and word lists.",
                        help_text="Version of rules and word lists.",
                        max_length=20,
                        verbose_name="lexicon version",
                    ),
                ),
                (
                    "lane",
                    models.CharField(
                        choices=[("sure", "sure"), ("check", "to check")],
                        db_comment="How sure the rule is: sure, or to check.",
                        default="check",
                        help_text="How sure the rule is: sure, or to check.",
                        max_length=5,
                        verbose_name="lane",
                    ),
                ),
                (
                    "review_state",
                    models.CharField(
                        choices=[
                            ("pending", "read by machine, not yet reviewed"),
                            ("accepted", "accepted"),
                            ("corrected", "corrected"),
                            ("rejected", "rejected"),
                        ],
                        db_comment="Pending, accepted, corrected or rejected.",
                        default="pending",
                        help_text="Pending, accepted, corrected or rejected.",
                        max_length=9,
                        verbose_name="review",
                    ),
                ),
                (
                    "reviewed_at",
                    models.DateTimeField(
                        blank=True,
                        db_comment="When it was decided; empty while pending.",
                        help_text="When it was decided; empty while pending.",
                        null=True,
                        verbose_name="reviewed at",
                    ),
                ),
                (
                    "review_note",
                    models.CharField(
                        blank=True,
                        db_comment="Why it was decided so.",
                        help_text="Why it was decided so.",
                        max_length=300,
                        verbose_name="review note",
                    ),
                ),
                (
                    "measure_code",
                    models.CharField(
                        blank=True,
                        db_comment="Code of the measure the machine read; part of the natural key, as one span may carry two measures.",
                        help_text="Code of the measure the machine read; part of the natural key, as one span may carry two measures.",
                        max_length=60,
                        verbose_name="measure",
                    ),
                ),
                (
                    "value_text",
                    models.CharField(
                        db_comment="The number as this article writes it.",
                        help_text="The number as this article writes it.",
                        max_length=120,
                        verbose_name="number as written",
                    ),
                ),
                (
                    "unit_text",
                    models.CharField(
                        blank=True,
                        db_comment="The unit or counted thing as this article writes it.",
                        help_text="The unit or counted thing as this article writes it.",
                        max_length=120,
                        verbose_name="unit as written",
                    ),
                ),
                (
                    "qualifier_text",
                    models.CharField(
                        blank=True,
                        db_comment="The qualifying words of this article.",
                        help_text="The qualifying words of this article.",
                        max_length=60,
                        verbose_name="qualifier as written",
                    ),
                ),
                (
                    "period_text",
                    models.CharField(
                        blank=True,
                        db_comment="The words that give the period.",
                        help_text="The words that give the period.",
                        max_length=160,
                        verbose_name="period as written",
                    ),
                ),
                (
                    "verb_start",
                    models.PositiveIntegerField(
                        blank=True,
                        db_comment="First character of the governing verb.",
                        help_text="First character of the governing verb.",
                        null=True,
                        verbose_name="verb, start",
                    ),
                ),
                (
                    "verb_end",
                    models.PositiveIntegerField(
                        blank=True,
                        db_comment="First character after it.",
                        help_text="First character after it.",
                        null=True,
                        verbose_name="verb, end",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article that says it.",
                        help_text="The article that says it.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "machine_statistic",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What the machine read; replaced by every import that reads otherwise.",
                        help_text="What the machine read; replaced by every import that reads otherwise.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.operationstatistic",
                    ),
                ),
                (
                    "reviewed_statistic",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What a person decided; no import writes it.",
                        help_text="What a person decided; no import writes it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="events.operationstatistic",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Who decided; empty while pending.",
                        help_text="Who decided; empty while pending.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="reviewer",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Import that last wrote the machine's columns; empty if an editor entered it.",
                        help_text="Import that last wrote the machine's columns; empty if an editor entered it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.importrun",
                        verbose_name="import",
                    ),
                ),
                (
                    "statistic",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What is shown: the reviewed record, else the machine's.",
                        help_text="What is shown: the reviewed record, else the machine's.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="events.operationstatistic",
                    ),
                ),
            ],
            options={
                "verbose_name": "mention of a figure",
                "verbose_name_plural": "mentions of figures",
                "db_table_comment": "The words in which an article reports a figure.",
                "ordering": ["article", "start"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ArticleAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "url",
                    models.CharField(
                        db_comment="The address, canonical or as met.",
                        help_text="The address, canonical or as met.",
                        max_length=2000,
                        unique=True,
                        verbose_name="address",
                    ),
                ),
                (
                    "canonical",
                    models.BooleanField(
                        db_comment="Whether this is the article's canonical address.",
                        default=False,
                        help_text="Whether this is the article's canonical address.",
                        verbose_name="canonical",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        db_comment="The article it leads to.",
                        help_text="The article it leads to.",
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="addresses",
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
            ],
            options={
                "verbose_name": "address of an article",
                "verbose_name_plural": "addresses of articles",
                "db_table_comment": "A further web address under which an article was met.",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("url", ""), _negated=True),
                        name="address_not_empty",
                        violation_error_message="An address is not empty.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("canonical", True)),
                        fields=("article",),
                        name="address_one_canonical",
                        violation_error_message="An article has one canonical address.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="articletopic",
            constraint=models.UniqueConstraint(
                fields=("article", "topic"), name="article_topic_once", violation_error_message="The article already has this topic."
            ),
        ),
        migrations.AddConstraint(
            model_name="articletopic",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                name="article_topic_origin_known",
                violation_error_message="Unknown origin.",
            ),
        ),
        migrations.AddConstraint(
            model_name="caption",
            constraint=models.UniqueConstraint(
                fields=("article", "start"), name="caption_once", violation_error_message="There is already a caption at that place."
            ),
        ),
        migrations.AddConstraint(
            model_name="caption",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))),
                name="caption_span_not_empty",
                violation_error_message="The span is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.UniqueConstraint(
                fields=("article_sha256", "quote"), name="correction_once", violation_error_message="These words are already corrected."
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("quote", ""), _negated=True), models.Q(("right_value", ""), _negated=True)),
                name="correction_quote_not_empty",
                violation_error_message="A correction quotes the words and says what is right.",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("evidence_url", ""), _negated=True),
                name="correction_evidence_required",
                violation_error_message="A correction needs the address of its evidence.",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("author", ""), _negated=True),
                name="correction_author_required",
                violation_error_message="A correction has an author.",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("article__isnull", True), ("end__isnull", True), ("start__isnull", True)),
                    models.Q(("article__isnull", False), ("end__gt", models.F("start")), ("end__isnull", False), ("start__isnull", False)),
                    _connector="OR",
                ),
                name="correction_span_when_placed",
                violation_error_message="A placed correction has a span; a waiting one has none.",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["number", "date", "place", "membership", "name", "translation", "unit", "superseded"])),
                name="correction_kind_known",
                violation_error_message="Unknown kind.",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                name="correction_origin_known",
                violation_error_message="Unknown origin.",
            ),
        ),
        migrations.AddConstraint(
            model_name="importissue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("message", ""), _negated=True), models.Q(("source", ""), _negated=True), models.Q(("code", ""), _negated=True)
                ),
                name="issue_explained",
                violation_error_message="An issue names source, kind and reason.",
            ),
        ),
        migrations.AddConstraint(
            model_name="importissue",
            constraint=models.CheckConstraint(
                condition=models.Q(("severity__in", ["error", "warning"])),
                name="issue_severity_known",
                violation_error_message="Unknown severity.",
            ),
        ),
        migrations.AddConstraint(
            model_name="articleversion",
            constraint=models.UniqueConstraint(
                fields=("article", "number"),
                name="version_number_once",
                violation_error_message="The article already has a version with that number.",
            ),
        ),
        migrations.AddConstraint(
            model_name="articleversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__gte", 1)), name="version_number_positive", violation_error_message="Versions count from 1."
            ),
        ),
        migrations.AddIndex(
            model_name="meetingmention",
            index=models.Index(fields=["meeting", "article"], name="meetingmention_by_meeting"),
        ),
        migrations.AddConstraint(
            model_name="meetingmention",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))),
                name="meetingmention_span_not_empty",
                violation_error_message="The span is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingmention",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("quote", ""), _negated=True), models.Q(("rule", ""), _negated=True)),
                name="meetingmention_quote_not_empty",
                violation_error_message="Evidence has quoted words and a rule.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingmention",
            constraint=models.CheckConstraint(
                condition=models.Q(("lane__in", ["sure", "check"])),
                name="meetingmention_lane_known",
                violation_error_message="Unknown lane.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingmention",
            constraint=models.CheckConstraint(
                condition=models.Q(("review_state__in", ["pending", "accepted", "corrected", "rejected"])),
                name="meetingmention_review_known",
                violation_error_message="Unknown review state.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_state", "pending"), ("reviewed_at__isnull", True), ("reviewer__isnull", True)),
                    models.Q(
                        models.Q(("review_state", "pending"), _negated=True), ("reviewed_at__isnull", False), ("reviewer__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="meetingmention_decision_signed",
                violation_error_message="A decision names its reviewer and time; a pending row has neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingmention",
            constraint=models.UniqueConstraint(
                fields=("article", "start", "end"),
                name="meetingmention_once",
                violation_error_message="There is already a mention of this at that place.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("meeting__isnull", False), ("reviewed_meeting__isnull", False), ("meeting", models.F("reviewed_meeting"))),
                    models.Q(
                        ("machine_meeting__isnull", False),
                        ("meeting__isnull", False),
                        ("reviewed_meeting__isnull", True),
                        ("meeting", models.F("machine_meeting")),
                    ),
                    models.Q(("machine_meeting__isnull", True), ("meeting__isnull", True), ("reviewed_meeting__isnull", True)),
                    _connector="OR",
                ),
                name="meetingmention_target_follows_review",
                violation_error_message="The shown record is the reviewed one, else the machine's.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_state", "corrected"), _negated=True), ("reviewed_meeting__isnull", False), _connector="OR"
                ),
                name="meetingmention_correction_has_value",
                violation_error_message="A correction names the right record.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("attendance_end__isnull", True),
                        ("attendance_high__isnull", True),
                        ("attendance_low__isnull", True),
                        ("attendance_qualifier", ""),
                        ("attendance_start__isnull", True),
                    ),
                    models.Q(
                        models.Q(("attendance_qualifier", ""), _negated=True),
                        models.Q(("attendance_low__isnull", False), ("attendance_high__isnull", False), _connector="OR"),
                        ("attendance_end__gt", models.F("attendance_start")),
                        ("attendance_end__isnull", False),
                        ("attendance_start__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="meetingmention_attendance_whole",
                violation_error_message="Attendance has a bound, a qualifier and a span, or none of them.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("attendance_low__isnull", True),
                    ("attendance_high__isnull", True),
                    ("attendance_low__lte", models.F("attendance_high")),
                    _connector="OR",
                ),
                name="meetingmention_attendance_ordered",
                violation_error_message="The lower bound lies above the upper.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membershipstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))),
                name="membershipstatement_span_not_empty",
                violation_error_message="The span is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membershipstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("quote", ""), _negated=True), models.Q(("rule", ""), _negated=True)),
                name="membershipstatement_quote_not_empty",
                violation_error_message="Evidence has quoted words and a rule.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membershipstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("lane__in", ["sure", "check"])),
                name="membershipstatement_lane_known",
                violation_error_message="Unknown lane.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membershipstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("review_state__in", ["pending", "accepted", "corrected", "rejected"])),
                name="membershipstatement_review_known",
                violation_error_message="Unknown review state.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membershipstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_state", "pending"), ("reviewed_at__isnull", True), ("reviewer__isnull", True)),
                    models.Q(
                        models.Q(("review_state", "pending"), _negated=True), ("reviewed_at__isnull", False), ("reviewer__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="membershipstatement_decision_signed",
                violation_error_message="A decision names its reviewer and time; a pending row has neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membershipstatement",
            constraint=models.UniqueConstraint(
                fields=("article", "start", "end", "kind"),
                name="membershipstatement_once",
                violation_error_message="There is already such a statement at that place.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membershipstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["count", "founding", "newest", "named_as"])),
                name="membershipstatement_kind_known",
                violation_error_message="Unknown kind.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membershipstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(("verdict__in", ["agrees", "differs", "cannot_tell", "used_to_date"])),
                name="membershipstatement_verdict_known",
                violation_error_message="Unknown verdict.",
            ),
        ),
        migrations.AddConstraint(
            model_name="membershipstatement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", ""), ("status__in", ["member", "observer", "dialogue_partner", "partner", "predecessor"]), _connector="OR"
                ),
                name="membershipstatement_status_known",
                violation_error_message="Unknown status.",
            ),
        ),
        migrations.AddIndex(
            model_name="operationmention",
            index=models.Index(fields=["operation", "article"], name="operationmention_by_operation"),
        ),
        migrations.AddConstraint(
            model_name="operationmention",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))),
                name="operationmention_span_not_empty",
                violation_error_message="The span is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operationmention",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("quote", ""), _negated=True), models.Q(("rule", ""), _negated=True)),
                name="operationmention_quote_not_empty",
                violation_error_message="Evidence has quoted words and a rule.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operationmention",
            constraint=models.CheckConstraint(
                condition=models.Q(("lane__in", ["sure", "check"])),
                name="operationmention_lane_known",
                violation_error_message="Unknown lane.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operationmention",
            constraint=models.CheckConstraint(
                condition=models.Q(("review_state__in", ["pending", "accepted", "corrected", "rejected"])),
                name="operationmention_review_known",
                violation_error_message="Unknown review state.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operationmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_state", "pending"), ("reviewed_at__isnull", True), ("reviewer__isnull", True)),
                    models.Q(
                        models.Q(("review_state", "pending"), _negated=True), ("reviewed_at__isnull", False), ("reviewer__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="operationmention_decision_signed",
                violation_error_message="A decision names its reviewer and time; a pending row has neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operationmention",
            constraint=models.UniqueConstraint(
                fields=("article", "start", "end"),
                name="operationmention_once",
                violation_error_message="There is already a mention of this at that place.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operationmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("operation__isnull", False), ("reviewed_operation__isnull", False), ("operation", models.F("reviewed_operation"))
                    ),
                    models.Q(
                        ("machine_operation__isnull", False),
                        ("operation__isnull", False),
                        ("reviewed_operation__isnull", True),
                        ("operation", models.F("machine_operation")),
                    ),
                    models.Q(("machine_operation__isnull", True), ("operation__isnull", True), ("reviewed_operation__isnull", True)),
                    _connector="OR",
                ),
                name="operationmention_target_follows_review",
                violation_error_message="The shown record is the reviewed one, else the machine's.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operationmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_state", "corrected"), _negated=True), ("reviewed_operation__isnull", False), _connector="OR"
                ),
                name="operationmention_correction_has_value",
                violation_error_message="A correction names the right record.",
            ),
        ),
        migrations.AddConstraint(
            model_name="outlet",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="outlet_name_not_empty",
                violation_error_message="An outlet has a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="outlet",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["official", "agency", "newspaper", "broadcaster", "site"])),
                name="outlet_kind_known",
                violation_error_message="Unknown kind.",
            ),
        ),
        migrations.AddConstraint(
            model_name="outlet",
            constraint=models.CheckConstraint(
                condition=models.Q(("default_access__in", ["full", "quotes", "withheld"])),
                name="outlet_access_known",
                violation_error_message="Unknown access.",
            ),
        ),
        migrations.AddConstraint(
            model_name="outlet",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                name="outlet_origin_known",
                violation_error_message="Unknown origin.",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["-start", "-search_no"], name="article_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("title", ""), _negated=True),
                name="article_title_not_empty",
                violation_error_message="An article has a title.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True),
                name="article_text_not_empty",
                violation_error_message="An article has a text.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("access", "full"), models.Q(("access_reason", ""), _negated=True), _connector="OR"),
                name="article_access_reason_given",
                violation_error_message="Say why the text is not shown in full.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("basis", ""), ("date", "")),
                    models.Q(models.Q(("date", ""), _negated=True), models.Q(("basis", ""), _negated=True)),
                    _connector="OR",
                ),
                name="article_date_has_basis",
                violation_error_message="A date has a basis, and no date has none.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("basis", "inferred"), _negated=True), models.Q(("basis_note", ""), _negated=True), _connector="OR"
                ),
                name="article_inference_explained",
                violation_error_message="An inferred date needs its reasoning.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("language__in", ["en", "ru", "zh"])),
                name="article_language_known",
                violation_error_message="Unknown language.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("access__in", ["full", "quotes", "withheld"])),
                name="article_access_known",
                violation_error_message="Unknown access.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("start__isnull", True), ("end__isnull", True), ("end__gte", models.F("start")), _connector="OR"),
                name="article_interval_ordered",
                violation_error_message="The date ends before it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("start__isnull", True), ("start__range", (datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))), _connector="OR"
                    ),
                    models.Q(
                        ("end__isnull", True), ("end__range", (datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))), _connector="OR"
                    ),
                ),
                name="article_date_in_range",
                violation_error_message="The date lies outside 1990 to 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("date", ""), ("end__isnull", True), ("precision", "unknown"), ("start__isnull", True)),
                    models.Q(
                        ("end__isnull", False),
                        ("precision__in", ["day", "month", "year"]),
                        ("start__isnull", False),
                        models.Q(("date", ""), _negated=True),
                    ),
                    models.Q(
                        ("precision", "interval"),
                        models.Q(("date", ""), _negated=True),
                        models.Q(("start__isnull", False), ("end__isnull", False), _connector="OR"),
                    ),
                    _connector="OR",
                ),
                name="article_precision_known",
                violation_error_message="Date, days and precision do not belong together.",
            ),
        ),
        migrations.AddConstraint(
            model_name="runchange",
            constraint=models.UniqueConstraint(
                fields=("run", "article"), name="change_once", violation_error_message="A run changes an article once."
            ),
        ),
        migrations.AddIndex(
            model_name="shinglesketch",
            index=models.Index(fields=["article"], name="shingle_by_article"),
        ),
        migrations.AddConstraint(
            model_name="shinglesketch",
            constraint=models.UniqueConstraint(fields=("shingle", "article"), name="shingle_once"),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))),
                name="statement_span_not_empty",
                violation_error_message="The span is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("quote", ""), _negated=True), models.Q(("rule", ""), _negated=True)),
                name="statement_quote_not_empty",
                violation_error_message="Evidence has quoted words and a rule.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("lane__in", ["sure", "check"])), name="statement_lane_known", violation_error_message="Unknown lane."
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("review_state__in", ["pending", "accepted", "corrected", "rejected"])),
                name="statement_review_known",
                violation_error_message="Unknown review state.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_state", "pending"), ("reviewed_at__isnull", True), ("reviewer__isnull", True)),
                    models.Q(
                        models.Q(("review_state", "pending"), _negated=True), ("reviewed_at__isnull", False), ("reviewer__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="statement_decision_signed",
                violation_error_message="A decision names its reviewer and time; a pending row has neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                fields=("article", "start", "end"),
                name="statement_once",
                violation_error_message="There is already a statement at that place.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(("speaker", ""), _negated=True),
                name="statement_speaker_not_empty",
                violation_error_message="A statement has a speaker.",
            ),
        ),
        migrations.AddIndex(
            model_name="statemention",
            index=models.Index(fields=["state", "article"], name="statemention_by_state"),
        ),
        migrations.AddConstraint(
            model_name="statemention",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))),
                name="statemention_span_not_empty",
                violation_error_message="The span is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statemention",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("quote", ""), _negated=True), models.Q(("rule", ""), _negated=True)),
                name="statemention_quote_not_empty",
                violation_error_message="Evidence has quoted words and a rule.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statemention",
            constraint=models.CheckConstraint(
                condition=models.Q(("lane__in", ["sure", "check"])), name="statemention_lane_known", violation_error_message="Unknown lane."
            ),
        ),
        migrations.AddConstraint(
            model_name="statemention",
            constraint=models.CheckConstraint(
                condition=models.Q(("review_state__in", ["pending", "accepted", "corrected", "rejected"])),
                name="statemention_review_known",
                violation_error_message="Unknown review state.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statemention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_state", "pending"), ("reviewed_at__isnull", True), ("reviewer__isnull", True)),
                    models.Q(
                        models.Q(("review_state", "pending"), _negated=True), ("reviewed_at__isnull", False), ("reviewer__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="statemention_decision_signed",
                violation_error_message="A decision names its reviewer and time; a pending row has neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statemention",
            constraint=models.UniqueConstraint(
                fields=("article", "start", "end"),
                name="statemention_once",
                violation_error_message="There is already a mention of this at that place.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statemention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_state__isnull", False), ("state__isnull", False), ("state", models.F("reviewed_state"))),
                    models.Q(
                        ("machine_state__isnull", False),
                        ("reviewed_state__isnull", True),
                        ("state__isnull", False),
                        ("state", models.F("machine_state")),
                    ),
                    models.Q(("machine_state__isnull", True), ("reviewed_state__isnull", True), ("state__isnull", True)),
                    _connector="OR",
                ),
                name="statemention_target_follows_review",
                violation_error_message="The shown record is the reviewed one, else the machine's.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statemention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_state", "corrected"), _negated=True), ("reviewed_state__isnull", False), _connector="OR"
                ),
                name="statemention_correction_has_value",
                violation_error_message="A correction names the right record.",
            ),
        ),
        migrations.AddIndex(
            model_name="statisticmention",
            index=models.Index(fields=["statistic", "article"], name="statisticmention_by_statistic"),
        ),
        migrations.AddConstraint(
            model_name="statisticmention",
            constraint=models.CheckConstraint(
                condition=models.Q(("end__gt", models.F("start"))),
                name="statisticmention_span_not_empty",
                violation_error_message="The span is empty.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statisticmention",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("quote", ""), _negated=True), models.Q(("rule", ""), _negated=True)),
                name="statisticmention_quote_not_empty",
                violation_error_message="Evidence has quoted words and a rule.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statisticmention",
            constraint=models.CheckConstraint(
                condition=models.Q(("lane__in", ["sure", "check"])),
                name="statisticmention_lane_known",
                violation_error_message="Unknown lane.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statisticmention",
            constraint=models.CheckConstraint(
                condition=models.Q(("review_state__in", ["pending", "accepted", "corrected", "rejected"])),
                name="statisticmention_review_known",
                violation_error_message="Unknown review state.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statisticmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_state", "pending"), ("reviewed_at__isnull", True), ("reviewer__isnull", True)),
                    models.Q(
                        models.Q(("review_state", "pending"), _negated=True), ("reviewed_at__isnull", False), ("reviewer__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="statisticmention_decision_signed",
                violation_error_message="A decision names its reviewer and time; a pending row has neither.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statisticmention",
            constraint=models.UniqueConstraint(
                fields=("article", "start", "end", "measure_code"),
                name="statisticmention_once",
                violation_error_message="There is already a mention of this at that place.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statisticmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("reviewed_statistic__isnull", False), ("statistic__isnull", False), ("statistic", models.F("reviewed_statistic"))
                    ),
                    models.Q(
                        ("machine_statistic__isnull", False),
                        ("reviewed_statistic__isnull", True),
                        ("statistic__isnull", False),
                        ("statistic", models.F("machine_statistic")),
                    ),
                    models.Q(("machine_statistic__isnull", True), ("reviewed_statistic__isnull", True), ("statistic__isnull", True)),
                    _connector="OR",
                ),
                name="statisticmention_target_follows_review",
                violation_error_message="The shown record is the reviewed one, else the machine's.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statisticmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review_state", "corrected"), _negated=True), ("reviewed_statistic__isnull", False), _connector="OR"
                ),
                name="statisticmention_correction_has_value",
                violation_error_message="A correction names the right record.",
            ),
        ),
        migrations.AddConstraint(
            model_name="statisticmention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("verb_end__isnull", True), ("verb_start__isnull", True)),
                    models.Q(("verb_end__gt", models.F("verb_start")), ("verb_end__isnull", False), ("verb_start__isnull", False)),
                    _connector="OR",
                ),
                name="statisticmention_verb_whole",
                violation_error_message="The verb has a start and an end, or neither.",
            ),
        ),
        migrations.RunPython(install_index, remove_index),
    ]
