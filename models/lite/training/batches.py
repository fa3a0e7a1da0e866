"""Views drawn at random, those of one size together."""

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from cache import Views

MEAN_BGR = np.array([103.939, 116.779, 123.68], dtype=np.float32)


@dataclass(frozen=True)
class Batch:
    """`pixels` as VGG19 takes them [n, 3, height, width]; `style` and `content` as in Views, in VGG19's units."""

    pixels: Tensor
    style: Tensor
    content: Tensor | None


def vgg_input(rgb: np.ndarray) -> Tensor:
    """[n, height, width, R G B] bytes → [n, 3, height, width], BGR minus the mean, channels last in memory."""
    values = rgb[..., ::-1].astype(np.float32) - MEAN_BGR
    return torch.from_numpy(values).permute(0, 3, 1, 2)


class Batches:
    """Every view whose artist is not in the fold left out, in random order, without end."""

    def __init__(self, views: list[Views], fold: int, size: int, seed: int):
        self.views = views
        self.size = size
        self.random = np.random.default_rng(seed)
        self.groups: list[tuple[int, np.ndarray]] = []
        for number, view in enumerate(views):
            kept = np.flatnonzero(view.fold != fold)
            for shape in np.unique(view.sizes[kept], axis=0):
                self.groups.append((number, kept[(view.sizes[kept] == shape).all(1)]))
        self.queue: list[tuple[int, np.ndarray]] = []

    def next(self) -> Batch:
        if not self.queue:
            for number, rows in self.groups:
                mixed = self.random.permutation(rows)
                parts = np.array_split(mixed, max(1, round(len(mixed) / self.size)))
                self.queue.extend((number, part) for part in parts)
            self.random.shuffle(self.queue)
        number, rows = self.queue.pop()
        view = self.views[number]
        rows = np.sort(rows)
        content = None if view.content is None else torch.from_numpy(view.content[rows].astype(np.float32))
        return Batch(
            vgg_input(np.stack([view.rgb(row) for row in rows])),
            torch.from_numpy(view.style[rows].astype(np.float32)),
            content,
        )
