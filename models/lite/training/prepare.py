"""Runs the teacher on every view once and caches its outputs; resumes where it was stopped. See README.md."""

import argparse
import csv
import json
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

import views
from batches import vgg_input
from cache import CELLS, MAP_SIDE
from folds import disjoint_folds
from memory import keep_memory
from teacher import Teacher

SEED = 1
TOGETHER = 8


class Writer:
    """One kind of views, as cache.Views reads them. Rows are added in order; a row that was cut short is written again."""

    def __init__(self, folder: Path, name: str, count: int):
        self.count = count
        self.index_file = folder / f"{name}.json"
        progress = folder / f"{name}.part.json"
        self.progress = progress
        self.entries = json.loads(progress.read_text()) if progress.exists() else []
        self.pixels = (folder / f"{name}.u8").open("r+b" if self.entries else "w+b")
        mode = "r+" if self.entries else "w+"
        open_array = np.lib.format.open_memmap
        shapes = {"style": (count, 2048, CELLS, CELLS), "content": (count, 128, MAP_SIDE, MAP_SIDE)}
        self.arrays = {
            part: open_array(folder / f"{name}.{part}.npy", mode, **({} if self.entries else {"dtype": np.float16, "shape": shape}))
            for part, shape in shapes.items()
        }

    @property
    def complete(self) -> bool:
        return self.index_file.exists()

    def add(self, file: str, fold: int, rgb: np.ndarray, style: np.ndarray, content: np.ndarray) -> None:
        row = len(self.entries)
        last = self.entries[-1] if row else {"offset": 0, "height": 0, "width": 0}
        offset = last["offset"] + last["height"] * last["width"] * 3
        self.pixels.seek(offset)
        self.pixels.write(rgb.tobytes())
        self.arrays["style"][row], self.arrays["content"][row] = style, content
        self.entries.append({"file": file, "fold": fold, "height": rgb.shape[0], "width": rgb.shape[1], "offset": offset})
        if len(self.entries) % 50 == 0 or len(self.entries) == self.count:
            self.save()

    def save(self) -> None:
        self.pixels.flush()
        for array in self.arrays.values():
            array.flush()
        done = len(self.entries) == self.count
        target = self.index_file if done else self.progress
        staged = target.with_suffix(".tmp")
        staged.write_text(json.dumps(self.entries))
        staged.replace(target)
        print(f"{self.index_file.stem}: {len(self.entries)} of {self.count}", flush=True)


def sources(paintings: Path, samples: Path) -> tuple[list[tuple[Path, int]], list[tuple[Path, int]]]:
    """Every painting with the fold of its artist, and every sample with none."""
    works = list(csv.DictReader((paintings / "manifest.csv").open(encoding="utf-8-sig")))
    folds = disjoint_folds([work["artist"] for work in works])
    made = list(csv.DictReader((samples / "manifest.csv").open(encoding="utf-8-sig")))
    return (
        [(paintings / "images" / work["file"], fold) for work, fold in zip(works, folds)],
        [(samples / "works" / work["file"], -1) for work in made],
    )


def view_of(kind: str, files: list[tuple[Path | None, int]], number: int) -> np.ndarray:
    random = np.random.default_rng([SEED, number, sum(kind.encode())])
    file, fold = files[number]
    if file is None:
        return views.texture(random)
    picture = views.opened(str(file))
    if kind in ("whole256", "samples"):
        return views.whole(picture)
    if kind.startswith("near"):
        return views.nearly_whole(picture, random)
    if kind.startswith("mixed"):
        # Of the same fold, so that a view has no artist that its fold does not name.
        partners = [other for other, its_fold in files if its_fold == fold]
        return views.mixed(picture, views.opened(str(partners[random.integers(len(partners))])), random)
    return views.crop(picture, random)


def looked_at(teacher: Teacher, shown: list[np.ndarray]) -> Iterator[tuple[Tensor, Tensor]]:
    """The teacher's outputs for each view, in order; neighbouring views of one size form a batch."""
    for _, alike in groupby(shown, key=lambda rgb: rgb.shape):
        yield from zip(*teacher(vgg_input(np.stack(list(alike)))))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paintings", type=Path, required=True)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True, help="VGG19's HDF5 file, VGG19_WEIGHTS")
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--crops", type=int, default=2, help="augmented crops of each painting and each sample")
    parser.add_argument("--near", type=int, default=3, help="augmented views of nearly all of each painting and each sample")
    parser.add_argument("--mixed", type=int, default=1, help="views made of each painting and sample and another")
    parser.add_argument("--textures", type=int, default=400)
    asked = parser.parse_args()
    keep_memory()
    torch.set_num_threads(2)
    teacher = Teacher(asked.weights)
    paintings, samples = sources(asked.paintings, asked.samples)
    plan: list[tuple[str, list[tuple[Path | None, int]]]] = [("samples", samples), ("whole256", paintings)]
    plan += [("textures", [(None, -1)] * asked.textures)]
    plan += [(f"augmented-{number + 1}", paintings + samples) for number in range(asked.crops)]
    plan += [(f"near-{number + 1}", paintings + samples) for number in range(asked.near)]
    plan += [(f"mixed-{number + 1}", paintings + samples) for number in range(asked.mixed)]
    asked.cache.mkdir(parents=True, exist_ok=True)
    for kind, files in plan:
        if (asked.cache / f"{kind}.json").exists():
            continue
        writer = Writer(asked.cache, kind, len(files))
        for first in range(len(writer.entries), len(files), TOGETHER):
            numbers = range(first, min(first + TOGETHER, len(files)))
            shown = [view_of(kind, files, number) for number in numbers]
            for (number, rgb), (style, content) in zip(zip(numbers, shown), looked_at(teacher, shown)):
                file, fold = files[number]
                writer.add(file.name if file else f"texture-{number}", fold, rgb, style.numpy(), content.numpy())


if __name__ == "__main__":
    main()
