"""From what the operator names to pieces: files, folders, standard input, addresses; packed or not."""

import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from articles.importer.issues import BadSource, Issue
from articles.importer.readers import reader_for
from articles.importer.readers.base import Piece, Reader, SplitOptions, Stream
from articles.importer.web import Fetcher, is_address

HEAD = 4096
PACKED = b"\x1f\x8b"
# A packed file may grow this much at once, and beyond that this many times its own size.
GROWTH_ALLOWED = 50_000_000
GROWTH_FACTOR = 100


@dataclass(slots=True)
class Sources:
    """The sources of one run, read lazily and in order."""

    names: Sequence[str]
    fetcher: Fetcher
    ignore: frozenset[str] = frozenset()
    stdin: BinaryIO | None = None

    def pieces(self) -> Iterator[Piece | Issue]:
        """Yield the pieces of every source; what cannot be read is an issue and the rest goes on."""
        for name in self.names:
            if not name.strip():
                # An empty path would mean the present folder: a variable that was never set must not import all of it.
                yield Issue("missing-path", "(an empty name)", "a source without a name was given")
            elif name == "-":
                yield from self._guard(name, self._standard_input())
            elif is_address(name):
                yield from self._guard(name, self.address(name))
            else:
                yield from self._path(Path(name))

    def address(self, url: str, *, nested: bool = False) -> Iterator[Piece | Issue]:
        """Fetch one address and split what it answers."""
        page = self.fetcher.fetch(url)
        stream = Stream(
            file=io.BytesIO(page.body),
            name=page.final_url,
            source=page.final_url,
            stem=page.final_url,
            media_type=page.media_type,
            charset=page.charset,
            url=page.final_url,
            fetched_at=page.fetched_at,
            http_status=page.status,
        )
        yield from self._split(stream, page.path, nested=nested)

    def _standard_input(self) -> Iterator[Piece | Issue]:
        yield from self._split(Stream(self.stdin or sys.stdin.buffer, "stdin", "standard input", "stdin", "text/plain"), "")

    def _path(self, path: Path) -> Iterator[Piece | Issue]:
        try:
            mode = path.stat().st_mode
        except OSError as error:
            code = "missing-path" if isinstance(error, FileNotFoundError | NotADirectoryError) else "unreadable-file"
            yield Issue(code, str(path), f"the path cannot be opened: {error.strerror}")
            return
        if not stat.S_ISDIR(mode):
            yield from self._guard(str(path), self._file(path, f"{path.resolve().parent.name}/{path.name}"))
            return
        root, empty = path.resolve().name, True
        for file in walk(path):
            empty = False
            name = f"{root}/{file.relative_to(path).as_posix()}"
            yield from self._guard(str(file), self._file(file, name))
        if empty:
            yield Issue("empty-folder", str(path), "the folder holds no file")

    def _file(self, path: Path, name: str) -> Iterator[Piece | Issue]:
        if not path.is_file():
            raise BadSource("unreadable-file", "this is neither a file nor a folder")
        with path.open("rb") as file:
            if not os.fstat(file.fileno()).st_size:
                raise BadSource("empty-file", "the file is empty")
            yield from self._split(Stream(file, name, str(path), path.stem), path.name)

    def _split(self, stream: Stream, file_name: str, *, nested: bool = False) -> Iterator[Piece | Issue]:
        """Unpack, recognise the format, and let its reader cut the stream into pieces."""
        file, packed = io.BufferedReader(cast(io.RawIOBase, stream.file)), None
        if file.peek(2)[:2] == PACKED:
            packed = Unpacked(file)
            file = io.BufferedReader(packed)
            file_name = file_name.removesuffix(".gz")
            stem = stream.stem if "://" in stream.stem else Path(stream.stem).stem
            stream = replace(stream, name=stream.name.removesuffix(".gz"), stem=stem)
        head = file.peek(HEAD)[:HEAD]
        if packed is not None and packed.failure is not None and not head:
            raise packed.failure
        reader = recognise(file_name, stream.media_type, head)
        if packed is not None:
            packed.is_lenient = reader.holds_many
        # What a feed leads to is read as a page; a feed behind a feed is not followed.
        options = SplitOptions(None if nested else self._linked, self.ignore)
        found = reader.split(replace(stream, file=file), reader, options)
        yield from found if packed is None else whole_records(found, reader, packed)

    def _linked(self, url: str) -> Iterator[Piece | Issue]:
        yield from self.address(url, nested=True)

    def _guard(self, source: str, pieces: Iterator[Piece | Issue]) -> Iterator[Piece | Issue]:
        try:
            yield from pieces
        except BadSource as error:
            yield error.at(source)
        except OSError as error:
            yield Issue("unreadable-file", source, f"the file cannot be read: {error.strerror or error}")


def whole_records(found: Iterator[Piece | Issue], reader: Reader, packed: "Unpacked") -> Iterator[Piece | Issue]:
    """Yield the records of a packed file; where the file ends in damage, its last record is cut by it, and the damage is the one issue."""
    held: Piece | Issue | None = None
    try:
        for one in found:
            if held is not None:
                yield held
            held = one
    except BadSource as error:
        if packed.failure is None:
            if held is not None:
                yield held
            raise error from None
    is_cut = packed.failure is not None and (isinstance(held, Issue) or not reader.shows_its_end)
    if held is not None and not is_cut:
        yield held
    if packed.failure is not None:
        raise packed.failure


def count_files(names: Sequence[str]) -> int | None:
    """Return how many files the sources name, when every one is a folder or a file that holds one article; else ``None``."""
    count = 0
    for name in names:
        path = Path(name)
        if name == "-" or not name.strip() or is_address(name) or not path.exists():
            return None
        for file in walk(path) if path.is_dir() else [path]:
            reader = reader_for(file.name, "", b"")
            if reader is None or reader.holds_many:
                return None
            count += 1
    return count


def walk(folder: Path) -> Iterator[Path]:
    """Yield the files under a folder in a fixed order; hidden ones and folders reached by a link are passed over."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(root, name)


def recognise(file_name: str, media_type: str, head: bytes) -> Reader:
    """Return the reader for what a source is called, declares itself to be, or begins with; refuse what is none."""
    if not head:
        raise BadSource("empty-file", "the file is empty")
    reader = reader_for(file_name, media_type, head)
    if reader is None and not _is_text(head):
        raise BadSource("binary-file", "the file is binary and in no format that the importer reads")
    if reader is None:
        raise BadSource("unknown-format", "the format is not one that the importer reads")
    return reader


class Unpacked(io.RawIOBase):
    """The content of a gzip file, refused when it grows out of proportion.

    A damaged file ends in an error; for a format of many records it ends as if it were whole, so that the records before the damage go in,
    and ``failure`` keeps the error for the end.
    """

    def __init__(self, file: "io.BufferedReader[Any]") -> None:
        """Begin at the file's current place."""
        self._counted = _Counted(file)
        self._unpacked = gzip.GzipFile(fileobj=cast(BinaryIO, self._counted), mode="rb")
        self._size = 0
        self.is_lenient = True
        self.failure: BadSource | None = None

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        """Unpack the next bytes."""
        if self.failure is None:
            try:
                return self._next(buffer)
            except EOFError:
                self.failure = BadSource("truncated-file", "the packed file ends before its end")
            except (gzip.BadGzipFile, zlib.error):
                self.failure = BadSource("truncated-file", "the packed file is damaged")
        if not self.is_lenient:
            raise self.failure
        return 0

    def _next(self, buffer: "bytearray | memoryview") -> int:
        part = self._unpacked.read1(len(buffer))
        self._size += len(part)
        if self._size > max(GROWTH_ALLOWED, GROWTH_FACTOR * self._counted.size):
            raise BadSource("inflates-too-much", f"the packed file grows to more than {GROWTH_FACTOR} times its size")
        buffer[: len(part)] = part
        return len(part)


class _Counted:
    """A file that counts what was read of it."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self.size = 0

    def read(self, size: int = -1) -> bytes:
        part = self._file.read(size)
        self.size += len(part)
        return part


def _is_text(head: bytes) -> bool:
    return b"\0" not in head and sum(byte < 9 for byte in head) <= len(head) // 200
