"""Simulated photographs of paintings on walls, with the four corners of each painting; and pictures that are nothing but a painting."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

TURN = 2 * torch.pi


@dataclass(frozen=True)
class Paintings:
    """`pictures`: [n, 3, side, side] in 0–255, each stretched to a square; `aspects`: width ÷ height, [n]."""

    pictures: Tensor
    aspects: Tensor

    def picked(self, rows: Tensor) -> tuple[Tensor, Tensor]:
        return self.pictures[rows].float() / 255, self.aspects[rows]


@dataclass(frozen=True)
class Scenes:
    """`photographs`: [b, 3, side, side] in 0–1. `corners`: [b, 4, 2], x and y in shares of the photograph, from the top left clockwise. `is_photograph`: [b], whether there is anything around the painting."""

    photographs: Tensor
    corners: Tensor
    is_photograph: Tensor


class Draw:
    """Random numbers of one batch on one device, one for each of its pictures, shaped [b, 1, 1]."""

    def __init__(self, batch: int, device: torch.device):
        self.batch, self.device = batch, device

    def between(self, low: float | Tensor, high: float | Tensor, *more: int) -> Tensor:
        shape = (self.batch, *(more or (1, 1)))
        return low + (high - low) * torch.rand(shape, device=self.device)

    def chance(self, share: float) -> Tensor:
        return (torch.rand((self.batch, 1, 1), device=self.device) < share).float()

    def skewed(self, low: float, high: float) -> Tensor:
        """Evenly by its logarithm."""
        return low * (high / low) ** self.between(0, 1)

    def colour(self, low: float, high: float, spread: float) -> Tensor:
        """[b, 3, 1, 1]: a grey, and how far each channel is from it."""
        grey = self.between(low, high, 1, 1, 1)
        return (grey + spread * self.between(-0.5, 0.5, 3, 1, 1)).clamp(0, 1)

    def pick(self, kinds: int) -> Tensor:
        """[b, 1, 1]"""
        return torch.randint(kinds, (self.batch, 1, 1), device=self.device)

    def noise(self, channels: int, side: int) -> Tensor:
        return torch.randn((self.batch, channels, side, side), device=self.device)


def looked_up(texture: Tensor, x: Tensor, y: Tensor, mode: str = "reflection") -> Tensor:
    """`texture` at x and y in 0–1, mirrored beyond; [b, c, h, w]"""
    grid = torch.stack([x * 2 - 1, y * 2 - 1], -1)
    return functional.grid_sample(texture, grid, padding_mode=mode, align_corners=False)


def step(value: Tensor, sharpness: float = 250) -> Tensor:
    """1 where the value is above 0, with an edge that is not jagged."""
    return torch.sigmoid(value * sharpness)


def over(below: Tensor, above: Tensor, where: Tensor) -> Tensor:
    return below + where.unsqueeze(1) * (above - below)


def simulated(paintings: Paintings, batch: int, side: int) -> Scenes:
    """A batch of pictures, two thirds of them photographs of paintings with something around them."""
    device = paintings.pictures.device
    draw = Draw(batch, device)
    rows = torch.randint(len(paintings.pictures), (batch,), device=device)
    pictures, aspects = paintings.picked(rows)
    mirrored = draw.chance(0.5).unsqueeze(1)
    pictures = mirrored * pictures.flip(3) + (1 - mirrored) * pictures
    aspects = (aspects.view(-1, 1, 1) * draw.between(0.85, 1.18)).clamp(0.4, 2.6)
    width, height = aspects.sqrt(), 1 / aspects.sqrt()
    others, other_aspects = paintings.picked(rows.roll(1))

    is_photograph = draw.chance(0.66)
    border, frame = frame_of(draw, width, height)
    to_plane, corners = camera(draw, width, height, border)
    whole, whole_corners = scan(draw, width, height)
    to_plane = is_photograph * to_plane + (1 - is_photograph) * whole
    corners = is_photograph * corners + (1 - is_photograph) * whole_corners

    fine = side * 2
    at = (torch.arange(fine, device=device) + 0.5) / fine
    y, x = torch.meshgrid(at, at, indexing="ij")
    points = torch.stack([x, y, torch.ones_like(x)], -1).view(1, -1, 3) @ to_plane.transpose(1, 2)
    u, v = (points[..., axis] / points[..., 2] for axis in (0, 1))
    u, v = u.view(batch, fine, fine), v.view(batch, fine, fine)

    seen = wall(draw, u, v, others)
    seen = neighbours(draw, seen, u, v, width, height, border, others.roll(3, 0), other_aspects.view(-1, 1, 1))
    seen = shadowed(draw, seen, u, v, width, height, border)
    depth = torch.maximum(torch.maximum(-u, u - width), torch.maximum(-v, v - height))
    seen = over(seen, frame(depth, u, v), step(border - depth) * (border > 0))
    painting = looked_up(pictures, u / width, v / height, "border")
    lip = draw.chance(0.5) * draw.between(0.1, 0.6) * torch.exp(depth.clamp(max=0) / draw.skewed(0.004, 0.03)) * is_photograph
    seen = over(seen, painting * (1 - lip.unsqueeze(1)), step(-depth))
    seen = occluded(draw, seen, x, y, is_photograph)
    seen = with_glare(draw, seen, u / width, v / height, is_photograph)
    photographs = developed(draw, functional.avg_pool2d(seen, 2), is_photograph)
    return Scenes(photographs, corners, is_photograph.flatten())


def frame_of(draw: Draw, width: Tensor, height: Tensor):
    """How far mat and moulding reach beyond the painting, and their colour at a depth outside it."""
    short = torch.minimum(width, height)
    has_frame, has_mat = draw.chance(0.75), draw.chance(0.3)
    mat = has_frame * has_mat * short * draw.skewed(0.02, 0.3)
    bands = [has_frame * short * draw.skewed(0.006, 0.11) * draw.chance(share) for share in (1, 0.6, 0.5, 0.3)]
    border = mat + sum(bands)
    gilt = torch.cat([draw.between(0.45, 0.9, 1, 1, 1), draw.between(0.35, 0.7, 1, 1, 1), draw.between(0.1, 0.42, 1, 1, 1)], 1)
    dark, any_colour = draw.colour(0.02, 0.25, 0.1), draw.colour(0.05, 0.98, 0.3)
    main = torch.where(draw.pick(3).unsqueeze(1) == 0, gilt, torch.where(draw.chance(0.4).unsqueeze(1) > 0, dark, any_colour))
    colours = [main * draw.between(0.4, 1.4, 1, 1, 1) if n % 2 else main * draw.between(0.8, 1.2, 1, 1, 1) for n in range(4)]
    colours[1] = torch.where(draw.chance(0.3).unsqueeze(1) > 0, draw.colour(0.02, 0.98, 0.2), colours[1])
    mat_colour = torch.where(draw.chance(0.8).unsqueeze(1) > 0, draw.colour(0.75, 1, 0.08), draw.colour(0.1, 0.9, 0.3))
    sides = [draw.between(0.65, 1.25) for _ in range(4)]
    relief = draw.chance(0.4) * draw.between(0.05, 0.45)
    grain_depth = draw.chance(0.6) * draw.between(0.02, 0.25)
    pitch, moulding, ridges = draw.skewed(0.012, 0.12), draw.between(0, 0.4), draw.between(1, 5)
    grain, grain_pitch = draw.noise(1, 96), draw.skewed(0.3, 4)

    def frame(depth: Tensor, u: Tensor, v: Tensor) -> Tensor:
        across = torch.maximum(-u, u - width) > torch.maximum(-v, v - height)
        light = torch.where(across, torch.where(u < 0, sides[0], sides[1]), torch.where(v < 0, sides[2], sides[3]))
        along = torch.where(across, v, u)
        colour, edge = mat_colour, mat
        colour = colour.expand(-1, -1, *depth.shape[1:])
        for band, own in zip(bands, colours):
            colour = over(colour, own, step(depth - edge) * (band > 0))
            edge = edge + band
        inside = ((depth - mat) / (border - mat + 1e-6)).clamp(0, 1)
        carved = relief * torch.sin(TURN * along / pitch) * torch.sin(torch.pi * inside * ridges)
        rough = grain_depth * looked_up(grain, u * grain_pitch, v * grain_pitch)[:, 0]
        shade = light * (1 + moulding * torch.sin(torch.pi * inside * ridges)) * (1 + carved + rough)
        return colour * torch.where(depth > mat, shade, torch.ones_like(shade)).unsqueeze(1)

    return border, frame


def camera(draw: Draw, width: Tensor, height: Tensor, border: Tensor) -> tuple[Tensor, Tensor]:
    """The homography from the photograph, in shares of it, to the plane of the wall, [b, 3, 3]; and where the painting's corners are seen."""
    frontal = draw.chance(0.55)
    most = frontal * 6 + (1 - frontal) * 45
    yaw = torch.deg2rad(draw.between(-1, 1) * most)
    pitch = torch.deg2rad(draw.between(-1, 1) * most * 0.5)
    roll = torch.deg2rad(draw.between(-1, 1) * torch.clamp(most / 4, max=7))
    distance = torch.maximum(width, height) * draw.between(1.4, 3.5)
    cy, sy, cp, sp, cr, sr = (f(a) for a in (yaw, pitch, roll) for f in (torch.cos, torch.sin))
    first = torch.cat([cy, torch.zeros_like(cy)], 2)
    second = torch.cat([sp * sy, cp], 2)
    third = torch.cat([-cp * sy, sp], 2)
    rows = [cr * first - sr * second, sr * first + cr * second]
    projection = torch.cat(
        [*(torch.cat([row * distance, torch.zeros_like(cy)], 2) for row in rows), torch.cat([third, distance], 2)], 1
    )
    centre = torch.eye(3, device=draw.device).repeat(draw.batch, 1, 1)
    centre[:, 0, 2], centre[:, 1, 2] = -width.flatten() / 2, -height.flatten() / 2
    to_photo = projection @ centre
    seen = seen_corners(to_photo, width, height)
    low, high = seen.amin(1, keepdim=True), seen.amax(1, keepdim=True)
    size = high - low
    margin = draw.skewed(0.02, 1.1)
    edges = margin * draw.between(0.25, 1, 4, 1)
    # A quarter of photographs end within the frame.
    room = torch.where(draw.chance(0.75) > 0, border * 0.6, torch.zeros_like(border))
    before, after = edges[:, :2].transpose(1, 2) + room, edges[:, 2:].transpose(1, 2) + room
    low, high = low - before * size, high + after * size
    window = torch.zeros_like(centre)
    window[:, 0, 0], window[:, 1, 1] = (1 / (high - low))[:, 0, 0], (1 / (high - low))[:, 0, 1]
    window[:, 0, 2], window[:, 1, 2] = (-low / (high - low))[:, 0, 0], (-low / (high - low))[:, 0, 1]
    window[:, 2, 2] = 1
    to_share = window @ to_photo
    return torch.linalg.inv(to_share), seen_corners(to_share, width, height)


def seen_corners(to_photo: Tensor, width: Tensor, height: Tensor) -> Tensor:
    zero, one = torch.zeros_like(width), torch.ones_like(width)
    places = [(zero, zero), (width, zero), (width, height), (zero, height)]
    points = torch.cat([torch.cat([x, y, one], 2) for x, y in places], 1) @ to_photo.transpose(1, 2)
    return points[..., :2] / points[..., 2:]


def scan(draw: Draw, width: Tensor, height: Tensor) -> tuple[Tensor, Tensor]:
    """The painting alone, a little of its edges cut off, or only a part of it."""
    part = draw.chance(0.3)
    shares = part * draw.between(0.4, 0.85) + (1 - part) * (1 - draw.chance(0.7) * draw.between(0, 0.12))
    left, top = draw.between(0, 1) * (1 - shares), draw.between(0, 1) * (1 - shares)
    to_plane = torch.zeros((draw.batch, 3, 3), device=draw.device)
    to_plane[:, 0, 0], to_plane[:, 1, 1] = (shares * width)[:, 0, 0], (shares * height)[:, 0, 0]
    to_plane[:, 0, 2], to_plane[:, 1, 2] = (left * width)[:, 0, 0], (top * height)[:, 0, 0]
    to_plane[:, 2, 2] = 1
    corners = torch.tensor([[0, 0], [1, 0], [1, 1], [0, 1]], device=draw.device).float()
    return to_plane, corners.expand(draw.batch, 4, 2)


def wall(draw: Draw, u: Tensor, v: Tensor, others: Tensor) -> Tensor:
    """A wall of one colour, a patterned one, one with a picture for its texture, and a floor below some."""
    base = torch.where(draw.chance(0.35).unsqueeze(1) > 0, draw.colour(0.75, 1, 0.08), draw.colour(0.05, 0.95, 0.35))
    other = (base + draw.between(-0.35, 0.35, 3, 1, 1)).clamp(0, 1)
    pitch, share = draw.skewed(0.03, 0.4), draw.between(-0.6, 0.6)
    turn = draw.between(0, TURN)
    x, y = u * torch.cos(turn) - v * torch.sin(turn), u * torch.sin(turn) + v * torch.cos(turn)
    kind = draw.pick(9)
    upright = draw.chance(0.7) > 0
    x, y = torch.where(upright, u, x), torch.where(upright, v, y)
    texture, coarse = draw.noise(1, 64), draw.noise(3, 12)
    row = torch.floor(y / (pitch * 0.45))
    along = x + (row % 2) * pitch / 2
    damask = looked_up(texture, (x / pitch / 6) % 1, (y / pitch / 6) % 1)[:, 0]
    patterns = [
        torch.sin(TURN * x / pitch) - share,
        damask - share,
        torch.maximum((along / pitch) % 1, (y / (pitch * 0.45)) % 1) - draw.between(0.88, 0.97),
        torch.sin(TURN * x / pitch) * torch.sin(TURN * y / pitch) - draw.between(0.1, 0.6),
        torch.sin(TURN * x / pitch + 3 * looked_up(texture, x / 9, y / 9)[:, 0]) - share,
    ]
    mixed = sum((kind == n) * step(pattern, 30) for n, pattern in enumerate(patterns))
    seen = over(base.expand(-1, -1, *u.shape[1:]), other, mixed * draw.between(0.2, 1))
    scale = draw.skewed(0.15, 1)
    pictured = looked_up(others, x * scale + 0.3, y * scale + 0.1)
    seen = over(seen, pictured, (kind == 5) * draw.between(0.3, 1))
    has_floor = draw.chance(0.2)
    seen = over(seen, draw.colour(0.05, 0.7, 0.3).expand_as(seen), has_floor * step(v - draw.between(1.1, 2.2)))
    uneven = 0.06 * draw.between(0, 1).unsqueeze(1) * looked_up(coarse, u / 5, v / 5)
    plaster = draw.chance(0.5) * draw.between(0.005, 0.06) * looked_up(texture, u * draw.skewed(0.5, 5), v * 2)[:, 0]
    return (seen + uneven + plaster.unsqueeze(1)).clamp(0, 1)


def neighbours(draw: Draw, seen: Tensor, u: Tensor, v: Tensor, width: Tensor, height: Tensor, border: Tensor, pictures: Tensor, aspects: Tensor) -> Tensor:
    """Other paintings beside it, and a label."""
    for side in (-1, 1):
        own_height = height * draw.between(0.5, 1.3)
        own_width = own_height * aspects
        gap = border + draw.skewed(0.08, 0.8)
        left = width + gap if side > 0 else -gap - own_width
        top = (height - own_height) * draw.between(-0.3, 1.2)
        x, y = (u - left) / own_width, (v - top) / own_height
        depth = torch.maximum(torch.maximum(-x, x - 1) * own_width, torch.maximum(-y, y - 1) * own_height)
        there, edge = draw.chance(0.2), draw.chance(0.7) * draw.between(0.01, 0.07)
        seen = over(seen, draw.colour(0.05, 0.9, 0.3).expand_as(seen), there * step(edge - depth) * (edge > 0))
        seen = over(seen, looked_up(pictures if side > 0 else pictures.roll(5, 0), x, y, "border"), there * step(-depth))
    label, top = draw.chance(0.25), height * draw.between(0.6, 1.05)
    left = width + border + draw.skewed(0.03, 0.3)
    card = step(u - left) * step(left + 0.18 - u) * step(v - top) * step(top + 0.12 - v)
    return over(seen, draw.colour(0.85, 1, 0.05).expand_as(seen), label * card)


def shadowed(draw: Draw, seen: Tensor, u: Tensor, v: Tensor, width: Tensor, height: Tensor, border: Tensor) -> Tensor:
    x, y = u - draw.between(-0.08, 0.08), v - draw.between(-0.02, 0.12)
    outside = torch.maximum(torch.maximum(-x, x - width), torch.maximum(-y, y - height)) - border
    shade = draw.chance(0.7) * draw.between(0.1, 0.6) * torch.sigmoid(-4 * outside / draw.skewed(0.01, 0.1))
    return seen * (1 - shade.unsqueeze(1))


def occluded(draw: Draw, seen: Tensor, x: Tensor, y: Tensor, is_photograph: Tensor) -> Tensor:
    """A visitor's head, sometimes, at the bottom of the photograph."""
    centre, size = draw.between(0, 1), draw.between(0.05, 0.14)
    head = 1 - ((x - centre) / size) ** 2 - ((y - draw.between(0.92, 1.05)) / (size * 1.5)) ** 2
    return over(seen, draw.colour(0.02, 0.5, 0.3).expand_as(seen), draw.chance(0.06) * is_photograph * step(head, 20))


def with_glare(draw: Draw, seen: Tensor, x: Tensor, y: Tensor, is_photograph: Tensor) -> Tensor:
    for _ in range(2):
        angle = draw.between(0, torch.pi)
        dx, dy = x - draw.between(0, 1), y - draw.between(0, 1)
        along = (dx * torch.cos(angle) + dy * torch.sin(angle)) / draw.between(0.06, 0.4)
        across = (dy * torch.cos(angle) - dx * torch.sin(angle)) / draw.between(0.04, 0.3)
        strength = draw.chance(0.3) * is_photograph * draw.between(0.1, 0.8)
        seen = over(seen, torch.ones_like(seen), strength * torch.exp(-along * along - across * across))
    return seen


def developed(draw: Draw, seen: Tensor, is_photograph: Tensor) -> Tensor:
    """Uneven light, white balance, tone, blur, noise and compression."""
    side = seen.shape[-1]
    at = (torch.arange(side, device=draw.device) + 0.5) / side - 0.5
    y, x = torch.meshgrid(at, at, indexing="ij")
    angle, slope, dark = draw.between(0, TURN), draw.between(0, 0.6), draw.between(0, 0.8)
    light = 1 + is_photograph * (slope * (torch.cos(angle) * x + torch.sin(angle) * y) - dark * (x * x + y * y))
    grey = seen.mean(1, keepdim=True)
    saturation = torch.where(draw.chance(0.1) > 0, torch.zeros_like(slope), draw.between(0.6, 1.3)).unsqueeze(1)
    seen = grey + saturation * (seen - grey)
    seen = seen * light.unsqueeze(1) * draw.between(0.8, 1.2, 3, 1, 1) * draw.between(0.6, 1.25, 1, 1, 1)
    seen = (seen.clamp(1e-4, 1) ** draw.between(0.7, 1.5, 1, 1, 1) - 0.5) * draw.between(0.7, 1.2, 1, 1, 1) + 0.5
    seen = blurred(seen, draw.chance(0.7) * draw.between(0, 1.6))
    seen = seen + draw.between(0, 0.06, 1, 1, 1) ** 1.5 * draw.noise(3, side)
    return compressed(seen.clamp(0, 1), draw.chance(0.6) * draw.between(0, 0.12))


def blurred(pictures: Tensor, sigmas: Tensor) -> Tensor:
    batch, channels, side, _ = pictures.shape
    at = torch.arange(-4, 5, device=pictures.device).float()
    kernel = torch.exp(-0.5 * (at.view(1, 1, -1) / sigmas.clamp(min=0.15)) ** 2)
    kernel = (kernel / kernel.sum(-1, keepdim=True)).repeat_interleave(channels, 0)
    rows = functional.pad(pictures, (4, 4, 4, 4), mode="reflect").view(1, batch * channels, side + 8, side + 8)
    rows = functional.conv2d(rows, kernel.view(-1, 1, 1, 9), groups=batch * channels)
    return functional.conv2d(rows, kernel.view(-1, 1, 9, 1), groups=batch * channels).view(batch, channels, side, side)


def compressed(pictures: Tensor, steps: Tensor) -> Tensor:
    """The cosine transform of blocks of 8 × 8 pixels rounded to multiples that grow with frequency, as JPEG does."""
    batch, channels, side, _ = pictures.shape
    n = torch.arange(8, device=pictures.device).float()
    basis = torch.cos(torch.pi * (n.view(1, -1) + 0.5) * n.view(-1, 1) / 8) * (2 / 8) ** 0.5
    basis[0] /= 2**0.5
    blocks = pictures.view(batch, channels, side // 8, 8, side // 8, 8).permute(0, 1, 2, 4, 3, 5)
    values = basis @ blocks @ basis.T
    quantum = steps.view(-1, 1, 1, 1, 1, 1) * (1 + n.view(-1, 1) + n.view(1, -1)) / 2 + 1e-4
    restored = basis.T @ (torch.round(values / quantum) * quantum) @ basis
    return restored.permute(0, 1, 2, 4, 3, 5).reshape(batch, channels, side, side).clamp(0, 1)
