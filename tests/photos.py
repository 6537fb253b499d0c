"""Pictures for tests, made as they are needed: as bytes."""

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

GPS = {1: "N", 2: (58.0, 25.0, 12.0), 3: "W", 4: (22.0, 18.0, 36.0)}
GPS_IFD, ORIENTATION, MAKER = 0x8825, 0x0112, 0x010F


def scene(width: int, height: int, mode: str = "RGB", tone: int = 120) -> Image.Image:
    """A sea under a sky, the left half of which is darker: so turned ones are told."""
    image = Image.new("RGB", (width, height), (tone, tone, 255 - tone // 2))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, width // 2, height), fill=(tone // 2, tone // 2, 100))
    draw.ellipse((width // 4, height // 4, 3 * width // 4, 3 * height // 4), fill=(220, 200, tone))
    return image.convert(mode)


def written(image: Image.Image, kind: str, **options: Any) -> bytes:
    held = BytesIO()
    image.save(held, kind, **options)
    return held.getvalue()


def jpeg(width: int, height: int, *, tone: int = 120, turned: int = 1, placed: bool = False, **options: Any) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = turned
    exif[MAKER] = "A camera maker"
    if placed:
        exif[GPS_IFD] = GPS
    return written(scene(width, height, tone=tone), "JPEG", exif=exif, comment=b"A comment", **options)


def png(width: int, height: int, *, hole: bool = False, mode: str = "RGB") -> bytes:
    image = scene(width, height)
    if hole:
        image.putalpha(Image.new("L", (width, height), 0))
    return written(image if hole else image.convert(mode), "PNG")


def moving(kind: str, width: int = 900, height: int = 500) -> bytes:
    frames = [scene(width, height, tone=tone) for tone in (60, 120, 180)]
    return written(frames[0], kind, save_all=True, append_images=frames[1:], duration=200)


def svg(attributes: str = 'viewBox="0 0 400 300"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}><path d="M0 0h400v300z"/></svg>'.encode()


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image
