"""mAP@10 of the student beside VGG19, in the same run, on artists that neither training nor projections saw."""

import argparse
import csv
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from batches import vgg_input
from cache import CELLS, Views, open_views
from embedding import Rows, descriptors, fit_wccn, unit
from pooling import pooled
from student import Student

SAME_PICTURE_BITS = 8
HITS = 10


def quartered(cells: Rows) -> tuple[Rows, Rows]:
    """[n, channels, 4, 4] → averages over the view [n, channels] and its quarters [n, 4, channels]."""
    count, channels = cells.shape[:2]
    quarters = cells.reshape(count, channels, 2, CELLS // 2, 2, CELLS // 2).mean((3, 5)).reshape(count, channels, 4)
    return cells.mean((2, 3)), quarters.transpose(0, 2, 1)


def moments(maps: torch.Tensor) -> torch.Tensor:
    """Mean of every channel, then its deviation: [n, channels, height, width] → [n, 2 · channels]."""
    return torch.cat([maps.mean((2, 3)), maps.std((2, 3), unbiased=False)], 1)


def looked_at(student: Student, views: Views) -> tuple[Rows, Rows, Rows]:
    """Moments of the view, of its quarters (cut where lib/vision cuts them), and the content map [n, 8·8·128]."""
    count = len(views.files)
    whole = np.empty((count, 2 * student.style.out_channels), np.float32)
    quarters = np.empty((count, 4, 2 * student.style.out_channels), np.float32)
    maps = np.empty((count, 64 * student.content.out_channels), np.float32)
    for shape in np.unique(views.sizes, axis=0):
        rows = np.flatnonzero((views.sizes == shape).all(1))
        for part in np.array_split(rows, -(-len(rows) // 16)):
            with torch.inference_mode():
                style, content = student(vgg_input(np.stack([views.rgb(row) for row in part])))
            style = style * student.style_scale.view(1, -1, 1, 1)
            top, left = style.shape[2] // 2, style.shape[3] // 2
            cut = [style[:, :, y, x] for y in (slice(0, top), slice(top, None)) for x in (slice(0, left), slice(left, None))]
            whole[part] = moments(style).numpy()
            quarters[part] = torch.stack([moments(own) for own in cut], 1).numpy()
            scaled = pooled(content * student.content_scale.view(1, -1, 1, 1), 8)
            maps[part] = scaled.permute(0, 2, 3, 1).flatten(1).numpy()
    return whole, quarters, maps


def same_pictures(hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Pairs whose perceptual hashes differ in at most eight bits."""
    return np.stack([np.bitwise_count(hashes ^ own) <= SAME_PICTURE_BITS for own in hashes])


def average_precisions(
    rows: Rows, asked: NDArray[np.int64], among: NDArray[np.int64], artists: NDArray[np.str_], same: NDArray[np.bool_]
) -> Rows:
    """Per query with another work of its artist to find: precision after each of the first ten hits, averaged."""
    likeness = rows[asked] @ rows[among].T
    likeness[same[np.ix_(asked, among)] | (asked[:, None] == among[None])] = -9
    hits = among[np.argsort(-likeness, 1, kind="stable")[:, :HITS]]
    right = artists[hits] == artists[asked][:, None]
    precisions = (np.cumsum(right, 1) / np.arange(1, HITS + 1)).mean(1)
    return precisions[[int((artists[among] == artists[one]).sum()) > 1 for one in asked]]


def whitened(rows: Rows, fitted_on: Rows, exponent: float, dimensions: int = 128) -> Rows:
    """PCA with each component divided by its standard deviation to the power of the exponent, then unit length."""
    mean = fitted_on.mean(0)
    centred = fitted_on - mean
    gram = (centred @ centred.T).astype(np.float64)
    values, vectors = np.linalg.eigh(gram)
    strengths = np.sqrt(np.maximum(values[::-1][:dimensions], 1e-12))
    directions = (centred.T @ vectors[:, ::-1][:, :dimensions].astype(np.float32)) / strengths.astype(np.float32)
    deviations = (strengths / np.sqrt(len(fitted_on))).astype(np.float32)
    return unit((rows - mean) @ directions * deviations**-exponent)


def known_answers(rows: Rows, labels: NDArray[np.str_], needed: int) -> float:
    """Share of works of which at least `needed` of the first five others have the label."""
    likeness = rows @ rows.T
    np.fill_diagonal(likeness, -9)
    first = np.argsort(-likeness, 1)[:, :5]
    return float(((labels[first] == labels[:, None]).sum(1) >= needed).mean())


def load_student(checkpoint: Path) -> Student:
    saved = torch.load(checkpoint, weights_only=True)
    student = Student()
    if saved["folded"]:
        student.fold()
    student.load_state_dict(saved["student"])
    return student.to(memory_format=torch.channels_last).eval()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--paintings", type=Path, required=True, help="folder with manifest.csv")
    parser.add_argument("--samples", type=Path, required=True, help="the sample collection's folder, with manifest.csv")
    parser.add_argument("--fold", type=int, default=0)
    asked = parser.parse_args()
    torch.set_num_threads(2)
    student = load_student(asked.checkpoint)
    views, samples = open_views(asked.cache, "whole256"), open_views(asked.cache, "samples")
    works = list(csv.DictReader((asked.paintings / "manifest.csv").open(encoding="utf-8-sig")))
    artists = np.array([work["artist"] for work in works])
    same = same_pictures(np.array([int(work["phash"], 16) for work in works], dtype=np.uint64))
    unseen, everyone = np.flatnonzero(views.fold == asked.fold), np.arange(len(works))
    fitted = views.fold != asked.fold
    manifest = list(csv.DictReader((asked.samples / "manifest.csv").open(encoding="utf-8-sig")))
    painters = np.array([work["artist"] for work in manifest])
    subjects = np.array([work["subject"] for work in manifest])

    if views.content is None or samples.content is None:
        raise SystemExit("whole256 and samples need their content maps: run prepare.py")
    sides = {"VGG19": [], "student": []}
    for source in (views, samples):
        maps = source.content.transpose(0, 2, 3, 1).reshape(len(source.files), -1).astype(np.float32)
        sides["VGG19"].append((*quartered(source.style.astype(np.float32)), maps))
        sides["student"].append(looked_at(student, source))
    found, projected = {}, {}
    for name, ((whole, quarters, maps), (sample, _, sample_maps)) in sides.items():
        rows = descriptors(whole)
        projection = fit_wccn(rows[fitted], descriptors(quarters[fitted]))
        embeddings = projection(rows)
        projected[name] = (projection, embeddings)
        within = average_precisions(embeddings, unseen, unseen, artists, same)
        among = average_precisions(embeddings, unseen, everyone, artists, same)
        found[name] = (within, among)
        style = known_answers(projection(descriptors(sample)), painters, 4)
        content = known_answers(whitened(descriptors(sample_maps), descriptors(maps[fitted]), 0.75), subjects, 3)
        print(
            f"{name}: mAP@10 {within.mean():.4f} within the unseen artists, {among.mean():.4f} among all; "
            f"samples: style {style:.3f}, content {content:.3f}",
            flush=True,
        )
    for number, label in enumerate(("within the unseen artists", "among all")):
        pair = [found[name][number] for name in ("student", "VGG19")]
        error = (pair[0] - pair[1]).std() / np.sqrt(len(pair[0]))
        print(f"{label}: {pair[0].mean() / pair[1].mean():.3f} of VGG19's, difference {(pair[0] - pair[1]).mean():+.4f} ± {error:.4f}")
    # The student predicts the means of VGG19's channels, so VGG19's projection can be applied to them too.
    projection, wanted = projected["VGG19"]
    means = sides["student"][0][0][:, : len(projection.mean)]
    said = projection(descriptors(means))
    for share in (0, 0.25, 0.5, 0.75):
        mixed = unit((1 - share) * said + share * wanted)
        cosine = (mixed * wanted).sum(1)[unseen].mean()
        within = average_precisions(mixed, unseen, unseen, artists, same).mean()
        print(f"student mixed with {share:.0%} of VGG19's own embedding: cosine {cosine:.3f}, {within / found['VGG19'][0].mean():.3f} of VGG19's")


if __name__ == "__main__":
    main()
