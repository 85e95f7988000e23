import datetime

import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from events.overlap import install_rule, remove_rule


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Measure",
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
                    "code",
                    models.SlugField(
                        db_comment="Stable code of the measure.",
                        help_text="Stable code of the measure.",
                        max_length=60,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("label", models.CharField(db_comment="English label.", help_text="English label.", max_length=120, verbose_name="label")),
                (
                    "label_ru",
                    models.CharField(
                        blank=True, db_comment="Russian label.", help_text="Russian label.", max_length=120, verbose_name="Russian label"
                    ),
                ),
                (
                    "label_zh",
                    models.CharField(
                        blank=True, db_comment="Chinese label.", help_text="Chinese label.", max_length=120, verbose_name="Chinese label"
                    ),
                ),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("persons", "persons"),
                            ("items", "items"),
                            ("events", "events"),
                            ("mass", "mass"),
                            ("length", "length"),
                            ("money", "money"),
                        ],
                        db_comment="Persons, items, events, mass, length or money.",
                        help_text="Persons, items, events, mass, length or money.",
                        max_length=7,
                        verbose_name="dimension",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        db_comment="Unit in which figures of the measure are compared; “currency” for money, compared within one currency only.",
                        help_text="Unit in which figures of the measure are compared; “currency” for money, compared within one currency only.",
                        max_length=20,
                        verbose_name="unit",
                    ),
                ),
                (
                    "definition",
                    models.TextField(
                        db_comment="What is counted and what is not.",
                        help_text="What is counted and what is not.",
                        verbose_name="definition",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        db_comment="Place in the printed order.",
                        default=0,
                        help_text="Place in the printed order.",
                        verbose_name="position",
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
            ],
            options={
                "verbose_name": "measure",
                "verbose_name_plural": "measures",
                "db_table_comment": "What a reported figure counts or weighs, with its definition and unit.",
                "ordering": ["position", "label"],
            },
        ),
        migrations.CreateModel(
            name="MeetingSeries",
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
                        db_comment="Stable word for the series, used in addresses.",
                        help_text="Stable word for the series, used in addresses.",
                        max_length=60,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                ("name", models.CharField(db_comment="English name.", help_text="English name.", max_length=200, verbose_name="name")),
                (
                    "name_ru",
                    models.CharField(
                        blank=True, db_comment="Russian name.", help_text="Russian name.", max_length=200, verbose_name="Russian name"
                    ),
                ),
                (
                    "name_zh",
                    models.CharField(
                        blank=True, db_comment="Chinese name.", help_text="Chinese name.", max_length=200, verbose_name="Chinese name"
                    ),
                ),
                (
                    "framework",
                    models.CharField(
                        choices=[
                            ("SCO", "Shanghai Cooperation Organization"),
                            ("CIS", "Commonwealth of Independent States"),
                            ("CSTO", "Collective Security Treaty Organization"),
                            ("bilateral", "bilateral"),
                            ("other", "other"),
                        ],
                        db_comment="Whose series it is.",
                        default="SCO",
                        help_text="Whose series it is.",
                        max_length=9,
                        verbose_name="framework",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        db_comment="What a reader should know about the series and its numbering.",
                        help_text="What a reader should know about the series and its numbering.",
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
            ],
            options={
                "verbose_name": "meeting series",
                "verbose_name_plural": "meeting series",
                "db_table_comment": "A body or conference that meets again and again, often under a running number.",
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Operation",
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
                    "slug",
                    models.SlugField(
                        db_comment="Stable word for the operation, used in addresses.",
                        help_text="Stable word for the operation, used in addresses.",
                        max_length=80,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                ("name", models.CharField(db_comment="English name.", help_text="English name.", max_length=160, verbose_name="name")),
                (
                    "name_ru",
                    models.CharField(
                        blank=True, db_comment="Russian name.", help_text="Russian name.", max_length=160, verbose_name="Russian name"
                    ),
                ),
                (
                    "name_zh",
                    models.CharField(
                        blank=True, db_comment="Chinese name.", help_text="Chinese name.", max_length=160, verbose_name="Chinese name"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("border operation", "border operation"),
                            ("anti-terror exercise", "anti-terror exercise"),
                            ("cyber exercise", "cyber exercise"),
                            ("military exercise", "military exercise"),
                            ("anti-drug operation", "anti-drug operation"),
                            ("police operation", "police operation"),
                            ("other", "other"),
                        ],
                        db_comment="Border operation, anti-terror, cyber or military exercise, anti-drug or police operation.",
                        help_text="Border operation, anti-terror, cyber or military exercise, anti-drug or police operation.",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "framework",
                    models.CharField(
                        choices=[
                            ("SCO", "Shanghai Cooperation Organization"),
                            ("CIS", "Commonwealth of Independent States"),
                            ("CSTO", "Collective Security Treaty Organization"),
                            ("bilateral", "bilateral"),
                            ("other", "other"),
                        ],
                        db_comment="Whose operation it is; look-alikes of other bodies differ here.",
                        default="SCO",
                        help_text="Whose operation it is; look-alikes of other bodies differ here.",
                        max_length=9,
                        verbose_name="framework",
                    ),
                ),
                (
                    "period_text",
                    models.CharField(
                        blank=True,
                        db_comment="The time in the words of the sources.",
                        help_text="The time in the words of the sources.",
                        max_length=250,
                        verbose_name="period as reported",
                    ),
                ),
                (
                    "location",
                    models.CharField(
                        blank=True, db_comment="Place or area.", help_text="Place or area.", max_length=250, verbose_name="place"
                    ),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True,
                        db_comment="Address of the page that states the fact; empty for an operation read from an imported article.",
                        help_text="Address of the page that states the fact; empty for an operation read from an imported article.",
                        max_length=700,
                        verbose_name="source",
                    ),
                ),
                (
                    "source_url_2",
                    models.URLField(
                        blank=True,
                        db_comment="Address of a second page.",
                        help_text="Address of a second page.",
                        max_length=700,
                        verbose_name="second source",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        db_comment="What a reader should know about this row.",
                        help_text="What a reader should know about this row.",
                        verbose_name="note",
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        db_comment="How well the fact is attested.",
                        default="medium",
                        help_text="How well the fact is attested.",
                        max_length=6,
                        verbose_name="confidence",
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
            ],
            options={
                "verbose_name": "operation",
                "verbose_name_plural": "operations",
                "db_table_comment": "A joint operation or exercise, named or known by its time and participants.",
                "ordering": ["-start", "name"],
            },
        ),
        migrations.CreateModel(
            name="HistoricalMeasure",
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
                ("code", models.SlugField(help_text="Stable code of the measure.", max_length=60, verbose_name="code")),
                ("label", models.CharField(help_text="English label.", max_length=120, verbose_name="label")),
                ("label_ru", models.CharField(blank=True, help_text="Russian label.", max_length=120, verbose_name="Russian label")),
                ("label_zh", models.CharField(blank=True, help_text="Chinese label.", max_length=120, verbose_name="Chinese label")),
                (
                    "dimension",
                    models.CharField(
                        choices=[
                            ("persons", "persons"),
                            ("items", "items"),
                            ("events", "events"),
                            ("mass", "mass"),
                            ("length", "length"),
                            ("money", "money"),
                        ],
                        help_text="Persons, items, events, mass, length or money.",
                        max_length=7,
                        verbose_name="dimension",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        help_text="Unit in which figures of the measure are compared; “currency” for money, compared within one currency only.",
                        max_length=20,
                        verbose_name="unit",
                    ),
                ),
                ("definition", models.TextField(help_text="What is counted and what is not.", verbose_name="definition")),
                ("position", models.PositiveSmallIntegerField(default=0, help_text="Place in the printed order.", verbose_name="position")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "historical measure",
                "verbose_name_plural": "historical measures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeetingSeries",
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
                ("slug", models.SlugField(help_text="Stable word for the series, used in addresses.", max_length=60, verbose_name="slug")),
                ("name", models.CharField(help_text="English name.", max_length=200, verbose_name="name")),
                ("name_ru", models.CharField(blank=True, help_text="Russian name.", max_length=200, verbose_name="Russian name")),
                ("name_zh", models.CharField(blank=True, help_text="Chinese name.", max_length=200, verbose_name="Chinese name")),
                (
                    "framework",
                    models.CharField(
                        choices=[
                            ("SCO", "Shanghai Cooperation Organization"),
                            ("CIS", "Commonwealth of Independent States"),
                            ("CSTO", "Collective Security Treaty Organization"),
                            ("bilateral", "bilateral"),
                            ("other", "other"),
                        ],
                        default="SCO",
                        help_text="Whose series it is.",
                        max_length=9,
                        verbose_name="framework",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True, help_text="What a reader should know about the series and its numbering.", verbose_name="note"
                    ),
                ),
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
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "historical meeting series",
                "verbose_name_plural": "historical meeting series",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOperation",
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
                    "slug",
                    models.SlugField(help_text="Stable word for the operation, used in addresses.", max_length=80, verbose_name="slug"),
                ),
                ("name", models.CharField(help_text="English name.", max_length=160, verbose_name="name")),
                ("name_ru", models.CharField(blank=True, help_text="Russian name.", max_length=160, verbose_name="Russian name")),
                ("name_zh", models.CharField(blank=True, help_text="Chinese name.", max_length=160, verbose_name="Chinese name")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("border operation", "border operation"),
                            ("anti-terror exercise", "anti-terror exercise"),
                            ("cyber exercise", "cyber exercise"),
                            ("military exercise", "military exercise"),
                            ("anti-drug operation", "anti-drug operation"),
                            ("police operation", "police operation"),
                            ("other", "other"),
                        ],
                        help_text="Border operation, anti-terror, cyber or military exercise, anti-drug or police operation.",
                        max_length=20,
                        verbose_name="kind",
                    ),
                ),
                (
                    "framework",
                    models.CharField(
                        choices=[
                            ("SCO", "Shanghai Cooperation Organization"),
                            ("CIS", "Commonwealth of Independent States"),
                            ("CSTO", "Collective Security Treaty Organization"),
                            ("bilateral", "bilateral"),
                            ("other", "other"),
                        ],
                        default="SCO",
                        help_text="Whose operation it is; look-alikes of other bodies differ here.",
                        max_length=9,
                        verbose_name="framework",
                    ),
                ),
                (
                    "period_text",
                    models.CharField(
                        blank=True, help_text="The time in the words of the sources.", max_length=250, verbose_name="period as reported"
                    ),
                ),
                ("location", models.CharField(blank=True, help_text="Place or area.", max_length=250, verbose_name="place")),
                (
                    "source_url",
                    models.URLField(
                        blank=True,
                        help_text="Address of the page that states the fact; empty for an operation read from an imported article.",
                        max_length=700,
                        verbose_name="source",
                    ),
                ),
                (
                    "source_url_2",
                    models.URLField(blank=True, help_text="Address of a second page.", max_length=700, verbose_name="second source"),
                ),
                ("note", models.TextField(blank=True, help_text="What a reader should know about this row.", verbose_name="note")),
                (
                    "confidence",
                    models.CharField(
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        default="medium",
                        help_text="How well the fact is attested.",
                        max_length=6,
                        verbose_name="confidence",
                    ),
                ),
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
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "historical operation",
                "verbose_name_plural": "historical operations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalState",
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
                    "code",
                    models.CharField(
                        db_index=True,
                        help_text="ISO 3166-1 alpha-2 code.",
                        max_length=2,
                        validators=[django.core.validators.RegexValidator("^[A-Z]{2}\\Z", "Two capital letters, for instance KZ.")],
                        verbose_name="code",
                    ),
                ),
                (
                    "iso3",
                    models.CharField(blank=True, help_text="ISO 3166-1 alpha-3 code.", max_length=3, verbose_name="three-letter code"),
                ),
                ("name", models.CharField(help_text="Common English name.", max_length=80, verbose_name="name")),
                (
                    "official_name",
                    models.CharField(blank=True, help_text="Official English name.", max_length=160, verbose_name="official name"),
                ),
                ("name_ru", models.CharField(blank=True, help_text="Common Russian name.", max_length=80, verbose_name="Russian name")),
                (
                    "name_zh",
                    models.CharField(
                        blank=True, help_text="Common Chinese name, simplified characters.", max_length=80, verbose_name="Chinese name"
                    ),
                ),
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
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "historical state",
                "verbose_name_plural": "historical states",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOperationStatistic",
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
                    "key",
                    models.CharField(
                        db_index=True,
                        editable=False,
                        help_text="One text made from operation or body, states, measure, period, unit dimension and bounds.",
                        max_length=400,
                        verbose_name="identity",
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        db_index=True,
                        editable=False,
                        help_text="Short permanent id used in the address, derived from the identity.",
                        max_length=12,
                        verbose_name="public id",
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        blank=True,
                        help_text="Body or service the figure belongs to where no operation is named.",
                        max_length=160,
                        verbose_name="body",
                    ),
                ),
                (
                    "low",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        help_text="Lower bound in the unit; empty if open below.",
                        max_digits=24,
                        null=True,
                        verbose_name="lower bound",
                    ),
                ),
                (
                    "high",
                    models.DecimalField(
                        blank=True,
                        decimal_places=6,
                        help_text="Upper bound in the unit; empty if open above.",
                        max_digits=24,
                        null=True,
                        verbose_name="upper bound",
                    ),
                ),
                (
                    "low_strict",
                    models.BooleanField(
                        default=False, help_text="“More than”: the lower bound itself is not meant.", verbose_name="lower bound excluded"
                    ),
                ),
                (
                    "high_strict",
                    models.BooleanField(
                        default=False, help_text="“Less than”: the upper bound itself is not meant.", verbose_name="upper bound excluded"
                    ),
                ),
                (
                    "approximate",
                    models.BooleanField(
                        default=False, help_text="“About”, “nearly”: the number stands for its neighbourhood.", verbose_name="approximate"
                    ),
                ),
                (
                    "qualifier_text",
                    models.CharField(
                        blank=True,
                        help_text="The qualifying words of the first report, for instance “more than”.",
                        max_length=60,
                        verbose_name="qualifier as written",
                    ),
                ),
                (
                    "value_text",
                    models.CharField(
                        help_text="The number as the first report writes it.", max_length=120, verbose_name="number as written"
                    ),
                ),
                (
                    "unit_text",
                    models.CharField(
                        blank=True,
                        help_text="The unit or counted thing as the first report writes it.",
                        max_length=120,
                        verbose_name="unit as written",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        help_text="Normal form of the written unit: t, kg, persons, person-times, rounds, or an ISO 4217 currency.",
                        max_length=20,
                        verbose_name="unit",
                    ),
                ),
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
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="What is counted; empty where no measure fits.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.measure",
                        verbose_name="measure",
                    ),
                ),
                (
                    "operation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Operation or exercise the figure belongs to; empty if none is named.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.operation",
                        verbose_name="operation",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical reported figure",
                "verbose_name_plural": "historical reported figures",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="RetiredAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "path",
                    models.CharField(
                        db_comment="The record's former address on this site, beginning with a slash.",
                        help_text="The record's former address on this site, beginning with a slash.",
                        max_length=300,
                        unique=True,
                        verbose_name="path",
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        blank=True,
                        db_comment="Address of the record it was merged into; empty if the record was removed.",
                        help_text="Address of the record it was merged into; empty if the record was removed.",
                        max_length=300,
                        verbose_name="leads to",
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        db_comment="Why the record was removed or merged.",
                        help_text="Why the record was removed or merged.",
                        max_length=300,
                        verbose_name="reason",
                    ),
                ),
                (
                    "retired_at",
                    models.DateTimeField(
                        auto_now_add=True,
                        db_comment="When the address was retired.",
                        help_text="When the address was retired.",
                        verbose_name="retired at",
                    ),
                ),
            ],
            options={
                "verbose_name": "retired address",
                "verbose_name_plural": "retired addresses",
                "db_table_comment": "The address of a removed or merged record, which answers with a redirect or with 410 Gone and a reason.",
                "ordering": ["-retired_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("path__startswith", "/")),
                        name="retired_path_begins_with_slash",
                        violation_error_message="The path begins with a slash.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="retired_reason_required",
                        violation_error_message="Say why the address was retired.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("path", models.F("target")), _negated=True),
                        name="retired_not_to_itself",
                        violation_error_message="An address cannot lead to itself.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="State",
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
                    "code",
                    models.CharField(
                        db_comment="ISO 3166-1 alpha-2 code.",
                        help_text="ISO 3166-1 alpha-2 code.",
                        max_length=2,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("^[A-Z]{2}\\Z", "Two capital letters, for instance KZ.")],
                        verbose_name="code",
                    ),
                ),
                (
                    "iso3",
                    models.CharField(
                        blank=True,
                        db_comment="ISO 3166-1 alpha-3 code.",
                        help_text="ISO 3166-1 alpha-3 code.",
                        max_length=3,
                        verbose_name="three-letter code",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        db_comment="Common English name.", help_text="Common English name.", max_length=80, verbose_name="name"
                    ),
                ),
                (
                    "official_name",
                    models.CharField(
                        blank=True,
                        db_comment="Official English name.",
                        help_text="Official English name.",
                        max_length=160,
                        verbose_name="official name",
                    ),
                ),
                (
                    "name_ru",
                    models.CharField(
                        blank=True,
                        db_comment="Common Russian name.",
                        help_text="Common Russian name.",
                        max_length=80,
                        verbose_name="Russian name",
                    ),
                ),
                (
                    "name_zh",
                    models.CharField(
                        blank=True,
                        db_comment="Common Chinese name, simplified characters.",
                        help_text="Common Chinese name, simplified characters.",
                        max_length=80,
                        verbose_name="Chinese name",
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
            ],
            options={
                "verbose_name": "state",
                "verbose_name_plural": "states",
                "db_table_comment": "A state that takes part in the organization's work or is named in reports of it.",
                "ordering": ["name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[A-Z]{2}$")),
                        name="state_code_two_capitals",
                        violation_error_message="The code is two capital letters.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="state_name_not_empty",
                        violation_error_message="A state has a name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                        name="state_origin_known",
                        violation_error_message="Unknown origin.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="operation",
            name="lead",
            field=models.ForeignKey(
                blank=True,
                db_comment="State that led or hosted it.",
                help_text="State that led or hosted it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="operations_led",
                to="events.state",
                verbose_name="lead",
            ),
        ),
        migrations.AddField(
            model_name="operation",
            name="participants",
            field=models.ManyToManyField(
                blank=True,
                help_text="States reported as taking part.",
                related_name="operations",
                to="events.state",
                verbose_name="participants",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalOperation_participants",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to="events.historicaloperation"),
                ),
                (
                    "operation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.operation",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.state",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalOperation_participants",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="historicaloperation",
            name="lead",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="State that led or hosted it.",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="events.state",
                verbose_name="lead",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalMembership",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("member", "member"),
                            ("observer", "observer"),
                            ("dialogue_partner", "dialogue partner"),
                            ("partner", "partner"),
                            ("predecessor", "Shanghai Five"),
                        ],
                        help_text="Member, observer, dialogue partner, partner, or predecessor (Shanghai Five).",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "start",
                    models.DateField(
                        help_text="Day the status took effect: signing of the memorandum for observers and partners, completed accession for members.",
                        verbose_name="from",
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="First day the status no longer held; empty while it lasts.", null=True, verbose_name="until"
                    ),
                ),
                ("founder", models.BooleanField(default=False, help_text="One of the six founding states.", verbose_name="founder")),
                (
                    "basis",
                    models.CharField(blank=True, help_text="Act by which the status began.", max_length=200, verbose_name="legal basis"),
                ),
                (
                    "until_basis",
                    models.CharField(
                        blank=True, help_text="Act or event by which the status ended.", max_length=200, verbose_name="basis of the end"
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(
                        blank=True,
                        help_text="Day of the decision, where it differs from the day of effect.",
                        null=True,
                        verbose_name="decided on",
                    ),
                ),
                (
                    "source_url",
                    models.URLField(help_text="Address of the page that states the fact.", max_length=500, verbose_name="source"),
                ),
                (
                    "source_url_2",
                    models.URLField(
                        blank=True, help_text="Address of a second page that states the fact.", max_length=500, verbose_name="second source"
                    ),
                ),
                ("note", models.TextField(blank=True, help_text="What a reader should know about this row.", verbose_name="note")),
                (
                    "confidence",
                    models.CharField(
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        default="medium",
                        help_text="How well the fact is attested.",
                        max_length=6,
                        verbose_name="confidence",
                    ),
                ),
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
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The state that held the status.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.state",
                        verbose_name="state",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical membership",
                "verbose_name_plural": "historical memberships",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMeeting",
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
                    "ordinal",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="Running number within the series; empty if it has none.", null=True, verbose_name="number"
                    ),
                ),
                (
                    "ordinal_basis",
                    models.CharField(
                        choices=[("stated", "stated in a source"), ("inferred", "inferred from the sequence"), ("none", "none")],
                        default="stated",
                        help_text="Whether the number is stated in a source or inferred.",
                        max_length=8,
                        verbose_name="basis of the number",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("announced", "announced"), ("held", "held")],
                        default="held",
                        help_text="Announced, or held.",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "city",
                    models.CharField(
                        blank=True,
                        help_text="City or cities; empty for a videoconference or if not known.",
                        max_length=120,
                        verbose_name="city",
                    ),
                ),
                ("venue", models.CharField(blank=True, help_text="Building or site.", max_length=200, verbose_name="venue")),
                (
                    "host",
                    models.CharField(
                        blank=True, help_text="Who chaired or hosted, as reported.", max_length=250, verbose_name="chair or host"
                    ),
                ),
                (
                    "form",
                    models.CharField(blank=True, help_text="In person, videoconference, or mixed.", max_length=40, verbose_name="format"),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True,
                        help_text="Address of the page that states the fact; empty for a meeting read from an imported article.",
                        max_length=700,
                        verbose_name="source",
                    ),
                ),
                (
                    "source_url_2",
                    models.URLField(blank=True, help_text="Address of a second page.", max_length=700, verbose_name="second source"),
                ),
                ("note", models.TextField(blank=True, help_text="What a reader should know about this row.", verbose_name="note")),
                (
                    "confidence",
                    models.CharField(
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        default="medium",
                        help_text="How well the fact is attested.",
                        max_length=6,
                        verbose_name="confidence",
                    ),
                ),
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
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The series the meeting belongs to.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.meetingseries",
                        verbose_name="series",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="State in which the meeting took place.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.state",
                        verbose_name="country",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical meeting",
                "verbose_name_plural": "historical meetings",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAlias",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("state", "state"),
                            ("city", "city"),
                            ("series", "meeting series"),
                            ("operation", "operation"),
                            ("body", "body"),
                            ("outlet", "outlet"),
                        ],
                        help_text="What the name belongs to.",
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        help_text="Language code of the name: en, ru, zh, or another BCP 47 code.", max_length=8, verbose_name="language"
                    ),
                ),
                ("form", models.CharField(help_text="The name as written.", max_length=250, verbose_name="form")),
                (
                    "normalised",
                    models.CharField(
                        help_text="The name as compared: NFKC, case folded, accents and spaces evened out.",
                        max_length=250,
                        verbose_name="normalised form",
                    ),
                ),
                (
                    "form_type",
                    models.CharField(
                        choices=[
                            ("name", "name"),
                            ("official", "official name"),
                            ("short", "short form"),
                            ("press", "used in the press"),
                            ("variant", "variant or translation"),
                            ("demonym", "demonym"),
                            ("abbreviation", "abbreviation"),
                            ("misnomer", "misnomer, never matched"),
                        ],
                        default="variant",
                        help_text="Name, official name, short form, press usage, variant, demonym, abbreviation or misnomer.",
                        max_length=12,
                        verbose_name="sort of name",
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        help_text="Natural key of the one thing so called: state code, slug, or for cities and bodies the common English name.",
                        max_length=120,
                        verbose_name="owner",
                    ),
                ),
                (
                    "source_url",
                    models.URLField(blank=True, help_text="Address of a page that uses the name.", max_length=700, verbose_name="source"),
                ),
                ("note", models.TextField(blank=True, help_text="What a reader should know about this name.", verbose_name="note")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The series so called.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.meetingseries",
                        verbose_name="series",
                    ),
                ),
                (
                    "operation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The operation so called.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.operation",
                        verbose_name="operation",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The state so called, or the state in which the city lies.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.state",
                        verbose_name="state",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical alias",
                "verbose_name_plural": "historical aliases",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Topic",
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
                        db_comment="Stable word for the heading, used in addresses.",
                        help_text="Stable word for the heading, used in addresses.",
                        max_length=60,
                        unique=True,
                        verbose_name="slug",
                    ),
                ),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        db_comment="1 for a group, 2 for a topic inside a group.",
                        default=2,
                        help_text="1 for a group, 2 for a topic inside a group.",
                        verbose_name="level",
                    ),
                ),
                ("label", models.CharField(db_comment="English label.", help_text="English label.", max_length=120, verbose_name="label")),
                (
                    "label_ru",
                    models.CharField(
                        blank=True, db_comment="Russian label.", help_text="Russian label.", max_length=120, verbose_name="Russian label"
                    ),
                ),
                (
                    "label_zh",
                    models.CharField(
                        blank=True, db_comment="Chinese label.", help_text="Chinese label.", max_length=120, verbose_name="Chinese label"
                    ),
                ),
                (
                    "definition",
                    models.TextField(
                        blank=True, db_comment="What the heading covers.", help_text="What the heading covers.", verbose_name="definition"
                    ),
                ),
                (
                    "inclusion_rule",
                    models.TextField(
                        blank=True,
                        db_comment="When an article or event gets the heading, and when not.",
                        help_text="When an article or event gets the heading, and when not.",
                        verbose_name="inclusion rule",
                    ),
                ),
                (
                    "words",
                    models.JSONField(
                        blank=True,
                        db_comment="Words found in reports, by language: en, ru, zh.",
                        default=dict,
                        help_text="Words found in reports, by language: en, ru, zh.",
                        verbose_name="words",
                    ),
                ),
                (
                    "unbis",
                    models.TextField(
                        blank=True,
                        db_comment="Codes and labels of the UNBIS Thesaurus, one a line; “near” marks the nearest term.",
                        help_text="Codes and labels of the UNBIS Thesaurus, one a line; “near” marks the nearest term.",
                        verbose_name="UNBIS Thesaurus",
                    ),
                ),
                (
                    "iptc",
                    models.TextField(
                        blank=True,
                        db_comment="Codes and labels of the IPTC Media Topics, one a line.",
                        help_text="Codes and labels of the IPTC Media Topics, one a line.",
                        verbose_name="IPTC Media Topics",
                    ),
                ),
                (
                    "eurovoc",
                    models.TextField(
                        blank=True,
                        db_comment="Codes and labels of EuroVoc, one a line.",
                        help_text="Codes and labels of EuroVoc, one a line.",
                        verbose_name="EuroVoc",
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        db_comment="Place in the printed order.",
                        default=0,
                        help_text="Place in the printed order.",
                        verbose_name="position",
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
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Group the topic belongs to; empty for a group.",
                        help_text="Group the topic belongs to; empty for a group.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="events.topic",
                        verbose_name="group",
                    ),
                ),
            ],
            options={
                "verbose_name": "topic",
                "verbose_name_plural": "topics",
                "db_table_comment": "A subject heading, either a group or a topic inside a group.",
                "ordering": ["position", "label"],
            },
        ),
        migrations.AddField(
            model_name="operation",
            name="topics",
            field=models.ManyToManyField(
                blank=True,
                help_text="Subject headings of the operation.",
                related_name="operations",
                to="events.topic",
                verbose_name="topics",
            ),
        ),
        migrations.AddField(
            model_name="meetingseries",
            name="topics",
            field=models.ManyToManyField(
                blank=True,
                help_text="Subject headings of the series.",
                related_name="meeting_series",
                to="events.topic",
                verbose_name="topics",
            ),
        ),
        migrations.AddField(
            model_name="measure",
            name="topics",
            field=models.ManyToManyField(
                blank=True, help_text="Subject headings of the measure.", related_name="measures", to="events.topic", verbose_name="topics"
            ),
        ),
        migrations.CreateModel(
            name="HistoricalTopic",
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
                ("slug", models.SlugField(help_text="Stable word for the heading, used in addresses.", max_length=60, verbose_name="slug")),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        default=2, help_text="1 for a group, 2 for a topic inside a group.", verbose_name="level"
                    ),
                ),
                ("label", models.CharField(help_text="English label.", max_length=120, verbose_name="label")),
                ("label_ru", models.CharField(blank=True, help_text="Russian label.", max_length=120, verbose_name="Russian label")),
                ("label_zh", models.CharField(blank=True, help_text="Chinese label.", max_length=120, verbose_name="Chinese label")),
                ("definition", models.TextField(blank=True, help_text="What the heading covers.", verbose_name="definition")),
                (
                    "inclusion_rule",
                    models.TextField(
                        blank=True, help_text="When an article or event gets the heading, and when not.", verbose_name="inclusion rule"
                    ),
                ),
                (
                    "words",
                    models.JSONField(
                        blank=True, default=dict, help_text="Words found in reports, by language: en, ru, zh.", verbose_name="words"
                    ),
                ),
                (
                    "unbis",
                    models.TextField(
                        blank=True,
                        help_text="Codes and labels of the UNBIS Thesaurus, one a line; “near” marks the nearest term.",
                        verbose_name="UNBIS Thesaurus",
                    ),
                ),
                (
                    "iptc",
                    models.TextField(
                        blank=True, help_text="Codes and labels of the IPTC Media Topics, one a line.", verbose_name="IPTC Media Topics"
                    ),
                ),
                ("eurovoc", models.TextField(blank=True, help_text="Codes and labels of EuroVoc, one a line.", verbose_name="EuroVoc")),
                ("position", models.PositiveSmallIntegerField(default=0, help_text="Place in the printed order.", verbose_name="position")),
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
                    "history_user",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Group the topic belongs to; empty for a group.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.topic",
                        verbose_name="group",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical topic",
                "verbose_name_plural": "historical topics",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOperation_topics",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to="events.historicaloperation"),
                ),
                (
                    "operation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.operation",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="events.topic",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalOperation_topics",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="OperationStatistic",
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
                    "key",
                    models.CharField(
                        db_comment="One text made from operation or body, states, measure, period, unit dimension and bounds.",
                        editable=False,
                        help_text="One text made from operation or body, states, measure, period, unit dimension and bounds.",
                        max_length=400,
                        unique=True,
                        verbose_name="identity",
                    ),
                ),
                (
                    "public_id",
                    models.CharField(
                        db_comment="Short permanent id used in the address, derived from the identity.",
                        editable=False,
                        help_text="Short permanent id used in the address, derived from the identity.",
                        max_length=12,
                        unique=True,
                        verbose_name="public id",
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        blank=True,
                        db_comment="Body or service the figure belongs to where no operation is named.",
                        help_text="Body or service the figure belongs to where no operation is named.",
                        max_length=160,
                        verbose_name="body",
                    ),
                ),
                (
                    "low",
                    models.DecimalField(
                        blank=True,
                        db_comment="Lower bound in the unit; empty if open below.",
                        decimal_places=6,
                        help_text="Lower bound in the unit; empty if open below.",
                        max_digits=24,
                        null=True,
                        verbose_name="lower bound",
                    ),
                ),
                (
                    "high",
                    models.DecimalField(
                        blank=True,
                        db_comment="Upper bound in the unit; empty if open above.",
                        decimal_places=6,
                        help_text="Upper bound in the unit; empty if open above.",
                        max_digits=24,
                        null=True,
                        verbose_name="upper bound",
                    ),
                ),
                (
                    "low_strict",
                    models.BooleanField(
                        db_comment="“More than”: the lower bound itself is not meant.",
                        default=False,
                        help_text="“More than”: the lower bound itself is not meant.",
                        verbose_name="lower bound excluded",
                    ),
                ),
                (
                    "high_strict",
                    models.BooleanField(
                        db_comment="“Less than”: the upper bound itself is not meant.",
                        default=False,
                        help_text="“Less than”: the upper bound itself is not meant.",
                        verbose_name="upper bound excluded",
                    ),
                ),
                (
                    "approximate",
                    models.BooleanField(
                        db_comment="“About”, “nearly”: the number stands for its neighbourhood.",
                        default=False,
                        help_text="“About”, “nearly”: the number stands for its neighbourhood.",
                        verbose_name="approximate",
                    ),
                ),
                (
                    "qualifier_text",
                    models.CharField(
                        blank=True,
                        db_comment="The qualifying words of the first report, for instance “more than”.",
                        help_text="The qualifying words of the first report, for instance “more than”.",
                        max_length=60,
                        verbose_name="qualifier as written",
                    ),
                ),
                (
                    "value_text",
                    models.CharField(
                        db_comment="The number as the first report writes it.",
                        help_text="The number as the first report writes it.",
                        max_length=120,
                        verbose_name="number as written",
                    ),
                ),
                (
                    "unit_text",
                    models.CharField(
                        blank=True,
                        db_comment="The unit or counted thing as the first report writes it.",
                        help_text="The unit or counted thing as the first report writes it.",
                        max_length=120,
                        verbose_name="unit as written",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        db_comment="Normal form of the written unit: t, kg, persons, person-times, rounds, or an ISO 4217 currency.",
                        help_text="Normal form of the written unit: t, kg, persons, person-times, rounds, or an ISO 4217 currency.",
                        max_length=20,
                        verbose_name="unit",
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
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        db_comment="What is counted; empty where no measure fits.",
                        help_text="What is counted; empty where no measure fits.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statistics",
                        to="events.measure",
                        verbose_name="measure",
                    ),
                ),
                (
                    "operation",
                    models.ForeignKey(
                        blank=True,
                        db_comment="Operation or exercise the figure belongs to; empty if none is named.",
                        help_text="Operation or exercise the figure belongs to; empty if none is named.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statistics",
                        to="events.operation",
                        verbose_name="operation",
                    ),
                ),
                (
                    "states",
                    models.ManyToManyField(
                        blank=True,
                        help_text="States whose services the figure is about, where the report says so.",
                        related_name="statistics",
                        to="events.state",
                        verbose_name="states",
                    ),
                ),
            ],
            options={
                "verbose_name": "reported figure",
                "verbose_name_plural": "reported figures",
                "db_table_comment": "A figure as it was reported: measure, bounds, period and unit, of one operation or body; every report of it is a mention.",
                "ordering": ["-start", "measure__position", "id"],
                "indexes": [models.Index(fields=["measure", "start"], name="statistic_by_measure")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("low__isnull", True), ("high__isnull", True), ("low__lte", models.F("high")), _connector="OR"),
                        name="statistic_low_not_above_high",
                        violation_error_message="The lower bound lies above the upper.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("low__isnull", False), ("high__isnull", False), _connector="OR"),
                        name="statistic_has_a_bound",
                        violation_error_message="A figure has at least one bound.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("low__isnull", True), ("low__gte", 0), _connector="OR"),
                            models.Q(("high__isnull", True), ("high__gte", 0), _connector="OR"),
                        ),
                        name="statistic_not_negative",
                        violation_error_message="A figure is not negative.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("value_text", ""), _negated=True), models.Q(("unit", ""), _negated=True)),
                        name="statistic_as_written",
                        violation_error_message="A figure keeps its number as written and has a unit.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("key", ""), _negated=True), models.Q(("public_id", ""), _negated=True)),
                        name="statistic_key_not_empty",
                        violation_error_message="A figure has an identity.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                        name="statistic_origin_known",
                        violation_error_message="Unknown origin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start__isnull", True), ("end__isnull", True), ("end__gte", models.F("start")), _connector="OR"
                        ),
                        name="statistic_interval_ordered",
                        violation_error_message="The date ends before it begins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("start__isnull", True),
                                ("start__range", (datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))),
                                _connector="OR",
                            ),
                            models.Q(
                                ("end__isnull", True),
                                ("end__range", (datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))),
                                _connector="OR",
                            ),
                        ),
                        name="statistic_date_in_range",
                        violation_error_message="The date lies outside 1990 to 2100.",
                    ),
                    models.CheckConstraint(
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
                        name="statistic_precision_known",
                        violation_error_message="Date, days and precision do not belong together.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Membership",
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
                    "status",
                    models.CharField(
                        choices=[
                            ("member", "member"),
                            ("observer", "observer"),
                            ("dialogue_partner", "dialogue partner"),
                            ("partner", "partner"),
                            ("predecessor", "Shanghai Five"),
                        ],
                        db_comment="Member, observer, dialogue partner, partner, or predecessor (Shanghai Five).",
                        help_text="Member, observer, dialogue partner, partner, or predecessor (Shanghai Five).",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "start",
                    models.DateField(
                        db_comment="Day the status took effect: signing of the memorandum for observers and partners, completed accession for members.",
                        help_text="Day the status took effect: signing of the memorandum for observers and partners, completed accession for members.",
                        verbose_name="from",
                    ),
                ),
                (
                    "until",
                    models.DateField(
                        blank=True,
                        db_comment="First day the status no longer held; empty while it lasts.",
                        help_text="First day the status no longer held; empty while it lasts.",
                        null=True,
                        verbose_name="until",
                    ),
                ),
                (
                    "founder",
                    models.BooleanField(
                        db_comment="One of the six founding states.",
                        default=False,
                        help_text="One of the six founding states.",
                        verbose_name="founder",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        db_comment="Act by which the status began.",
                        help_text="Act by which the status began.",
                        max_length=200,
                        verbose_name="legal basis",
                    ),
                ),
                (
                    "until_basis",
                    models.CharField(
                        blank=True,
                        db_comment="Act or event by which the status ended.",
                        help_text="Act or event by which the status ended.",
                        max_length=200,
                        verbose_name="basis of the end",
                    ),
                ),
                (
                    "decided_on",
                    models.DateField(
                        blank=True,
                        db_comment="Day of the decision, where it differs from the day of effect.",
                        help_text="Day of the decision, where it differs from the day of effect.",
                        null=True,
                        verbose_name="decided on",
                    ),
                ),
                (
                    "source_url",
                    models.URLField(
                        db_comment="Address of the page that states the fact.",
                        help_text="Address of the page that states the fact.",
                        max_length=500,
                        verbose_name="source",
                    ),
                ),
                (
                    "source_url_2",
                    models.URLField(
                        blank=True,
                        db_comment="Address of a second page that states the fact.",
                        help_text="Address of a second page that states the fact.",
                        max_length=500,
                        verbose_name="second source",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        db_comment="What a reader should know about this row.",
                        help_text="What a reader should know about this row.",
                        verbose_name="note",
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        db_comment="How well the fact is attested.",
                        default="medium",
                        help_text="How well the fact is attested.",
                        max_length=6,
                        verbose_name="confidence",
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
                    "state",
                    models.ForeignKey(
                        db_comment="The state that held the status.",
                        help_text="The state that held the status.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="events.state",
                        verbose_name="state",
                    ),
                ),
            ],
            options={
                "verbose_name": "membership",
                "verbose_name_plural": "memberships",
                "db_table_comment": "What one state was to the organization from one day until another.",
                "ordering": ["start", "state__name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("state", "status", "start"),
                        name="membership_once",
                        violation_error_message="This status of this state already begins on that day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__isnull", True), ("until__gt", models.F("start")), _connector="OR"),
                        name="membership_until_after_start",
                        violation_error_message="The status ends before it begins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start__range", (datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))),
                            models.Q(
                                ("until__isnull", True),
                                ("until__range", (datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))),
                                _connector="OR",
                            ),
                        ),
                        name="membership_date_in_range",
                        violation_error_message="The date lies outside 1990 to 2100.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source_url", ""), _negated=True),
                        name="membership_source_required",
                        violation_error_message="A membership needs the address of its source.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["member", "observer", "dialogue_partner", "partner", "predecessor"])),
                        name="membership_status_known",
                        violation_error_message="Unknown status.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confidence__in", ["high", "medium", "low"])),
                        name="membership_confidence_known",
                        violation_error_message="Unknown confidence.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                        name="membership_origin_known",
                        violation_error_message="Unknown origin.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                    "ordinal",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        db_comment="Running number within the series; empty if it has none.",
                        help_text="Running number within the series; empty if it has none.",
                        null=True,
                        verbose_name="number",
                    ),
                ),
                (
                    "ordinal_basis",
                    models.CharField(
                        choices=[("stated", "stated in a source"), ("inferred", "inferred from the sequence"), ("none", "none")],
                        db_comment="Whether the number is stated in a source or inferred.",
                        default="stated",
                        help_text="Whether the number is stated in a source or inferred.",
                        max_length=8,
                        verbose_name="basis of the number",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("announced", "announced"), ("held", "held")],
                        db_comment="Announced, or held.",
                        default="held",
                        help_text="Announced, or held.",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "city",
                    models.CharField(
                        blank=True,
                        db_comment="City or cities; empty for a videoconference or if not known.",
                        help_text="City or cities; empty for a videoconference or if not known.",
                        max_length=120,
                        verbose_name="city",
                    ),
                ),
                (
                    "venue",
                    models.CharField(
                        blank=True, db_comment="Building or site.", help_text="Building or site.", max_length=200, verbose_name="venue"
                    ),
                ),
                (
                    "host",
                    models.CharField(
                        blank=True,
                        db_comment="Who chaired or hosted, as reported.",
                        help_text="Who chaired or hosted, as reported.",
                        max_length=250,
                        verbose_name="chair or host",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        blank=True,
                        db_comment="In person, videoconference, or mixed.",
                        help_text="In person, videoconference, or mixed.",
                        max_length=40,
                        verbose_name="format",
                    ),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True,
                        db_comment="Address of the page that states the fact; empty for a meeting read from an imported article.",
                        help_text="Address of the page that states the fact; empty for a meeting read from an imported article.",
                        max_length=700,
                        verbose_name="source",
                    ),
                ),
                (
                    "source_url_2",
                    models.URLField(
                        blank=True,
                        db_comment="Address of a second page.",
                        help_text="Address of a second page.",
                        max_length=700,
                        verbose_name="second source",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        db_comment="What a reader should know about this row.",
                        help_text="What a reader should know about this row.",
                        verbose_name="note",
                    ),
                ),
                (
                    "confidence",
                    models.CharField(
                        choices=[("high", "high"), ("medium", "medium"), ("low", "low")],
                        db_comment="How well the fact is attested.",
                        default="medium",
                        help_text="How well the fact is attested.",
                        max_length=6,
                        verbose_name="confidence",
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
                    "series",
                    models.ForeignKey(
                        db_comment="The series the meeting belongs to.",
                        help_text="The series the meeting belongs to.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="events.meetingseries",
                        verbose_name="series",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        blank=True,
                        db_comment="State in which the meeting took place.",
                        help_text="State in which the meeting took place.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings_hosted",
                        to="events.state",
                        verbose_name="country",
                    ),
                ),
            ],
            options={
                "verbose_name": "meeting",
                "verbose_name_plural": "meetings",
                "db_table_comment": "One meeting of a series, with its number where it has one.",
                "ordering": ["-start", "series__name"],
                "indexes": [models.Index(fields=["start"], name="meeting_by_start")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ordinal__isnull", False)),
                        fields=("series", "ordinal"),
                        name="meeting_number_once",
                        violation_error_message="This series already has a meeting with that number.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ordinal__isnull", True)),
                        fields=("series", "start"),
                        name="meeting_unnumbered_day_once",
                        violation_error_message="This series already has an unnumbered meeting from that day.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ordinal__isnull", True), ("ordinal__gte", 1), _connector="OR"),
                        name="meeting_number_positive",
                        violation_error_message="Numbers begin with 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ordinal__isnull", False), ("start__isnull", False), _connector="OR"),
                        name="meeting_number_or_date",
                        violation_error_message="A meeting has a number or a date.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("origin", "reference"), _negated=True), models.Q(("source_url", ""), _negated=True), _connector="OR"
                        ),
                        name="meeting_source_required",
                        violation_error_message="A reference row needs the address of its source.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["announced", "held"])),
                        name="meeting_status_known",
                        violation_error_message="Unknown status.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ordinal_basis__in", ["stated", "inferred", "none"])),
                        name="meeting_ordinal_basis_known",
                        violation_error_message="Unknown basis of the number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confidence__in", ["high", "medium", "low"])),
                        name="meeting_confidence_known",
                        violation_error_message="Unknown confidence.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                        name="meeting_origin_known",
                        violation_error_message="Unknown origin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start__isnull", True), ("end__isnull", True), ("end__gte", models.F("start")), _connector="OR"
                        ),
                        name="meeting_interval_ordered",
                        violation_error_message="The date ends before it begins.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("start__isnull", True),
                                ("start__range", (datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))),
                                _connector="OR",
                            ),
                            models.Q(
                                ("end__isnull", True),
                                ("end__range", (datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))),
                                _connector="OR",
                            ),
                        ),
                        name="meeting_date_in_range",
                        violation_error_message="The date lies outside 1990 to 2100.",
                    ),
                    models.CheckConstraint(
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
                        name="meeting_precision_known",
                        violation_error_message="Date, days and precision do not belong together.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Alias",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("state", "state"),
                            ("city", "city"),
                            ("series", "meeting series"),
                            ("operation", "operation"),
                            ("body", "body"),
                            ("outlet", "outlet"),
                        ],
                        db_comment="What the name belongs to.",
                        help_text="What the name belongs to.",
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        db_comment="Language code of the name: en, ru, zh, or another BCP 47 code.",
                        help_text="Language code of the name: en, ru, zh, or another BCP 47 code.",
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        db_comment="The name as written.", help_text="The name as written.", max_length=250, verbose_name="form"
                    ),
                ),
                (
                    "normalised",
                    models.CharField(
                        db_comment="The name as compared: NFKC, case folded, accents and spaces evened out.",
                        help_text="The name as compared: NFKC, case folded, accents and spaces evened out.",
                        max_length=250,
                        verbose_name="normalised form",
                    ),
                ),
                (
                    "form_type",
                    models.CharField(
                        choices=[
                            ("name", "name"),
                            ("official", "official name"),
                            ("short", "short form"),
                            ("press", "used in the press"),
                            ("variant", "variant or translation"),
                            ("demonym", "demonym"),
                            ("abbreviation", "abbreviation"),
                            ("misnomer", "misnomer, never matched"),
                        ],
                        db_comment="Name, official name, short form, press usage, variant, demonym, abbreviation or misnomer.",
                        default="variant",
                        help_text="Name, official name, short form, press usage, variant, demonym, abbreviation or misnomer.",
                        max_length=12,
                        verbose_name="sort of name",
                    ),
                ),
                (
                    "owner",
                    models.CharField(
                        db_comment="Natural key of the one thing so called: state code, slug, or for cities and bodies the common English name.",
                        help_text="Natural key of the one thing so called: state code, slug, or for cities and bodies the common English name.",
                        max_length=120,
                        verbose_name="owner",
                    ),
                ),
                (
                    "source_url",
                    models.URLField(
                        blank=True,
                        db_comment="Address of a page that uses the name.",
                        help_text="Address of a page that uses the name.",
                        max_length=700,
                        verbose_name="source",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        db_comment="What a reader should know about this name.",
                        help_text="What a reader should know about this name.",
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
                    "series",
                    models.ForeignKey(
                        blank=True,
                        db_comment="The series so called.",
                        help_text="The series so called.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="events.meetingseries",
                        verbose_name="series",
                    ),
                ),
                (
                    "operation",
                    models.ForeignKey(
                        blank=True,
                        db_comment="The operation so called.",
                        help_text="The operation so called.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="events.operation",
                        verbose_name="operation",
                    ),
                ),
                (
                    "state",
                    models.ForeignKey(
                        blank=True,
                        db_comment="The state so called, or the state in which the city lies.",
                        help_text="The state so called, or the state in which the city lies.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="events.state",
                        verbose_name="state",
                    ),
                ),
            ],
            options={
                "verbose_name": "alias",
                "verbose_name_plural": "aliases",
                "db_table_comment": "One name of a state, city, series, operation, body or outlet in one language.",
                "ordering": ["kind", "owner", "language", "form"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "language", "normalised"),
                        name="alias_one_owner",
                        violation_error_message="This name already belongs to something else of the same kind.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind__in", ["state", "city"]),
                                ("operation__isnull", True),
                                ("series__isnull", True),
                                ("state__isnull", False),
                            ),
                            models.Q(("kind", "series"), ("operation__isnull", True), ("series__isnull", False), ("state__isnull", True)),
                            models.Q(
                                ("kind", "operation"), ("operation__isnull", False), ("series__isnull", True), ("state__isnull", True)
                            ),
                            models.Q(
                                ("kind__in", ["body", "outlet"]),
                                ("operation__isnull", True),
                                ("series__isnull", True),
                                ("state__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="alias_owner_fits_kind",
                        violation_error_message="The name's owner does not fit its kind.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("form", ""), _negated=True),
                            models.Q(("normalised", ""), _negated=True),
                            models.Q(("owner", ""), _negated=True),
                        ),
                        name="alias_not_empty",
                        violation_error_message="A name is not empty and has an owner.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("form_type__in", ["name", "official", "short", "press", "variant", "demonym", "abbreviation", "misnomer"])
                        ),
                        name="alias_form_type_known",
                        violation_error_message="Unknown sort of name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                        name="alias_origin_known",
                        violation_error_message="Unknown origin.",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("level", 1), ("parent__isnull", True)), models.Q(("level", 2), ("parent__isnull", False)), _connector="OR"
                ),
                name="topic_two_levels",
                violation_error_message="A group has no parent; a topic belongs to a group.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent__isnull", True), models.Q(("parent", models.F("id")), _negated=True), _connector="OR"),
                name="topic_not_its_own_parent",
                violation_error_message="A topic is not its own group.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(("label", ""), _negated=True),
                name="topic_label_not_empty",
                violation_error_message="A topic has a label.",
            ),
        ),
        migrations.AddConstraint(
            model_name="topic",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                name="topic_origin_known",
                violation_error_message="Unknown origin.",
            ),
        ),
        migrations.AddIndex(
            model_name="operation",
            index=models.Index(fields=["start"], name="operation_by_start"),
        ),
        migrations.AddConstraint(
            model_name="operation",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="operation_name_not_empty",
                violation_error_message="An operation has a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("origin", "reference"), _negated=True), models.Q(("source_url", ""), _negated=True), _connector="OR"
                ),
                name="operation_source_required",
                violation_error_message="A reference row needs the address of its source.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "kind__in",
                        [
                            "border operation",
                            "anti-terror exercise",
                            "cyber exercise",
                            "military exercise",
                            "anti-drug operation",
                            "police operation",
                            "other",
                        ],
                    )
                ),
                name="operation_kind_known",
                violation_error_message="Unknown kind.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operation",
            constraint=models.CheckConstraint(
                condition=models.Q(("framework__in", ["SCO", "CIS", "CSTO", "bilateral", "other"])),
                name="operation_framework_known",
                violation_error_message="Unknown framework.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operation",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence__in", ["high", "medium", "low"])),
                name="operation_confidence_known",
                violation_error_message="Unknown confidence.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operation",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                name="operation_origin_known",
                violation_error_message="Unknown origin.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operation",
            constraint=models.CheckConstraint(
                condition=models.Q(("start__isnull", True), ("end__isnull", True), ("end__gte", models.F("start")), _connector="OR"),
                name="operation_interval_ordered",
                violation_error_message="The date ends before it begins.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("start__isnull", True), ("start__range", (datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))), _connector="OR"
                    ),
                    models.Q(
                        ("end__isnull", True), ("end__range", (datetime.date(1990, 1, 1), datetime.date(2100, 12, 31))), _connector="OR"
                    ),
                ),
                name="operation_date_in_range",
                violation_error_message="The date lies outside 1990 to 2100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="operation",
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
                name="operation_precision_known",
                violation_error_message="Date, days and precision do not belong together.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingseries",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True),
                name="series_name_not_empty",
                violation_error_message="A series has a name.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingseries",
            constraint=models.CheckConstraint(
                condition=models.Q(("framework__in", ["SCO", "CIS", "CSTO", "bilateral", "other"])),
                name="series_framework_known",
                violation_error_message="Unknown framework.",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingseries",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                name="series_origin_known",
                violation_error_message="Unknown origin.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("label", ""), _negated=True), models.Q(("definition", ""), _negated=True)),
                name="measure_label_not_empty",
                violation_error_message="A measure has a label and a definition.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(("dimension__in", ["persons", "items", "events", "mass", "length", "money"])),
                name="measure_dimension_known",
                violation_error_message="Unknown dimension.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("dimension__in", ["items", "events"]),
                        models.Q(("unit__in", ["kg", "t", "km", "currency", "persons", ""]), _negated=True),
                    ),
                    models.Q(("dimension", "mass"), ("unit__in", ["kg", "t"])),
                    models.Q(("dimension", "length"), ("unit__in", ["km"])),
                    models.Q(("dimension", "money"), ("unit__in", ["currency"])),
                    models.Q(("dimension", "persons"), ("unit__in", ["persons"])),
                    _connector="OR",
                ),
                name="measure_unit_of_dimension",
                violation_error_message="The unit does not belong to the dimension.",
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.CheckConstraint(
                condition=models.Q(("origin__in", ["reference", "import", "editor"])),
                name="measure_origin_known",
                violation_error_message="Unknown origin.",
            ),
        ),
        migrations.RunPython(install_rule, remove_rule),
    ]
