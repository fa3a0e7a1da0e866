"""Pictures → what the networks are shown: whole, or a crop of another place, scale, colour and side; and textures made here."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

STEP = 32
ASPECT_MAX = 3.0
Rgb = NDArray[np.uint8]


def opened(file: str) -> Image.Image:
    """Upright, 8-bit, three channels."""
    return ImageOps.exif_transpose(Image.open(file)).convert("RGB")


def whole(picture: Image.Image, size: int = 256) -> Rgb:
    """All of it in its own proportions, at most 3 : 1, at the area of size² pixels: the view `whole` of lib/vision."""
    aspect = min(ASPECT_MAX, max(1 / ASPECT_MAX, picture.width / picture.height))
    sides = [max(STEP, round(size * factor / STEP) * STEP) for factor in (aspect**0.5, aspect**-0.5)]
    return np.asarray(ImageOps.fit(picture, (sides[0], sides[1]), Image.Resampling.LANCZOS))


def crop(picture: Image.Image, random: np.random.Generator, size: int = 224) -> Rgb:
    """A square of 30–95 % of the short side anywhere, turned about half the time, in other colours."""
    side = max(32, round(min(picture.size) * random.uniform(0.3, 0.95)))
    left, top = (int(random.integers(0, length - side + 1)) for length in picture.size)
    part = picture.crop((left, top, left + side, top + side)).resize((size, size), Image.Resampling.LANCZOS)
    values = np.asarray(part, dtype=np.float32) / 255
    if random.random() < 0.5:
        values = values[:, ::-1]
    return recoloured(values, random)


def nearly_whole(picture: Image.Image, random: np.random.Generator, size: int = 224) -> Rgb:
    """Three quarters of each side or more, turned about half the time, in colours between its own and others."""
    width, height = (max(32, round(side * random.uniform(0.75, 1))) for side in picture.size)
    left, top = int(random.integers(0, picture.width - width + 1)), int(random.integers(0, picture.height - height + 1))
    values = whole(picture.crop((left, top, left + width, top + height)), size).astype(np.float32) / 255
    if random.random() < 0.5:
        values = values[:, ::-1]
    strength = random.uniform(0, 0.7)
    own, other = values * 255, recoloured(values, random).astype(np.float32)
    return np.round(own + strength * (other - own)).astype(np.uint8)


def mixed(first: Image.Image, second: Image.Image, random: np.random.Generator) -> Rgb:
    """Crops of two pictures laid over each other, or beside each other, or one in the other's colours; half of them in another medium."""
    own, other = (crop(picture, random).astype(np.float32) / 255 for picture in (first, second))
    way = random.integers(3)
    if way == 0:
        values = own + random.uniform(0.3, 0.7) * (other - own)
    elif way == 1:
        y, x = np.mgrid[: len(own), : len(own)] / len(own) - random.uniform(0.35, 0.65)
        angle = random.uniform(0, 2 * np.pi)
        values = np.where((np.cos(angle) * x + np.sin(angle) * y > 0)[..., None], own, other)
    else:
        values = (own - own.mean((0, 1))) / (own.std((0, 1)) + 0.02) * other.std((0, 1)) + other.mean((0, 1))
    picture = Image.fromarray(np.round(np.clip(values, 0, 1) * 255).astype(np.uint8))
    return np.asarray(in_another_medium(picture, random) if random.random() < 0.5 else picture)


def in_another_medium(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """Softer, or sharper, or grainier, or in fewer colours: as another photograph or print would be."""
    way = random.integers(4)
    if way == 0:
        return picture.filter(ImageFilter.GaussianBlur(random.uniform(0.4, 2)))
    if way == 1:
        return picture.filter(ImageFilter.UnsharpMask(random.uniform(1, 3), int(random.integers(50, 250)), 2))
    if way == 2:
        values = np.asarray(picture) + random.normal(0, random.uniform(4, 20), (picture.height, picture.width, 1))
        return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
    return ImageOps.posterize(picture, int(random.integers(2, 5)))


def recoloured(values: NDArray[np.float32], random: np.random.Generator) -> Rgb:
    """Brightness, contrast, saturation and each channel's strength, one time in eight also turned to grey."""
    grey = values.mean(2, keepdims=True)
    saturation = 0.0 if random.random() < 0.125 else random.uniform(0.5, 1.5)
    values = grey + (values - grey) * saturation
    values = (values - 0.5) * random.uniform(0.6, 1.4) + 0.5 + random.uniform(-0.15, 0.15)
    values = np.clip(values * random.uniform(0.85, 1.15, 3), 0, 1) ** random.uniform(0.7, 1.4)
    return np.round(values * 255).astype(np.uint8)


def texture(random: np.random.Generator, size: int = 224) -> Rgb:
    """Noise of a chosen roughness with a direction, cut into a few colours or left smooth, with strokes laid over it."""
    frequencies = np.fft.fftfreq(size)
    angle = random.uniform(0, np.pi)
    along = np.cos(angle) * frequencies[:, None] + np.sin(angle) * frequencies[None]
    across = -np.sin(angle) * frequencies[:, None] + np.cos(angle) * frequencies[None]
    stretch = random.uniform(1, 8)
    amplitude = (np.hypot(along * stretch, across) + 1 / size) ** -random.uniform(0.5, 2.5)
    phases = np.exp(2j * np.pi * random.random((3, size, size)))
    noise = np.fft.ifft2(amplitude * phases).real
    noise = noise / noise.std((1, 2), keepdims=True) * random.uniform(0.08, 0.3)
    if random.random() < 0.5:
        noise[:] = noise[:1] * random.uniform(-1, 1, (3, 1, 1))
    if random.random() < 0.3:
        steps = random.integers(2, 6)
        noise = np.round(noise * steps) / steps
    values = (noise + random.random((3, 1, 1))).transpose(1, 2, 0)
    return np.round(np.clip(stroked(values, random, angle), 0, 1) * 255).astype(np.uint8)


def stroked(values: NDArray[np.float64], random: np.random.Generator, angle: float) -> NDArray[np.float64]:
    """Up to 120 ellipses of one length and direction, each in a colour of its own."""
    size = len(values)
    y, x = np.mgrid[:size, :size]
    length, breadth = random.uniform(6, 60), random.uniform(2, 10)
    for _ in range(int(random.integers(0, 120))):
        turned = angle + random.normal(0, 0.3)
        dy, dx = y - random.uniform(0, size), x - random.uniform(0, size)
        along = dx * np.cos(turned) + dy * np.sin(turned)
        across = dy * np.cos(turned) - dx * np.sin(turned)
        values[(along / length) ** 2 + (across / breadth) ** 2 < 1] = random.random(3)
    return values
