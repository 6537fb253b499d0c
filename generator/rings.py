"""When Python looks for rings of things that nobody else knows: seldom, while much is made of which most is needed.

Effects: this process, and nothing of what it makes.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MOST_KEPT = 1_000_000  # blocks of memory: a process that builds again and again looks through all things then

# So many more objects, and it looks, while an archive is built: what is imported stays, pages share what they are made
# of, and neither makes rings. After each 700, as Python has it, a twelfth of a start and a fiftieth of a build
# went into that.
MANY = 50_000
USUAL = (700, 10, 10)

_left = 0  # blocks of those that were found to be needed the last time


def seldom() -> None:
    """From now on, as befits a program that is over soon."""
    gc.set_threshold(MANY)


def usually() -> None:
    """From now on as Python does by itself: what answers for days makes rings with each request, and has the time."""
    gc.set_threshold(*USUAL)


def kept() -> None:
    """What there is now stays: to look at it again and again would cost a tenth of all that is made with it."""
    gc.freeze()
    seldom()


@contextmanager
def building() -> Iterator[None]:
    """Seldom, as long as pages are made."""
    before = gc.get_threshold()
    seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def growing(*, stays: bool = True) -> Iterator[None]:
    """While an archive is read or grows, most of what is made is needed and makes no rings: the collector would look
    through all of it again and again, for half of the time of a build, and a fifteenth of that in which 20,000 raw
    articles are read. What does make rings (Markdown, errors) is little. `stays`: once it is made it is looked at no
    more, until there is twice as much as was needed; not so where an archive only changes, again and again."""
    global _left  # noqa: PLW0603 # there is one collector for all of the process, too
    if stays and sys.getallocatedblocks() > max(MOST_KEPT, 2 * _left):
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        _left = sys.getallocatedblocks()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        if stays:
            gc.freeze()
