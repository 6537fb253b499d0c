"""Python looks for rings of things that nobody else knows; not while much is made of which most is needed. Pure."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MOST_KEPT = 1_000_000  # blocks of memory: a process that builds again and again looks through all things then

_left = 0  # blocks of those that were found to be needed the last time


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
