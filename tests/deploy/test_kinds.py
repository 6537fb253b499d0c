"""What a host is to say of a file."""

import pytest

from generator.deploy.kinds import A_WHILE, ASK, FOR_EVER, headers, packed


@pytest.mark.parametrize(
    ("path", "kind", "cache"),
    [
        ("2021/a.html", "text/html; charset=utf-8", ASK),
        ("A.HTML", "text/html; charset=utf-8", ASK),
        ("2021/quake-0123456789abcdef.html", "text/html; charset=utf-8", ASK),
        ("2021/a.md", "text/markdown; charset=utf-8", ASK),
        ("feed.xml", "application/xml; charset=utf-8", ASK),
        ("site.webmanifest", "application/manifest+json; charset=utf-8", ASK),
        ("robots.txt", "text/plain; charset=utf-8", ASK),
        ("static/style.css", "text/css; charset=utf-8", A_WHILE),
        ("static/site.0a1b2c3d.js", "text/javascript; charset=utf-8", FOR_EVER),
        ("favicon.svg", "image/svg+xml; charset=utf-8", A_WHILE),
        ("media/harbour.jpg", "image/jpeg", A_WHILE),
        ("media/harbour-800.jpg", "image/jpeg", A_WHILE),
        ("media/harbour-20201118.jpg", "image/jpeg", A_WHILE),
        ("media/harbour-0a1b2c3d4e5f.webp", "image/webp", FOR_EVER),
        ("media/0a1b2c3d4e5f6071.avif", "image/avif", FOR_EVER),
        ("static/text.woff2", "font/woff2", A_WHILE),
        ("CNAME", "application/octet-stream", ASK),
        ("_redirects", "application/octet-stream", ASK),
        ("a.b/c", "application/octet-stream", ASK),
    ],
)
def test_headers(path: str, kind: str, cache: str) -> None:
    assert (headers(path).content_type, headers(path).cache_control) == (kind, cache)


def test_what_is_packed_is_not_packed_again() -> None:
    assert all(map(packed, ["a.png", "a.JPG", "a.woff2", "a.html.gz", "a.html.br", "a.mp4"]))
    assert not any(map(packed, ["a.html", "a.svg", "a.wav", "a.tiff", "png", "a.png/b"]))
