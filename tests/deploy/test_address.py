"""DEST as it was written: what it is, and what is refused before another program sees it."""

import pytest

from generator.deploy.address import Kind, Target, parse
from generator.errors import UsageError


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("/var/www/site", Target(Kind.FOLDER, "/var/www/site")),
        ("site", Target(Kind.FOLDER, "site")),
        ("./-x", Target(Kind.FOLDER, "./-x")),
        ("./a:b", Target(Kind.FOLDER, "./a:b")),
        ("../with space/ü", Target(Kind.FOLDER, "../with space/ü")),
        ("C:\\site", Target(Kind.FOLDER, "C:\\site")),
        ("d:/site", Target(Kind.FOLDER, "d:/site")),
        ("host:/srv/www", Target(Kind.RSYNC, "host:/srv/www")),
        ("me@host.example:www", Target(Kind.RSYNC, "me@host.example:www")),
        ("me@[2001:db8::1]:/srv", Target(Kind.RSYNC, "me@[2001:db8::1]:/srv")),
        ("host:/srv/it's $(here)", Target(Kind.RSYNC, "host:/srv/it's $(here)")),
        ("rsync://host/module", Target(Kind.RSYNC, "rsync://host/module")),
        ("rsync://me@host:8730/module/below", Target(Kind.RSYNC, "rsync://me@host:8730/module/below")),
        ("s3://bucket", Target(Kind.STORE, "s3://bucket", "s3")),
        ("s3://bucket/papers/", Target(Kind.STORE, "s3://bucket/papers", "s3")),
        ("GS://bucket/x", Target(Kind.STORE, "GS://bucket/x", "gs")),
    ],
)
def test_what_it_is(written: str, target: Target) -> None:
    assert parse(written) == target


@pytest.mark.parametrize(
    "written",
    [
        "",
        "-e sh",
        "--rsh=sh",
        "-oProxyCommand=sh:/x",
        "me@-oProxyCommand=sh:/x",
        "-l:/x",
        "ho st:/x",
        "$(sh):/x",
        "me@ho;st:/x",
        "host:",
        "host::module",
        "host:/srv/*/site",
        "host:/srv/[a]",
        "rsync://host/module/?",
        "a\nb",
        "s3://b\0",
        "rsync://-e/x",
        "rsync://host",
        "rsync:///x",
        "s3://",
        "s3:///",
        "file:///etc",
        "local://x",
        "simplecache::s3://bucket",
        "s3://bucket::zip://x",
    ],
)
def test_what_is_refused(written: str) -> None:
    with pytest.raises(UsageError, match="DEST"):
        parse(written)
