"""Static files are collected when one has changed, under names made of their content, compressed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import storages
from pytest_django import Settings

from sco_archive.static_files import collect_when_changed


@pytest.fixture
def source(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    """Return a folder that is the site's only source of static files."""
    folder = tmp_path / "source"
    folder.mkdir()
    (folder / "site.css").write_text("body { margin: 0 }\n" * 200)
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATICFILES_DIRS = [folder]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}}
    finders.get_finder.cache_clear()
    yield folder
    finders.get_finder.cache_clear()


def test_the_first_time_collects_hashed_and_compressed_files(source: Path, settings: Settings) -> None:
    assert collect_when_changed()
    url = storages["staticfiles"].url("site.css")
    name = url.rpartition("/")[2]
    assert name != "site.css"
    assert {path.name for path in Path(settings.STATIC_ROOT).glob(f"{name}*")} == {name, f"{name}.br", f"{name}.gz"}


def test_unchanged_files_are_not_collected_again_even_after_a_checkout_renews_their_times(source: Path) -> None:
    collect_when_changed()
    (source / "site.css").touch()
    assert not collect_when_changed()


def test_a_changed_file_is_collected_and_the_former_stays_for_pages_already_loaded(source: Path, settings: Settings) -> None:
    collect_when_changed()
    former = storages["staticfiles"].url("site.css").rpartition("/")[2]
    (source / "site.css").write_text("body { margin: 1px }\n")
    assert collect_when_changed()
    names = {path.name for path in Path(settings.STATIC_ROOT).iterdir()}
    assert former in names
    assert len([name for name in names if name.startswith("site.") and name.endswith(".css")]) == 2


def test_a_collection_that_was_interrupted_is_repeated(source: Path, settings: Settings) -> None:
    collect_when_changed()
    (Path(settings.STATIC_ROOT) / "collected.sha256").unlink()
    assert collect_when_changed()
