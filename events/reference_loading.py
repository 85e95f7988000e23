"""Reference files: reads and checks CSV tables whole, before a single row is written.

An app declares its files as :class:`Table` values (see :mod:`events.reference`); columns take their parsers from the model's fields.
Every fault of every file is collected, each with file, line and remedy; a load with a fault writes nothing.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import models

from events.reference_cells import CellFault, Parser, Ref, Values, parser_for

Getter = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file: where, and how to mend it."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.message}"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file. Its name is that of the model field it fills, unless ``parse`` fills others."""

    name: str
    required: bool = False
    parse: Parser | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A data row: its line, its cells as written, and the values of model fields read from them."""

    line: int
    cells: Mapping[str, str]
    values: Values
    sources: Mapping[str, str]

    def label(self, names: Sequence[str]) -> str:
        """Name the row by its key columns, for a person."""
        return " ".join(filter(None, (self.cells.get(name) or str(self.values.get(name) or "") for name in names)))


class Picture:
    """All rows of all files of one load, and which natural keys exist in the files or in the database."""

    def __init__(self) -> None:
        """Begin empty."""
        self.rows: dict[str, list[Row]] = {}
        self._codes: dict[type[models.Model], set[str]] = {}
        self._models: dict[str, type[models.Model]] = {}
        self._unread: set[type[models.Model]] = set()

    def add(self, table: "Table", contents: "Contents") -> None:
        """Take in a file."""
        self.rows[table.name] = contents.rows
        self._models[table.name] = table.model
        if not contents.is_read:
            self._unread.add(table.model)
        if len(table.key) == 1:
            stored = table.model._default_manager.values_list(table.key[0], flat=True)
            self._codes[table.model] = contents.codes | set(stored)

    def knows(self, ref: Ref) -> bool:
        """Tell whether a row that another refers to exists; a file that could not be read is not held against other files."""
        return ref.model in self._unread or ref.key in self._codes.get(ref.model, ())

    def knows_row(self, name: str, key: str) -> bool:
        """Tell the same of a row of a named file, for a table that another app declares."""
        return name in self._models and self.knows(Ref(self._models[name], key))


Check = Callable[[list[Row], Picture], Iterator[tuple[int, str]]]
Derive = Callable[[Mapping[str, str], Values], Values]


@dataclass(slots=True)
class Contents:
    """What was found in a file: sound rows, faults, and the natural keys of all rows, sound or not."""

    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    is_read: bool = True


@dataclass(frozen=True)
class Table:
    """A reference file and the model it fills.

    ``key`` names the fields of the natural key; ``key_of`` computes it where it is not simply their values. ``second_key`` recognises a
    row whose key has been changed in the file. ``same`` words the fault of two rows with one key. ``derive`` adds values computed from
    others. ``check`` finds faults that only the whole file shows; ``check_final`` finds what the database would refuse, given the rows
    as they will stand. ``rewrite`` takes changed rows out and puts them back, for a rule that looks at each row as it is written.
    """

    name: str
    model: type[models.Model]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    key_of: Callable[[Getter], tuple[Any, ...]] | None = None
    second_key: Callable[[Getter], tuple[Any, ...]] | None = None
    same: Callable[[Row, Row], str] | None = None
    derive: Derive | None = None
    check: Check | None = None
    check_final: Callable[[Iterable[models.Model]], Iterator[str]] | None = None
    rewrite: bool = False
    parsers: dict[str, Parser] = field(init=False)

    def __post_init__(self) -> None:
        """Give every column its parser."""
        parsers = {column.name: column.parse or parser_for(self.model._meta.get_field(column.name)) for column in self.columns}
        object.__setattr__(self, "parsers", parsers)

    @property
    def file(self) -> str:
        """The file's name."""
        return f"{self.name}.csv"

    def attname(self, name: str) -> str:
        """Return the attribute in which a record stores a field."""
        attname: str = self.model._meta.get_field(name).attname  # type: ignore[union-attr] # no reverse relation stands in a file
        return attname

    def natural_key(self, get: Getter) -> tuple[Any, ...]:
        """Return the natural key of a row, given how to get a field's value."""
        return self.key_of(get) if self.key_of else tuple(get(name) for name in self.key)


def read_tables(folder: Path, tables: Sequence[Table]) -> tuple[Picture, list[Fault]]:
    """Read and check the files of a folder; return the rows and all faults found."""
    picture = Picture()
    faults: list[Fault] = []
    for table in tables:
        contents = _read_file(folder / table.file, table)
        picture.add(table, contents)
        faults += contents.faults
    for table in tables:
        faults += [Fault(table.file, line, message) for line, message in _check_rows(table, picture)]
    return picture, sorted(faults, key=lambda fault: (fault.file, fault.line))


def _read_file(path: Path, table: Table) -> Contents:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return _unread(table, 0, "the file is missing; put it back, with its header line at least.")
    except OSError as error:
        return _unread(table, 0, f"the file cannot be read ({error.strerror}); check its permissions.")
    except UnicodeDecodeError as error:
        return _unread(table, _line_of(path, error.start), "the file is not UTF-8; save it as UTF-8.")
    contents, header = Contents(), []
    try:
        for line, record in _records(text):
            if line == 0:
                header = record
                wrong = [Fault(table.file, 1, message) for message in _header_faults(record, table)]
                if wrong:
                    return Contents(faults=wrong, is_read=False)
            elif record:
                _read_row(line, header, record, table, contents)
    except csv.Error as error:
        remedy = "close every quotation mark and double those inside a cell"
        contents.faults.append(Fault(table.file, _broken_line(text), f"broken CSV ({error}); {remedy}."))
        contents.is_read = False
    return contents


def _unread(table: Table, line: int, message: str) -> Contents:
    return Contents(faults=[Fault(table.file, line, message)], is_read=False)


def _line_of(path: Path, offset: int) -> int:
    return path.read_bytes()[:offset].count(b"\n") + 1


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the number of its first line; the header gets 0."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins, header = 1, True
    for record in reader:
        yield (0 if header else begins), record
        begins, header = reader.line_num + 1, False
    if header:
        yield 0, []


def _broken_line(text: str) -> int:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for _ in reader:
            begins = reader.line_num + 1
    except csv.Error:
        return begins
    return begins


def _header_faults(header: list[str], table: Table) -> Iterator[str]:
    known = [column.name for column in table.columns]
    for name in header:
        if name not in known:
            yield f"unknown column “{name}”; the columns are: {', '.join(known)}."
        elif header.count(name) > 1:
            yield f"the column “{name}” stands twice; keep one."
    missing = [column.name for column in table.columns if column.required and column.name not in header]
    if missing:
        yield f"missing column {', '.join(f'“{name}”' for name in missing)}; add it to the header line."


def _read_row(line: int, header: list[str], record: list[str], table: Table, contents: Contents) -> None:
    if len(record) != len(header):
        wanted = f"the row has {len(record)} cells, the header has {len(header)}; add or remove commas, quote cells that contain one."
        contents.faults.append(Fault(table.file, line, wanted))
        return
    cells = {name: cell.strip() for name, cell in zip(header, record, strict=True)}
    contents.codes.add(cells.get(table.key[0], ""))
    values: Values = {}
    sources: dict[str, str] = {}
    wrong: list[Fault] = []
    for column in table.columns:
        text = cells.get(column.name, "")
        try:
            if "\0" in text:
                raise CellFault("the cell contains a null character; take it out.")
            if column.required and not text:
                raise CellFault("the cell is empty; it must not be.")
            read = table.parsers[column.name](text)
        except CellFault as fault:
            wrong.append(Fault(table.file, line, f"{column.name}: {fault}"))
            continue
        values |= read
        sources |= dict.fromkeys(read, column.name)
    contents.faults += wrong
    if not wrong:
        derived = table.derive(cells, values) if table.derive else {}
        sources = {name: name for name in derived} | sources
        contents.rows.append(Row(line, cells, values | derived, sources))


def _check_rows(table: Table, picture: Picture) -> Iterator[tuple[int, str]]:
    rows = picture.rows[table.name]
    first: dict[tuple[Any, ...], Row] = {}
    for row in rows:
        yield from ((row.line, message) for message in _unknown_refs(row, picture))
        key = table.natural_key(row.values.get)
        if key in first:
            message = (
                table.same(first[key], row) if table.same else f"the same {', '.join(table.key)} stands on line {first[key].line} already"
            )
            yield row.line, f"{message}; keep one of the two rows."
        first.setdefault(key, row)
    if table.check:
        yield from table.check(rows, picture)


def _unknown_refs(row: Row, picture: Picture) -> Iterator[str]:
    for name, value in row.values.items():
        refs = [value] if isinstance(value, Ref) else value if isinstance(value, tuple) else []
        for ref in refs:
            if isinstance(ref, Ref) and not picture.knows(ref):
                kind = str(ref.model._meta.verbose_name)
                yield f"{row.sources.get(name, name)}: unknown {kind} “{ref.key}”; correct it or add the {kind} to its own file."
