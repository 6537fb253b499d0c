"""Hosts that read lines of words, and S3, which reads JSON. Pure."""

import json
from collections.abc import Iterator

from generator.publish import urls
from generator.publish.hosts.said import FOLDERS, Headers
from generator.views import HostView


def netlify(view: HostView, said: Headers) -> str:
    """https://docs.netlify.com/manage/routing/redirects/overview/. What has a mark of exclamation goes before the file
    that stands there, and shows it. Such a file answers without its `.html` too."""
    del said
    gone = [urls.quoted(path) for one in view.asked_in_vain for path in dict.fromkeys((one, one.removesuffix(".html")))]
    return _lines([*(f"{path} {path} 410!" for path in gone), *_moved(view)])


def cloudflare(view: HostView, said: Headers) -> str:
    """https://developers.cloudflare.com/pages/configuration/redirects/ — it knows no 410 there, and no queries."""
    del said
    return _lines(list(_moved(view)))


def _lines(lines: list[str]) -> str:
    return "\n".join(["# Made by Backfile; the next build makes it again.", *lines, ""])


def _moved(view: HostView) -> Iterator[str]:
    for one in view.moved:
        query = f" {one.query.replace('&', ' ')}" if one.query else ""
        for path in one.asked:
            yield f"{urls.quoted(view.base + path)}{query} {one.to} 301"


def headers(view: HostView, said: Headers) -> str:
    """Both hosts read it alike. Pages they have revalidated unasked; where two rules name one header, its values would
    be joined."""
    base = urls.quoted(view.base)
    fixed = [f"  {name}: {value}" for name, value in said.fixed]
    kept = [line for folder in FOLDERS for line in (f"{base}{folder}*", f"  Cache-Control: {said.kept}")]
    return _lines([f"{base}*", *fixed, *kept])


def s3(view: HostView, said: Headers) -> str:
    """For `aws s3api put-bucket-website --website-configuration file://…`. No rules: of those it takes fifty, and each
    for all that begins so; what moved are pages."""
    del said
    settings = {
        "IndexDocument": {"Suffix": "index.html"},
        "ErrorDocument": {"Key": f"{view.base.removeprefix('/')}404.html"},
    }
    return json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
