"""VGG19's first three blocks with their genuine weights, read from Keras' HDF5 layout."""

from pathlib import Path

import h5py
import numpy as np
import torch
from torch import Tensor, nn

from cache import CELLS, MAP_SIDE
from pooling import pooled
from student import CONTENT_LAYER, STYLE_LAYERS

CONVOLUTIONS = {1: 2, 2: 2, 3: 4}


class Teacher(nn.Module):
    """Pixels (BGR minus the mean) → the targets that the student learns to predict."""

    def __init__(self, weights: Path):
        super().__init__()
        self.layers = nn.ModuleDict()
        with h5py.File(weights) as file:
            for block, count in CONVOLUTIONS.items():
                for number in range(1, count + 1):
                    name = f"block{block}_conv{number}"
                    kernel, bias = (np.asarray(file[name][f"{name}_{part}_1:0"]) for part in "Wb")
                    layer = nn.Conv2d(kernel.shape[2], kernel.shape[3], 3, padding=1)
                    layer.weight.data = torch.from_numpy(kernel).permute(3, 2, 0, 1).contiguous()
                    layer.bias.data = torch.from_numpy(bias)
                    self.layers[name] = layer
        self.to(memory_format=torch.channels_last).eval()

    def maps(self, pixels: Tensor) -> dict[str, Tensor]:
        """Feature maps after ReLU, by layer, of the layers that the targets are made of."""
        found, seen, block = {}, pixels, "block1"
        for name, layer in self.layers.items():
            if not name.startswith(block):
                seen, block = nn.functional.max_pool2d(seen, 2), name[:6]
            seen = torch.relu_(layer(seen))
            if name == CONTENT_LAYER or name in STYLE_LAYERS:
                found[name] = seen
        return found

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        """Style [n, 2048, 4, 4] and content [n, 128, 8, 8], as `Views` keeps them. Sides are multiples of 32."""
        with torch.inference_mode():
            maps = self.maps(pixels)
            parts = []
            for name in STYLE_LAYERS:
                mean = pooled(maps[name], CELLS)
                parts += [mean, (pooled(maps[name].square(), CELLS) - mean.square()).clamp(min=0).sqrt()]
            return torch.cat(parts, 1), pooled(maps[CONTENT_LAYER], MAP_SIDE)
