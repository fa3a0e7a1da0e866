"""The teacher's outputs for each view, on disk: pixels, the cells of block 3, the map of block2_conv2."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

CELLS = 4
MAP_SIDE = 8


@dataclass(frozen=True)
class Views:
    """
    Views of one kind. `style` is float16 [n, 2048, 4, 4]: for each layer of block 3 the mean of every channel in
    each sixteenth of the view, then its deviation there; `content` float16 [n, 128, 8, 8] or None where the map was
    not kept. `fold` is the fold of the picture's artist; −1: no artist is left out with it (samples, textures).
    """

    name: str
    pixels: NDArray[np.uint8]
    style: NDArray[np.float16]
    content: NDArray[np.float16] | None
    files: list[str]
    sizes: NDArray[np.int64]
    offsets: NDArray[np.int64]
    fold: NDArray[np.int64]

    def rgb(self, row: int) -> NDArray[np.uint8]:
        """[height, width, 3]."""
        height, width = self.sizes[row]
        start = self.offsets[row]
        return self.pixels[start : start + height * width * 3].reshape(height, width, 3)


def open_views(folder: Path, name: str) -> Views:
    """Memory-mapped; nothing is read before it is asked for."""
    index = json.loads((folder / f"{name}.json").read_text())
    content = folder / f"{name}.content.npy"
    style = np.load(folder / f"{name}.style.npy", mmap_mode="r")
    return Views(
        name,
        np.memmap(folder / f"{name}.u8", dtype=np.uint8, mode="r"),
        style.reshape(len(style), -1, CELLS, CELLS),
        np.load(content, mmap_mode="r") if content.exists() else None,
        [entry["file"] for entry in index],
        np.array([(entry["height"], entry["width"]) for entry in index]),
        np.array([entry["offset"] for entry in index]),
        np.array([entry["fold"] for entry in index]),
    )
