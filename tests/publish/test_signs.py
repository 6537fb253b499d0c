"""The signs of Markdown: a sign is looked for before its pattern is, so that each pattern must begin with its sign."""

import re

import pytest

from generator.publish import signs

ACTING = {**signs.OF_HTML, **signs.OF_SPANS, **signs.OF_BLOCKS}


@pytest.mark.parametrize("sign", ACTING)
def test_what_acts_begins_with_its_sign(sign: str) -> None:
    pattern = ACTING[sign].pattern
    assert pattern.startswith((sign, re.escape(sign), repr(sign)[1:-1]))
    assert "|" not in re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^]]*\]", "", pattern)


@pytest.mark.parametrize("sign", sorted("\\`*_{}[]()>#+-.!|"))
def test_what_was_escaped_is_held_and_released(sign: str) -> None:
    held = signs.held(f"a \\{sign} b")
    assert sign not in held
    assert signs.released(held) == f"\na {sign.replace('>', '&gt;')} b\n"
