"""What a look at a picture tells, and what a smaller copy of it says: no more than what is to be seen."""

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from generator.errors import ItemError
from generator.publish import darkroom
from generator.publish.model import Sight
from generator.publish.pictures import MOST, WIDTHS, height
from tests.photos import GPS_IFD, jpeg, moving, opened, png, scene, svg, written

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>58,25.2N</exif:GPSLatitude></x:xmpmeta>'


def copies(content: bytes, name: str = "a.jpg") -> dict[int, bytes]:
    sight = darkroom.look(content, name)
    return darkroom.copies(content, sight, [width for width in WIDTHS if width < sight.width])


def seen(content: bytes, name: str) -> tuple[int, int, bool, bool, bool, str]:
    return darkroom.look(content, name)[1:]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.jpg", jpeg(2000, 1500), (2000, 1500, True, False, False, "")),
        ("a.JPEG", jpeg(2000, 1500, placed=True), (2000, 1500, True, False, True, "")),
        ("a.jpg", jpeg(900, 600, xmp=XMP), (900, 600, True, False, True, "")),
        ("a.png", png(30, 20), (30, 20, True, False, False, "")),
        ("a.png", png(30, 20, hole=True), (30, 20, True, True, False, "")),
        ("a.png", written(scene(30, 20, "RGBA"), "PNG"), (30, 20, True, False, False, "")),  # it hides nothing
        ("a.png", written(scene(30, 20, "I;16"), "PNG"), (30, 20, False, False, False, "")),  # 16 bits of grey
        ("a.webp", written(scene(30, 20), "WEBP"), (30, 20, True, False, False, "")),
        ("a.gif", written(scene(30, 20), "GIF"), (30, 20, False, False, False, "")),
        ("a.bmp", written(scene(30, 20), "BMP"), (30, 20, False, False, False, "")),
        ("a.gif", moving("GIF"), (900, 500, False, False, False, "")),
        ("a.png", moving("PNG"), (900, 500, False, False, False, "")),
        ("a.webp", moving("WEBP"), (900, 500, False, False, False, "")),
        ("a.svg", svg(), (400, 300, False, True, False, "")),
        ("a.svg", svg('width="40" height="30px" viewBox="0 0 1 1"'), (40, 30, False, True, False, "")),
        ("a.svg", svg('width="100%" viewBox="-10 -10, 80.4 60"'), (80, 60, False, True, False, "")),
        ("a.svg", svg('title="a > b" viewBox="0 0 0 0"'), (0, 0, False, True, False, "")),
        ("a.svg", b"<html>", (0, 0, False, False, False, "none")),
        ("a.avif", b"whatever it is", (0, 0, False, False, False, "")),
        ("a.jpg", b"JFIF", (0, 0, False, False, False, "none")),
        ("a.jpg", b"", (0, 0, False, False, False, "none")),
        ("a.tif", written(scene(30, 20), "TIFF"), (0, 0, False, False, False, "foreign")),
        ("a.jpg", jpeg(900, 600)[:4000], (0, 0, False, False, False, "broken")),
        ("a.png", png(900, 600)[:2000], (0, 0, False, False, False, "broken")),
        ("a.webp", written(scene(900, 600), "WEBP")[:2000], (0, 0, False, False, False, "none")),
        ("a.png", written(Image.new("1", (20_000, 6_000)), "PNG"), (0, 0, False, False, False, "bomb")),
    ],
)
def test_what_a_look_tells(name: str, content: bytes, told: tuple[object, ...]) -> None:
    assert seen(content, name) == told


def test_a_picture_of_other_pictures_behind_it_is_scaled_as_any() -> None:
    """As telephones write JPEG: MPO, whose first picture is the one that browsers show."""
    several = written(scene(900, 600), "MPO", save_all=True, append_images=[scene(90, 60)])
    assert seen(several, "a.jpg") == (900, 600, True, False, False, "")
    assert opened(copies(several)[640]).format == "JPEG"


def test_a_bomb_is_told_by_its_head_alone() -> None:
    """Its pixels are not there: whoever reads them finds nothing."""
    head = b"\x89PNG\r\n\x1a\n"
    for kind, data in (
        (b"IHDR", b"\x00\x00\xff\xff\x00\x00\xff\xff\x08\x02\x00\x00\x00"),
        (b"IDAT", b"x"),
        (b"IEND", b""),
    ):
        head += len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)
    assert darkroom.look(head, "a.png").wrong == "bomb"
    assert MOST < 0xFFFF * 0xFFFF


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_picture_lies_as_its_camera_says(turned: int) -> None:
    content = jpeg(1600, 900, turned=turned)
    across = turned < 5
    assert seen(content, "a.jpg")[:2] == ((1600, 900) if across else (900, 1600))
    copy = opened(copies(content)[640])
    assert copy.size == ((640, 360) if across else (640, 1138))
    first, last = copy.getpixel((5, 5)), copy.getpixel((copy.width - 5, copy.height - 5))
    begins_dark = {1: True, 2: False, 3: False, 4: True, 5: True, 6: True, 7: False, 8: False}
    assert (sum(first) < sum(last)) == begins_dark[turned]  # type: ignore[arg-type]  # three numbers


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", jpeg(2000, 1500, placed=True, turned=6, icc_profile=SRGB, xmp=XMP)),
        ("a.jpg", jpeg(2000, 1500, progressive=True, dpi=(300, 300), icc_profile=SRGB)),
        ("a.png", written(scene(2000, 1500), "PNG", icc_profile=SRGB, exif=opened(jpeg(9, 9, placed=True)).getexif())),
        (
            "a.webp",
            written(
                scene(2000, 1500), "WEBP", icc_profile=SRGB, xmp=XMP, exif=opened(jpeg(9, 9, placed=True)).getexif()
            ),
        ),
    ],
)
def test_a_copy_says_nothing_but_its_pixels_and_their_colours(name: str, content: bytes) -> None:
    found = copies(content, name)
    assert sorted(found) == list(WIDTHS)
    for copy in found.values():
        image = opened(copy)
        assert image.format == opened(content).format
        assert image.info.get("icc_profile") == SRGB
        assert not image.getexif()
        assert not image.getexif().get_ifd(GPS_IFD)
        assert not {"exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp", "dpi"} & image.info.keys()
        assert not any(word in copy for word in (b"GPS", b"Exif", b"A camera maker", b"A comment", b"adobe"))
        assert darkroom.look(copy, name).placed is False


def test_a_copy_is_lighter_and_ready_to_be_seen_before_it_is_whole() -> None:
    content = jpeg(2000, 1500, quality=95)
    small, large = (copies(content)[width] for width in WIDTHS)
    assert len(small) < len(large) < len(content)
    assert opened(large).info["progressive"]


def test_what_is_clear_stays_clear() -> None:
    hole = png(900, 600, hole=True)
    assert opened(copies(hole, "a.png")[640]).getpixel((9, 9))[3] == 0  # type: ignore[index]  # four numbers
    palette = written(scene(900, 600, "P"), "PNG", transparency=0)
    assert opened(copies(palette, "a.png")[640]).has_transparency_data == darkroom.look(palette, "a.png").clear


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_mode_of_a_png_is_scaled(mode: str) -> None:
    content = written(scene(900, 600, mode), "PNG")
    copy = opened(copies(content, "a.png")[640])
    assert copy.size == (640, 427)
    assert (copy.mode == "P") == (mode in {"1", "P"})  # few colours stay few


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_every_mode_of_a_jpeg_is_scaled(mode: str) -> None:
    assert opened(copies(written(scene(900, 600, mode), "JPEG"))[640]).mode == mode


def test_a_copy_is_the_same_each_time() -> None:
    content = jpeg(2000, 1500)
    assert copies(content) == copies(content)


def test_what_cannot_be_made_smaller_says_so() -> None:
    sight = darkroom.look(jpeg(900, 600), "a.jpg")
    with pytest.raises(ItemError, match="cannot be made smaller"):
        darkroom.copies(jpeg(900, 600)[:4000], sight, [640])


@settings(max_examples=40, derandomize=True)
@given(st.binary(max_size=300), st.sampled_from(["a.jpg", "a.png", "a.webp", "a.gif", "a.svg"]), st.integers(0, 3))
def test_no_bytes_stop_a_look(noise: bytes, name: str, which: int) -> None:
    sound = (b"", jpeg(40, 30), png(40, 30), moving("GIF", 40, 30))[which]
    sight = darkroom.look(sound[: len(sound) // 2] + noise, name)
    assert isinstance(sight, Sight)
    assert not (sight.wrong and (sight.width or sight.scaled))


@given(st.integers(1, 70_000), st.integers(1, 70_000))
def test_the_height_of_a_copy_is_to_its_width_as_that_of_the_picture(width: int, tall: int) -> None:
    for wide in WIDTHS:
        found = height(Sight("", width, tall), wide)
        assert found >= 1
        assert abs(found - tall * wide / width) <= 1
