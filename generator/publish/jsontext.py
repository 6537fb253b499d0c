"""A plain value → JSON (RFC 8259) that may stand in a file of its own and inside <script>. Pure.

Letters stay as they are. Nothing in it ends a script, nor begins a comment there; what XML cannot say is left out, as
it is everywhere.
"""

import re
from json import JSONEncoder

from jinja2 import TemplateRuntimeError
from markupsafe import Markup

# XML 1.0, 2.2: no reference and no escape can bring these into a document.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What JSON makes of control characters that XML cannot say; and "\\\\", behind which none of them begins.
_ESCAPED_CONTROL = re.compile(r"\\(?:\\|u00[01][0-9a-f]|[bf])")
# Inside <script> neither "</script>" nor "<!--" may come about; two ends of a line are none in older JavaScript.
_FOR_SCRIPT = [(sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029"]


def as_json(value: object) -> Markup:
    """Of a text, a number, or a list or mapping of such."""
    said = _encode(value)
    if "\\" in said:
        said = _ESCAPED_CONTROL.sub(lambda match: match[0] if match[0] == r"\\" else "", said)
    if not said.isascii():
        said = NOT_XML.sub("", said)
    for sign, written in _FOR_SCRIPT:
        said = said.replace(sign, written)
    return Markup(said)


def _not_plain(value: object) -> None:
    str(value)  # of a name that does not exist: it says so itself
    raise TemplateRuntimeError(f"{type(value).__name__} is no text, number or list of them, and cannot be JSON")


_encode = JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_not_plain).encode
