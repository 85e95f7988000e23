"""``load_reference``: faults listed at once, nothing half loaded, a second run without a change, edited rows kept."""

import csv
import datetime
import hashlib
import json
import re
import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.management.commands.load_reference import TABLES
from articles.models import Article, Capture, Correction, Outlet
from events.models import Alias, Meeting, MeetingSeries, Membership, Operation, State, Topic
from tests.factories import make_article

pytestmark = pytest.mark.django_db
MODELS = (State, Topic, Membership, MeetingSeries, Meeting, Operation, Alias, Outlet, Correction)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the delivered files, to be spoilt."""
    copy = tmp_path / "reference"
    shutil.copytree(settings.BASE_DIR / "seeds" / "reference", copy)
    return copy


def load(folder: Path) -> str:
    out = StringIO()
    call_command("load_reference", dir=folder, stdout=out)
    return out.getvalue()


def load_json(folder: Path) -> dict:
    out = StringIO()
    call_command("load_reference", dir=folder, json=True, stdout=out)
    return json.loads(out.getvalue())


def refusal(folder: Path) -> str:
    with pytest.raises(CommandError) as caught:
        load(folder)
    assert caught.value.returncode == 1
    return str(caught.value)


def change(path: Path, edit: Callable[[list[dict[str, str]]], None]) -> None:
    """Rewrite a file after ``edit`` has changed its rows."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    names = list(rows[0])
    edit(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)


def set_cell(path: Path, line: int, **cells: str) -> None:
    change(path, lambda rows: rows[line - 2].update(cells))


def contents() -> list[list[tuple]]:
    return [list(model.objects.order_by("pk").values_list()) for model in MODELS]


def test_the_delivered_files_load_and_a_second_run_changes_nothing(folder: Path) -> None:
    first = load_json(folder)["tables"]
    assert first["states"]["inserted"] == 30
    assert first["memberships"]["inserted"] == 53
    assert all(not table["updated"] and not table["kept"] for table in first.values())
    before = contents()
    second = load_json(folder)["tables"]
    assert contents() == before
    for name, table in second.items():
        assert (table["inserted"], table["updated"], table["unchanged"]) == (0, 0, first[name]["inserted"])
        assert table["kept"] == table["removed"] == []


def test_the_report_says_what_happened_to_every_table(folder: Path) -> None:
    load(folder)
    change(folder / "series.csv", lambda rows: rows[0].update(note="A new note."))
    report = load(folder).splitlines()
    assert report[0].split() == ["inserted", "updated", "unchanged", "kept"]
    assert ["series", "0", "1", "10", "0"] in [line.split() for line in report]


def test_nothing_is_printed_when_the_caller_asks_for_silence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_reference", verbosity=0)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "name, line, cells, words",
    [
        ("states", 2, {"code": "cn"}, "code: “cn” is not two capital letters"),
        ("states", 3, {"name": ""}, "name: the cell is empty"),
        ("states", 4, {"code": "CN"}, "the same code stands on line 2 already"),
        ("memberships", 2, {"state": "XX"}, "state: unknown state “XX”"),
        ("memberships", 2, {"status": "friend"}, "status: “friend” is unknown; write one of: member, observer"),
        ("memberships", 2, {"source_url": ""}, "source_url: the cell is empty"),
        ("memberships", 2, {"source_url": "see the press"}, "source_url: “see the press” is no web address"),
        ("memberships", 2, {"start": "1989-06-15"}, "start: “1989-06-15” lies outside 1990 to 2100"),
        ("memberships", 2, {"start": "2001-02-30"}, "start: “2001-02-30” is no day"),
        ("memberships", 2, {"start": "2101-01-01"}, "start: “2101-01-01” lies outside 1990 to 2100"),
        ("memberships", 2, {"until": "1996-04-26"}, "until: 1996-04-26 is not after 1996-04-26"),
        ("memberships", 7, {"start": "2001-06-14"}, "the status of CN overlaps that of line 2"),
        ("memberships", 7, {"founder": "oui"}, "founder: “oui” is neither yes nor no"),
        ("series", 2, {"framework": "NATO"}, "framework: “NATO” is unknown"),
        ("series", 2, {"topics": "borders"}, "topics: unknown topic “borders”"),
        ("meetings", 2, {"series": "nobody"}, "series: unknown meeting series “nobody”"),
        ("meetings", 2, {"date": "25 June 2013"}, "date: “25 June 2013” is no date this archive reads"),
        ("meetings", 2, {"date": "2014/2013"}, "date: “2014/2013” ends before it begins"),
        ("meetings", 2, {"date": "1985"}, "date: “1985” lies outside 1990 to 2100"),
        ("meetings", 2, {"ordinal": "second"}, "ordinal: “second” is no whole number"),
        ("meetings", 2, {"ordinal": "3"}, "the same series, ordinal, date stands on line 2"),
        ("meetings", 2, {"ordinal": "", "date": ""}, "neither a number nor a date"),
        ("meetings", 2, {"source_url": ""}, "source_url: the cell is empty"),
        ("operations", 2, {"participants": "CN; ZZ"}, "participants: unknown state “ZZ”"),
        ("operations", 2, {"participants": "CN; CN"}, "participants: a value stands twice"),
        ("operations", 2, {"slug": "Border Ops"}, "slug: “Border Ops” is no slug"),
        ("operations", 2, {"kind": "picnic"}, "kind: “picnic” is unknown"),
        ("measures", 2, {"dimension": "weight"}, "dimension: “weight” is unknown"),
        ("measures", 2, {"unit": "kg"}, "unit: “kg” does not measure persons; write persons"),
        ("measures", 26, {"unit": "kg"}, "unit: “kg” does not count items"),
        ("topics", 4, {"parent": "border-control"}, "is itself a topic inside a group"),
        ("topics", 3, {"position": "first"}, "position: “first” is no whole number"),
        ("aliases", 2, {"owner": "ZZ"}, "state: unknown state “ZZ”"),
        ("aliases", 2, {"state": "CN"}, "state: only a city has one"),
        ("aliases", 2, {"form": "???"}, "has no letter and no digit"),
        ("aliases", 2, {"language": "English"}, "language: “English” is no language code"),
        ("aliases", 3, {"form": "China", "owner": "KZ"}, "“China” already belongs to CN (line 2); a name has one owner"),
        ("outlets", 2, {"country": "XX"}, "country: unknown state “XX”"),
        ("outlets", 2, {"hosts": "https://www.shine.cn"}, "is no host name"),
        ("outlets", 3, {"hosts": "shine.cn"}, "“shine.cn” belongs to shine already"),
        ("outlets", 3, {"slug": "renamed"}, "unknown outlet “china-daily”"),
        ("corrections", 2, {"article_sha256": "abc"}, "article_sha256: not 64 hexadecimal digits"),
        ("corrections", 2, {"kind": "typo"}, "kind: “typo” is unknown"),
        ("corrections", 2, {"evidence_url": ""}, "evidence_url: the cell is empty"),
    ],
)
def test_a_fault_names_file_line_and_remedy_and_nothing_is_loaded(
    folder: Path, name: str, line: int, cells: dict[str, str], words: str
) -> None:
    set_cell(folder / f"{name}.csv", line, **cells)
    message = refusal(folder)
    assert words in message
    told = next(part for part in message.splitlines() if words in part)
    assert told.strip().startswith(f"{'aliases' if 'unknown outlet' in words else name}.csv, line ")
    assert told.endswith(".")
    assert not any(model.objects.exists() for model in MODELS)


def test_all_faults_of_all_files_are_listed_at_once(folder: Path) -> None:
    set_cell(folder / "states.csv", 3, name="")
    set_cell(folder / "memberships.csv", 2, status="friend", start="1980-01-01")
    set_cell(folder / "outlets.csv", 2, kind="pigeon")
    message = refusal(folder)
    assert message.startswith("4 faults in the reference data, nothing was loaded:")
    for place in (
        "states.csv, line 3:",
        "memberships.csv, line 2: start:",
        "memberships.csv, line 2: status:",
        "outlets.csv, line 2: kind:",
    ):
        assert place in message
    assert "unknown state" not in message, "a row with a fault still counts for those that refer to it"


def test_an_unknown_column_is_refused(folder: Path) -> None:
    path = folder / "series.csv"
    path.write_text(path.read_text("utf-8").replace("slug,name,", "slug,title,", 1), "utf-8")
    message = refusal(folder)
    assert "series.csv, line 1: unknown column “title”; the columns are: slug, name," in message
    assert "series.csv, line 1: missing column “name”" in message
    assert "meetings.csv" not in message, "a file that cannot be read is not held against the others"


def test_broken_csv_is_refused_with_the_line_on_which_it_breaks(folder: Path) -> None:
    path = folder / "topics.csv"
    lines = path.read_text("utf-8").splitlines()
    lines[4] += ',"never closed'
    path.write_text("\n".join(lines), "utf-8")
    assert "topics.csv, line 5: broken CSV" in refusal(folder)


def test_a_row_with_a_cell_too_many_is_refused(folder: Path) -> None:
    path = folder / "states.csv"
    lines = path.read_text("utf-8").splitlines()
    lines[2] += ",one more"
    path.write_text("\n".join(lines), "utf-8")
    assert "states.csv, line 3: the row has 7 cells, the header has 6" in refusal(folder)


def test_a_file_that_is_missing_or_not_utf8_is_refused(folder: Path) -> None:
    (folder / "measures.csv").unlink()
    (folder / "states.csv").write_bytes("code,iso3,name\nKZ,KAZ,Казахстан\n".encode("cp1251"))
    message = refusal(folder)
    assert "measures.csv: the file is missing" in message
    assert "states.csv, line 2: the file is not UTF-8" in message


def test_an_empty_file_is_refused(folder: Path) -> None:
    (folder / "states.csv").write_text("")
    assert "states.csv, line 1: missing column “code”, “name”" in refusal(folder)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="is no folder"):
        load(tmp_path / "nowhere")


def test_faults_as_json_have_file_line_and_message(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_cell(folder / "states.csv", 3, name="")
    with pytest.raises(CommandError):
        call_command("load_reference", dir=folder, json=True)
    faults = json.loads(capsys.readouterr().out)["faults"]
    assert faults == [{"file": "states.csv", "line": 3, "message": "name: the cell is empty; it must not be."}]


def test_a_changed_cell_updates_one_row_and_a_changed_list_its_links(folder: Path) -> None:
    load(folder)
    set_cell(folder / "states.csv", 3, official_name="Republic of Qazaqstan")
    change(folder / "operations.csv", lambda rows: rows[0].update(participants="RU; CN", lead="RU"))
    tables = load_json(folder)["tables"]
    assert [tables[name]["updated"] for name in ("states", "operations", "meetings")] == [1, 1, 0]
    assert State.objects.get(code="KZ").official_name == "Republic of Qazaqstan"
    operation = Operation.objects.get(slug="border-ops-2013")
    assert {state.code for state in operation.participants.all()} == {"RU", "CN"}
    assert operation.lead.code == "RU"


def test_what_a_person_has_edited_is_kept_and_the_difference_is_reported(folder: Path) -> None:
    load(folder)
    State.objects.filter(code="KZ").update(name="Qazaqstan", edited_fields=["name"])
    operation = Operation.objects.get(slug="solidarity-2023")
    operation.participants.set(State.objects.filter(code="CN"))
    Operation.objects.filter(pk=operation.pk).update(date="2023", start="2023-01-01", end="2023-12-31", precision="year")
    Operation.objects.filter(pk=operation.pk).update(edited_fields=["participants", "date"])
    set_cell(folder / "states.csv", 3, name="Kazakhstan (new)", iso3="QAZ")
    outcome = load_json(folder)["tables"]
    kazakhstan = State.objects.get(code="KZ")
    assert (kazakhstan.name, kazakhstan.iso3) == ("Qazaqstan", "QAZ")
    assert outcome["states"]["kept"] == [{"row": "KZ", "field": "name", "file_value": "Kazakhstan (new)", "kept_value": "Qazaqstan"}]
    assert [state.code for state in operation.participants.all()] == ["CN"]
    assert {kept["field"] for kept in outcome["operations"]["kept"]} == {"participants", "date"}
    assert Operation.objects.get(slug="solidarity-2023").precision == "year"
    assert "kept: states.csv: KZ: name stays “Qazaqstan” as edited; the file says “Kazakhstan (new)”" in load(folder)


def test_a_row_that_an_editor_entered_is_kept_whole(folder: Path) -> None:
    State.objects.create(code="KZ", name="Entered by hand")
    kept = load_json(folder)["tables"]["states"]["kept"]
    assert State.objects.get(code="KZ").name == "Entered by hand"
    assert {"row": "KZ", "field": "name", "file_value": "Kazakhstan", "kept_value": "Entered by hand"} in kept


def test_a_row_whose_key_a_person_has_changed_is_not_loaded_a_second_time(folder: Path) -> None:
    load(folder)
    belarus = Membership.objects.get(state__code="BY", status="member")
    belarus.save()
    belarus.start, belarus.edited_fields = datetime.date(2024, 7, 5), ["start"]
    belarus.save()
    tables = load_json(folder)["tables"]
    assert Membership.objects.filter(state__code="BY", status="member").get().start == datetime.date(2024, 7, 5)
    assert [kept["field"] for kept in tables["memberships"]["kept"]] == ["start"]
    assert tables["memberships"]["inserted"] == 0


def test_a_row_that_a_person_has_deleted_stays_deleted(folder: Path) -> None:
    load(folder)
    person = User.objects.create(username="editor")
    alias = Alias.objects.get(kind="state", form="Bharat")
    alias._history_user = person
    alias.delete()
    tables = load_json(folder)["tables"]
    assert not Alias.objects.filter(form="Bharat").exists()
    assert [(kept["field"], kept["kept_value"]) for kept in tables["aliases"]["kept"]] == [("the row", "deleted")]


def test_what_belongs_to_a_record_that_a_person_has_deleted_is_left_out(folder: Path) -> None:
    load(folder)
    person = User.objects.create(username="editor")
    for record in (Operation.objects.get(slug="solidarity-2023"), Topic.objects.get(slug="arms")):
        record._history_user = person
        record.delete()
    tables = load_json(folder)["tables"]
    assert not Operation.objects.filter(slug="solidarity-2023").exists()
    assert {kept["row"] for kept in tables["operations"]["kept"]} == {"solidarity-2023"}
    assert {kept["kept_value"] for kept in tables["aliases"]["kept"]} == {"left out, as solidarity-2023 was deleted"}
    assert not Topic.objects.filter(slug="arms").exists()
    assert all(not table["inserted"] and not table["updated"] for table in tables.values())


def test_a_null_character_is_refused(folder: Path) -> None:
    set_cell(folder / "states.csv", 2, official_name="a\0b")
    assert "states.csv, line 2: official_name: the cell contains a null character" in refusal(folder)


def test_a_proposed_meeting_becomes_the_reference_row_of_its_number(folder: Path) -> None:
    series = MeetingSeries.objects.create(slug="border-heads", name="x", origin="reference")
    proposed = Meeting.objects.create(series=series, ordinal=10, city="Pudong", origin="import")
    load(folder)
    proposed.refresh_from_db()
    assert (proposed.city, proposed.origin, proposed.date) == ("Shanghai", "reference", "2024-07-10")


def test_a_boundary_moves_although_no_overlap_is_allowed_at_any_moment(folder: Path) -> None:
    load(folder)

    def move(rows: list[dict[str, str]]) -> None:
        for row in rows:
            if row["state"] == "BY" and row["status"] == "observer":
                row["until"] = "2024-07-08"
            if row["state"] == "BY" and row["status"] == "member":
                row["start"] = "2024-07-08"

    change(folder / "memberships.csv", move)
    outcome = load_json(folder)["tables"]["memberships"]
    assert (outcome["inserted"], outcome["updated"], outcome["removed"]) == (0, 2, [])
    status_of = {m.status: (m.start, m.until) for m in Membership.objects.filter(state__code="BY")}
    assert status_of["member"] == (datetime.date(2024, 7, 8), None)
    assert status_of["observer"][1] == datetime.date(2024, 7, 8)


def test_an_overlap_with_a_row_that_a_person_entered_is_refused_in_words(folder: Path) -> None:
    load(folder)
    malaysia = State.objects.get(code="MY")
    Membership.objects.create(state=malaysia, status="partner", start=datetime.date(2026, 1, 1), source_url="https://example.org/")
    change(
        folder / "memberships.csv",
        lambda rows: rows.append({**rows[-1], "state": "MY", "status": "observer", "start": "2025-12-01", "until": ""}),
    )
    message = refusal(folder)
    assert "nothing was loaded" in message
    assert "would overlap" in message
    assert "Malaysia" in message
    assert Membership.objects.filter(state=malaysia).count() == 1


def test_a_row_taken_out_of_the_file_is_reported_and_left(folder: Path) -> None:
    load(folder)
    change(folder / "measures.csv", lambda rows: rows.pop())
    report = load(folder)
    assert "no longer in measures.csv, left in the database: Distance patrolled" in report


def test_a_correction_waits_for_its_article_and_is_placed_by_a_later_load(folder: Path) -> None:
    load(folder)
    waiting = Correction.objects.get()
    assert (waiting.article, waiting.start, waiting.end) == (None, None, None)
    capture = Capture.objects.create(sha256=waiting.article_sha256, body=b"x", size=1, fetched_at=timezone.now())
    article = make_article(body=f"It happened in {waiting.quote}, they said.", capture=capture)
    load(folder)
    waiting.refresh_from_db()
    assert waiting.article == article
    assert article.text[waiting.start : waiting.end] == waiting.quote
    Article.objects.update(text="A title\n\nThe words are gone.")
    assert "a correction waits" in load(folder)
    waiting.refresh_from_db()
    assert waiting.article is None


def test_the_first_correction_quotes_the_2017_seed_word_for_word() -> None:
    seed = (settings.BASE_DIR / "seeds" / "articles" / "002_0a557847d78d548e.txt").read_bytes()
    with (settings.BASE_DIR / "seeds" / "reference" / "corrections.csv").open(encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file))
    assert row["article_sha256"] == hashlib.sha256(seed).hexdigest()
    assert seed.decode().count(row["quote"]) == 1
    assert "Bishkek" in row["right_value"]


def test_the_data_dictionary_explains_every_file_and_every_column() -> None:
    text = (settings.BASE_DIR / "seeds" / "README.md").read_text("utf-8")
    for table in TABLES:
        section = text.partition(f"## {table.file}\n")[2].partition("\n## ")[0]
        named = {word.strip("* ★`") for line in section.splitlines() if line.startswith("|") for word in line.split("|")[1].split(",")}
        assert {column.name for column in table.columns} <= named, table.file
        required = set(re.findall(r"\*\*(\w+)\*\*", section))
        assert required == {column.name for column in table.columns if column.required}, table.file


def test_the_delivered_files_have_every_column_and_no_other() -> None:
    for table in TABLES:
        with (settings.BASE_DIR / "seeds" / "reference" / table.file).open(encoding="utf-8", newline="") as file:
            assert set(next(csv.reader(file))) == {column.name for column in table.columns}
