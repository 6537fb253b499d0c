"""Python looks for rings of things that nobody else knows; not while much is made of which most is needed. Pure."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MOST_KEPT = 500_000  # things: a process that builds again and again looks through them then


@contextmanager
def growing(*, stays: bool = True) -> Iterator[None]:
    """While an archive is read or grows, most of what is made is needed and makes no rings: the collector would look
    through all of it again and again, for half of the time of a build, and a fifteenth of that in which 20,000 raw
    articles are read. What does make rings (Markdown, errors) is little. `stays`: once it is made it is looked at no
    more, until there is too much of it; not so where an archive only changes, again and again."""
    if stays and gc.get_freeze_count() > MOST_KEPT:
        gc.unfreeze()
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        if stays:
            gc.freeze()
