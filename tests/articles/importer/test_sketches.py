"""What is stored of a text's shingles: packed by article, and by shingle the articles that have it."""

import pytest

from articles.extraction.shingles import sketch
from articles.importer.duplicates import candidate_pairs
from articles.importer.sketches import forget_sketches, holders_of, read_sketches, sizes_of, write_sketches
from articles.models import Article, ShingleHolder, TextSketch
from tests.articles.importer.readings import TEXT, reading, store

pytestmark = pytest.mark.usefixtures("reference")
LEAST, MOST = -(2**31), 2**31 - 1


def keys(*names: str) -> list[int]:
    """Store an article of each name, without a sketch, and return their keys."""
    store(*(reading(f"{name}\n\nwords of {name}", name) for name in names))
    for model in (TextSketch, ShingleHolder):
        model.objects.all().delete()
    return [Article.objects.get(source_key=name).pk for name in names]


def holders(*shingles: int) -> dict[int, list[int]]:
    """Return the articles that have each shingle, in order; the database gives them in any."""
    return {shingle: sorted(articles) for shingle, articles in holders_of(shingles).items()}


def test_what_is_written_is_read_again_from_the_least_hash_to_the_greatest() -> None:
    one, other = keys("one", "other")
    write_sketches({one: {LEAST, -1, 0, MOST}, other: {-1, 1, MOST}}, [])
    assert read_sketches([one, other]) == {one: {LEAST, -1, 0, MOST}, other: {-1, 1, MOST}}
    assert sizes_of([one, other, 10**6]) == {one: 4, other: 3}
    assert holders(LEAST, -1, 0, 1, 2, MOST) == {
        LEAST: [one],
        -1: [one, other],
        0: [one],
        1: [other],
        MOST: [one, other],
    }


def test_a_changed_text_leaves_no_shingle_behind() -> None:
    one, other = keys("one", "other")
    write_sketches({one: {1, 2, 3}, other: {3}}, [])
    write_sketches({one: {3, 4}}, [one])
    assert holders(1, 2, 3, 4) == {3: [one, other], 4: [one]}
    forget_sketches([one])
    assert (holders(1, 2, 3, 4), read_sketches([one, other])) == ({3: [other]}, {other: {3}})


def test_an_article_that_is_gone_is_no_candidate() -> None:
    one, other = keys("one", "other")
    write_sketches({one: {1, 2, 3}, other: {1, 2, 3}}, [])
    assert candidate_pairs({one: {1, 2, 3}}, set()) == {(one, other)}
    Article.objects.filter(pk=other).delete()
    assert holders(1) == {1: [one, other]}
    assert candidate_pairs({one: {1, 2, 3}}, set()) == set()


def test_an_import_stores_the_sketch_of_each_text() -> None:
    store(reading())
    article = Article.objects.get()
    assert read_sketches([article.pk]) == {article.pk: set(sketch(TEXT))}
    assert {number >> 32 for number in ShingleHolder.objects.values_list("number", flat=True)} == sketch(TEXT)
