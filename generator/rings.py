"""Python looks for rings of things that nobody else knows; not while much is made of which most is needed. Pure."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MOST_KEPT = 500_000  # things: a process that builds again and again looks through them then

_left = 0  # things that were found to be needed the last time


@contextmanager
def growing(*, stays: bool = True) -> Iterator[None]:
    """While an archive is read or grows, most of what is made is needed and makes no rings: the collector would look
    through all of it again and again, for half of the time of a build, and a fifteenth of that in which 20,000 raw
    articles are read. What does make rings (Markdown, errors) is little. `stays`: once it is made it is looked at no
    more, until there is twice as much as was needed; not so where an archive only changes, again and again."""
    global _left  # noqa: PLW0603 # there is one collector for all of the process, too
    if stays and gc.get_freeze_count() > max(MOST_KEPT, 2 * _left):
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        _left = gc.get_freeze_count()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        if stays:
            gc.freeze()
