"""Trains the compact network on the teacher's outputs; can be stopped and resumed. See README.md."""

import argparse
import csv
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from batches import Batch, Batches
from cache import CELLS, MAP_SIDE, open_views
from embedding import descriptors, fit_wccn
from memory import keep_memory
from pooling import cells_of
from student import Student

LEARNING_RATE = 2e-3
WARM_UP = 0.03
# Batch normalisation is a third of a step. From this share on it is part of the weights, which then need smaller steps.
FOLDED_FROM = 0.3
FOLDED_LEARNING_RATE = 1e-3
SAVE_EVERY_S = 60
EMBEDDING_DIMENSIONS = 256
# Searches use the embedding of the whole view.
WEIGHTS = {"embedding": 3.0}


class Targets:
    """How far a student is from the teacher, per cell, over the whole view, and as an embedding."""

    def __init__(self, whole: np.ndarray, content: np.ndarray):
        style = whole.astype(np.float32)
        self.style_scale = torch.from_numpy(style.std((0, 2, 3)) + 1e-3)
        self.style_mean = torch.from_numpy(style.mean((0, 2, 3)))
        maps = content.astype(np.float32)
        self.content_scale = torch.from_numpy(maps.std((0, 2, 3)) + 1e-3)
        self.content_mean = torch.from_numpy(maps.mean((0, 2, 3)))
        averages = style.mean((2, 3))
        halves = style.reshape(len(style), -1, 2, CELLS // 2, 2, CELLS // 2).mean((3, 5))
        quarters = halves.reshape(len(style), -1, 4).transpose(0, 2, 1)
        projection = fit_wccn(descriptors(averages), descriptors(quarters), EMBEDDING_DIMENSIONS)
        self.centre = torch.from_numpy(projection.mean)
        self.matrix = torch.from_numpy(projection.matrix)
        self.root_scale = torch.from_numpy(np.sqrt(averages).std(0) + 1e-3)

    def embedding(self, roots: Tensor) -> Tensor:
        return torch.nn.functional.normalize(
            (torch.nn.functional.normalize(roots, dim=1) - self.centre) @ self.matrix, dim=1
        )

    def apart(self, own: Tensor, wanted: Tensor) -> Tensor:
        """1 − cosine of the embeddings of parts [n, parts, channels], the mean over all."""
        pair = (self.embedding(torch.sqrt(values + 0.01).flatten(0, 1)) for values in (own, wanted))
        return 1 - torch.mul(*pair).sum(1).mean()

    def losses(self, style: Tensor, content: Tensor, batch: Batch) -> dict[str, Tensor]:
        # Channels last, as they lie in memory: [n, cells, channels].
        own = cells_of(style, CELLS)
        wanted = batch.style.flatten(2).transpose(1, 2)
        parts = {"cells": torch.nn.functional.smooth_l1_loss(own, wanted / self.style_scale)}
        own = own * self.style_scale
        views = [values.mean(1, keepdim=True) for values in (own, wanted)]
        roots, target = (torch.sqrt(view + 0.01) / self.root_scale for view in views)
        parts["whole"] = torch.nn.functional.smooth_l1_loss(roots, target)
        parts["embedding"] = self.apart(*views)
        parts["quarters"] = self.apart(*(quarters_of(values) for values in (own, wanted)))
        parts["sixteenths"] = self.apart(own, wanted)
        if batch.content is not None:
            maps = batch.content.flatten(2).transpose(1, 2) / self.content_scale
            parts["content"] = torch.nn.functional.smooth_l1_loss(cells_of(content, MAP_SIDE), maps)
        return parts


def quarters_of(cells: Tensor) -> Tensor:
    """[n, 16, channels] → [n, 4, channels]."""
    return cells.unflatten(1, (2, CELLS // 2, 2, CELLS // 2)).mean((2, 4)).flatten(1, 2)


def learning_rate(done: float) -> float:
    """Learning rate after this share (0–1) of the pictures: warm-up, again after folding, then half a cosine."""
    since, peak = (done, LEARNING_RATE) if done < FOLDED_FROM else (done - FOLDED_FROM, FOLDED_LEARNING_RATE)
    return peak * min(1.0, since / WARM_UP, 0.5 + 0.5 * float(np.cos(np.pi * min(1.0, done))))


def optimiser_of(student: Student) -> torch.optim.Optimizer:
    return torch.optim.AdamW(student.parameters(), LEARNING_RATE, weight_decay=0.01)


def record(log: Path, seen: int, means: dict[str, float]) -> None:
    """Prints the student's progress and adds a row to the log."""
    print(f"{seen} pictures:", *(f"{name} {value:.4f}" for name, value in means.items()), flush=True)
    is_new = not log.exists()
    with log.open("a", newline="") as file:
        writer = csv.writer(file)
        if is_new:
            writer.writerow(["pictures", *means])
        writer.writerow([seen, *(f"{value:.4f}" for value in means.values())])


def train(cache: Path, checkpoint: Path, fold: int, pictures: int, size: int, names: list[str]) -> Student:
    views = [open_views(cache, name) for name in names]
    first = views[0]
    kept = first.fold != fold
    if first.content is None:
        raise SystemExit(f"The first views, {first.name}, need their content maps.")
    targets = Targets(first.style[kept], first.content[kept])
    student = Student()
    student.style_scale.copy_(targets.style_scale)
    student.content_scale.copy_(targets.content_scale)
    with torch.no_grad():
        student.style.bias.copy_(targets.style_mean / targets.style_scale)
        student.content.bias.copy_(targets.content_mean / targets.content_scale)
    saved = torch.load(checkpoint, weights_only=True) if checkpoint.exists() else None
    if saved and saved["folded"]:
        student.fold()
    optimiser = optimiser_of(student)
    seen = 0
    if saved:
        student.load_state_dict(saved["student"])
        optimiser.load_state_dict(saved["optimiser"])
        seen = saved["seen"]
    student.to(memory_format=torch.channels_last).train()
    batches = Batches(views, fold, size, seed=seen)
    saved_at, sums = time.time(), {}
    while seen < pictures:
        if seen >= FOLDED_FROM * pictures and not student.is_folded:
            student.fold()
            student.to(memory_format=torch.channels_last).train()
            optimiser = optimiser_of(student)
        for group in optimiser.param_groups:
            group["lr"] = learning_rate((seen + 1) / pictures)
        batch = batches.next()
        parts = targets.losses(*student(batch.pixels), batch)
        optimiser.zero_grad()
        sum(WEIGHTS.get(name, 1.0) * part for name, part in parts.items()).backward()
        torch.nn.utils.clip_grad_norm_(student.parameters(), 5.0)
        optimiser.step()
        seen += len(batch.pixels)
        for name, value in parts.items():
            sums.setdefault(name, []).append(value.item())
        if time.time() - saved_at > SAVE_EVERY_S or seen >= pictures:
            state = {
                "student": student.state_dict(),
                "folded": student.is_folded,
                "optimiser": optimiser.state_dict(),
                "seen": seen,
            }
            torch.save(state, checkpoint.with_suffix(".tmp"))
            checkpoint.with_suffix(".tmp").replace(checkpoint)
            record(checkpoint.with_suffix(".csv"), seen, {name: float(np.mean(values)) for name, values in sums.items()})
            saved_at, sums = time.time(), {}
    return student


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True, help="folder that prepare.py filled")
    parser.add_argument("--checkpoint", type=Path, required=True, help="file that is gone on from, and written")
    parser.add_argument("--fold", type=int, default=0, help="fold of artists left out; -2: none")
    parser.add_argument("--pictures", type=int, default=687_000, help="views seen in all, repetitions counted")
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--threads", type=int, default=2, help="one is three fifths as fast as two")
    parser.add_argument("--views", nargs="+", required=True, help="the whole pictures first")
    asked = parser.parse_args()
    keep_memory()
    torch.set_num_threads(asked.threads)
    torch.manual_seed(1)
    train(asked.cache, asked.checkpoint, asked.fold, asked.pictures, asked.batch, asked.views)
