"""What is written to an archive, told in batches: one for a save, one for ten thousand files. Effects.

Editors write in many ways: over the file, beside it and then in its place, with swap and backup files around. So an
event says only which folder was touched; what is other there, a look at it tells.
"""

import asyncio
import errno
import logging
import os
import tempfile
import time
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from generator import files, quiet, rooms
from generator.preview.state import Touched, places

# A folder that was moved away and back is watched once more: watchdog warns of it, and does what is right.
warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)
logging.getLogger("watchdog").addHandler(logging.NullHandler())  # of events that were lost, too: see FLOOD

WRITES = frozenset(["created", "modified", "moved", "deleted", "closed"])
HOMES = ("content", "layouts")
LULL = 0.03  # seconds without an event after which a save is over,
LONG_LULL = 0.3  # and something larger
MANY = 12  # events, which no editor makes for one save
FLOOD = 2000  # events, among which some may be lost: Linux holds 16,384, up to eight for one that we hear of
MOST = 5.0  # seconds that nobody waits longer than


_FULL = {
    errno.ENOSPC: "no watches are left: fs.inotify.max_user_watches",
    errno.EMFILE: "no watches are left: fs.inotify.max_user_instances",
}


class _Handler(FileSystemEventHandler):
    def __init__(self, root: Path, told: Callable[[Touched], None], meet: Callable[[str], None]) -> None:
        """`told`: hears of each write; `meet`: of each home that was not there before."""
        self._root = str(root)
        self._told = told
        self._meet = meet

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in WRITES or (event.is_directory and event.event_type == "modified"):
            return
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        folders = frozenset([folder for path in paths if (folder := self._folder(path))])
        if folders:
            self._told(Touched(folders, everything=event.is_directory))

    def on_created(self, event: FileSystemEvent) -> None:
        """A folder that was not there when we began."""
        self._met(os.fsdecode(event.src_path))

    def on_moved(self, event: FileSystemEvent) -> None:
        self._met(os.fsdecode(event.dest_path))

    def _met(self, path: str) -> None:
        home, _, name = path.rpartition("/")
        if home == self._root and name in HOMES:
            self._meet(path)

    def _folder(self, path: str) -> str:
        """The folder that has to be looked at; "" where nothing of the archive is."""
        folder, _, name = path.rpartition("/")
        if name.startswith(".") or files.aside(name):  # or what we write before it is in its place
            return ""
        inside = f"{path}/".removeprefix(f"{self._root}/")
        ours = inside.startswith(("content/", "layouts/")) and not inside.startswith("content/ledger/")
        return folder if ours or inside == f"{rooms.NAME}/" else ""


class Watch:
    """`async for touched in watch:`. Close it. `polling`: the system cannot tell us, so we look ourselves."""

    def __init__(self, root: Path, seen: quiet.Survey, say: Callable[[str], None]) -> None:
        """`seen`: what stood there when it was read; what was written since then is told first."""
        self._root = root
        self._told: asyncio.Queue[Touched] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._observer = Observer()
        self._watches: dict[str, ObservedWatch] = {}
        self._say = say
        self.polling = False
        try:
            self._begin()
            self._probe()
        except OSError as error:  # a system has only so many watches for each user
            self._blind(error)
        self._task = asyncio.create_task(self._poll(seen))

    def _begin(self) -> None:
        self._handler = _Handler(self._root, self._tell, self._meet)
        self._observer.schedule(self._handler, str(self._root))
        for name in HOMES:
            self._watch(str(self._root / name))
        self._observer.start()

    def _probe(self) -> None:
        """Raises OSError where no watch is left: watchdog passes in silence over folders that it could not watch."""
        with tempfile.TemporaryDirectory() as folder:
            self._observer.unschedule(self._observer.schedule(FileSystemEventHandler(), folder))

    def _blind(self, error: OSError) -> None:
        self.polling = True
        why = _FULL.get(error.errno or 0) or os.strerror(error.errno or 0)
        self._say(f"The system cannot tell what is edited ({why}); looking for it now and then instead.")

    async def _check(self) -> None:
        """Folders came: is each of them watched?"""
        try:
            await asyncio.to_thread(self._probe)
        except OSError as error:
            self._blind(error)
            self._task.cancel()
            self._task = asyncio.create_task(self._poll(await asyncio.to_thread(survey, self._root)))

    def _watch(self, home: str) -> None:
        """A home of ours with all that is below it."""
        if home in self._watches:
            self._observer.unschedule(self._watches.pop(home))
        if os.path.isdir(home):
            self._watches[home] = self._observer.schedule(self._handler, home, recursive=True)

    def _meet(self, home: str) -> None:
        """One that was not there, or went and came back. What it brought with it is looked at after this."""
        with suppress(OSError):  # `_check` will see it
            self._watch(home)
        self._tell(Touched(frozenset([home]), everything=True))

    def _tell(self, touched: Touched) -> None:
        """From the thread of the observer."""
        self._loop.call_soon_threadsafe(self._told.put_nowait, touched)

    def close(self) -> None:
        self._task.cancel()
        if self._observer.is_alive():
            self._observer.stop()

    async def __aiter__(self) -> AsyncIterator[Touched]:
        """A batch ends when nothing has come for a while."""
        while True:
            batch, count = await self._told.get(), 1
            until = time.monotonic() + MOST
            while time.monotonic() < until:
                try:
                    # Not by `wait_for`: until Python 3.12 it does not hear that it is to end if an event comes with it.
                    async with asyncio.timeout(LULL if count < MANY else LONG_LULL):
                        more = await self._told.get()
                except TimeoutError:
                    break
                batch, count = batch | more, count + 1
            if batch.everything and not self.polling:
                await self._check()
            yield batch | Touched(everything=True) if count >= FLOOD else batch

    async def _poll(self, seen: quiet.Survey) -> None:
        """Look at everything: once, or again and again for no more than a tenth of the time."""
        while True:
            began = time.monotonic()
            now = await asyncio.to_thread(survey, self._root, seen)
            if (found := touched(seen, now)).folders:
                self._told.put_nowait(found)
            if not self.polling:
                return
            seen = now
            await asyncio.sleep(max(0.5, 9 * (time.monotonic() - began)))


def survey(root: Path, last: quiet.Survey = quiet.Survey({})) -> quiet.Survey:
    return quiet.survey(places(root), last.folders, doubt=False)


def touched(before: quiet.Survey, now: quiet.Survey) -> Touched:
    """What was written to between two looks."""
    homes = [name if os.path.isdir(name) else os.path.dirname(name) for name in now.differ(before.folders)]
    return Touched(frozenset(homes), everything=now.folders.keys() != before.folders.keys())
