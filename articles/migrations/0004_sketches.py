from collections.abc import Iterator
from itertools import groupby, islice
from operator import itemgetter
from struct import pack, unpack

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import articles.models.sketch

ARTICLES_AT_ONCE = 500


def _batches(rows: Iterator) -> Iterator[list]:
    while batch := list(islice(rows, ARTICLES_AT_ONCE)):
        yield batch


def pack_sketches(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Keep the upper half of every hash: packed by article, and beside the article's key by shingle."""
    alias = schema_editor.connection.alias
    old = apps.get_model("articles", "ShingleSketch").objects.using(alias).order_by("article").values_list("article", "shingle")
    sketch, holder = apps.get_model("articles", "TextSketch"), apps.get_model("articles", "ShingleHolder")
    by_article = ((article, sorted({shingle >> 32 for _, shingle in rows})) for article, rows in groupby(old.iterator(), itemgetter(0)))
    for batch in _batches(by_article):
        sketch.objects.using(alias).bulk_create(
            sketch(article_id=article, shingles=pack(f"<{len(shingles)}i", *shingles)) for article, shingles in batch
        )
        holder.objects.using(alias).bulk_create(
            holder(number=(shingle << 32) + article) for article, shingles in batch for shingle in shingles
        )


def spread_sketches(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Write a row for every shingle again; the lower half of its hash is gone and was only the mark of the sample."""
    alias = schema_editor.connection.alias
    old = apps.get_model("articles", "ShingleSketch")
    rows = apps.get_model("articles", "TextSketch").objects.using(alias).order_by("article").values_list("article", "shingles")
    for batch in _batches(rows.iterator()):
        old.objects.using(alias).bulk_create(
            old(article_id=article, shingle=shingle << 32)
            for article, shingles in batch
            for shingle in unpack(f"<{len(shingles) // 4}i", shingles)
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_evidence_indexes")]

    operations = [
        migrations.CreateModel(
            name="ShingleHolder",
            fields=[
                (
                    "number",
                    articles.models.sketch.RowNumberField(
                        db_comment="Hash of the shingle in the upper four bytes, key of the article in the lower four.",
                        help_text="Hash of the shingle in the upper four bytes, key of the article in the lower four.",
                        primary_key=True,
                        serialize=False,
                        verbose_name="number",
                    ),
                )
            ],
            options={
                "verbose_name": "holder of a shingle",
                "verbose_name_plural": "holders of shingles",
                "db_table_comment": "A sampled shingle and an article that has it, as one number: the index of the sketches by shingle.",
            },
        ),
        migrations.CreateModel(
            name="TextSketch",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        db_comment="The article.",
                        help_text="The article.",
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="sketch",
                        serialize=False,
                        to="articles.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "shingles",
                    models.BinaryField(
                        db_comment="Hashes of the sampled shingles (three words; in Chinese four characters), four bytes each, the lowest byte first.",
                        help_text="Hashes of the sampled shingles (three words; in Chinese four characters), four bytes each, the lowest byte first.",
                        verbose_name="shingles",
                    ),
                ),
            ],
            options={
                "verbose_name": "sketch of a text",
                "verbose_name_plural": "sketches of texts",
                "db_table_comment": "The sampled shingles of an article's text, by which candidates for copies are found.",
            },
        ),
        migrations.RunPython(pack_sketches, spread_sketches),
        migrations.DeleteModel("ShingleSketch"),
    ]
