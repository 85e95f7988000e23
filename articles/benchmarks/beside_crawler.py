"""Search pages while a crawler walks the filters: it ignores every "nofollow", has several connections and never pauses."""

import html
import itertools
import random
import re
import threading
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.core.management import CommandError

from articles.benchmarks.searching import Case, cases
from articles.benchmarks.serving import Client, Timing, server

CONNECTIONS = 4
LISTS = ("/articles/", "/statistics/", "/operations/", "/meetings/")
# A 503 with Retry-After is a proper answer to a crawler; a reader must not get one.
PROPER = frozenset({200, 304, 503})
_BOX = re.compile(r'<input type="checkbox"[^>]* name="([^"]+)" value="([^"]+)"')


@dataclass
class Crawler:
    """Walks combinations of the filters of all lists, as a crawler that fills in forms would, until it is told to stop."""

    port: int
    boxes: dict[str, list[tuple[str, str]]]
    stop: threading.Event = field(default_factory=threading.Event)
    answers: list[int] = field(default_factory=list)

    def walk(self, seed: int) -> None:
        """Ask for one combination after the other."""
        client = Client(self.port)
        for address in self.addresses(random.Random(seed)):
            if self.stop.is_set():
                return
            self.answers.append(client.get(address)[0])

    def addresses(self, chance: random.Random) -> Iterator[str]:
        """Yield addresses without end, of one to four filters each, each list in its turn."""
        for path in itertools.cycle(LISTS):
            chosen = chance.sample(self.boxes[path], min(len(self.boxes[path]), chance.randint(1, 4)))
            yield f"{path}?{urlencode(chosen)}"


def boxes_of(page: str) -> list[tuple[str, str]]:
    """Return name and value of every box of a list's filter panel."""
    return [(html.unescape(name), html.unescape(value)) for name, value in _BOX.findall(page)]


def measure_beside_crawler(times: int) -> dict[str, Any]:
    """Return the times of first pages by date, all words and filters in turn, asked for while a crawler walks the lists."""
    chosen = [case for case in cases() if case.sort == "newest" and case.page == 1]
    taken: dict[Case, list[float]] = {case: [] for case in chosen}
    with server(PAGES_KEPT="0") as port:
        client = Client(port)
        boxes = {path: boxes_of(client.get(path, **{"Accept-Encoding": "identity"})[2].decode()) for path in LISTS}
        crawler = Crawler(port, boxes)
        connections = [threading.Thread(target=crawler.walk, args=(seed,)) for seed in range(CONNECTIONS)]
        for one in connections:
            one.start()
        try:
            for case in [*chosen] * times:
                taken[case].append(client.time(case.path, 1).p50)
        finally:
            crawler.stop.set()
            for one in connections:
                one.join()
    if not crawler.answers or set(crawler.answers) - PROPER:
        raise CommandError(f"The crawler was answered {sorted(set(crawler.answers))}.")
    return {
        "connections": CONNECTIONS,
        "pages crawled": len(crawler.answers),
        "all": asdict(Timing.of([one for row in taken.values() for one in row])),
        "cases": [{"name": case.name, **asdict(Timing.of(row))} for case, row in taken.items()],
    }
