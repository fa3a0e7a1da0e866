"""Average pooling to a grid of any number of cells, shared by area where a border is crossed (lib/vision/statistics.ts)."""

from functools import cache

import torch
from torch import Tensor


@cache
def weights(length: int, cells: int) -> Tensor:
    """[cells, length], rows summing to 1."""
    stretch = length / cells
    start = torch.arange(length, dtype=torch.float64)[None]
    low = torch.arange(cells, dtype=torch.float64)[:, None] * stretch
    overlap = torch.minimum(start + 1, low + stretch) - torch.maximum(start, low)
    return (overlap.clamp(min=0) / stretch).float()


def pooled(maps: Tensor, cells: int) -> Tensor:
    """[n, channels, height, width] → [n, channels, cells, cells]."""
    height, width = maps.shape[2:]
    return weights(height, cells) @ maps @ weights(width, cells).T


@cache
def grid_weights(height: int, width: int, cells: int) -> Tensor:
    """[cells · cells, height · width], rows summing to 1."""
    return torch.kron(weights(height, cells), weights(width, cells))


def cells_of(maps: Tensor, cells: int) -> Tensor:
    """As `pooled`, for maps whose channels lie last in memory: [n, channels, height, width] → [n, cells · cells, channels]."""
    height, width = maps.shape[2:]
    return grid_weights(height, width, cells) @ maps.permute(0, 2, 3, 1).flatten(1, 2)
