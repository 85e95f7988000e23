"""What ``benchmark extract`` reports."""

import pytest

from articles.benchmarks.importing import measure_extraction

pytestmark = pytest.mark.usefixtures("seeded")


def test_reading_alone_is_told_as_a_rate_and_as_the_time_an_article_takes():
    told = measure_extraction(10)
    assert told["articles"] == 10
    assert told["articles a second of one core"] > 0
    assert 0 < told["p50, ms"] <= told["p99, ms"]
    assert told["words an article"] > 100
