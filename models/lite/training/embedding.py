"""Averages of a picture → style embedding, as lib/vision does it: signed root, unit length, WCCN."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
RANK = 512
SHRINKAGE = 0.3
EXPONENT = 0.25
DIMENSIONS = 128


def unit(rows: Rows) -> Rows:
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-12)


def descriptors(averages: Rows) -> Rows:
    """[..., channels] → the same shape, signed root and unit length."""
    return unit(np.sign(averages) * np.sqrt(np.abs(averages)))


@dataclass(frozen=True)
class Projection:
    mean: Rows
    matrix: Rows

    def __call__(self, rows: Rows) -> Rows:
        return unit((rows - self.mean) @ self.matrix)


def fit_wccn(whole: Rows, quarters: Rows, dimensions: int = DIMENSIONS) -> Projection:
    """
    Whitening by how the quarters of one picture differ (Hatch, Kajarekar & Stolcke 2006), in the space of the first
    512 principal components, shrunk towards a sphere; then the directions in which pictures differ most.

    whole: descriptors [n, channels]; quarters: descriptors [n, 4, channels].
    """
    mean = whole.mean(0)
    centred = whole - mean
    covariance = centred.T @ centred / len(whole)
    _, vectors = np.linalg.eigh(covariance.astype(np.float64))
    basis = vectors[:, ::-1][:, :RANK].astype(np.float32)
    parts = (quarters - quarters.mean(1, keepdims=True)).reshape(-1, whole.shape[1]) @ basis
    within = parts.T @ parts / (len(whole) * 3)
    within += SHRINKAGE * np.trace(within) / len(within) * np.eye(len(within), dtype=np.float32)
    values, axes = np.linalg.eigh(within)
    whitening = (axes * values**-0.5) @ axes.T
    seen = centred @ basis @ whitening
    _, strengths, directions = np.linalg.svd(seen, full_matrices=False)
    deviations = strengths[:dimensions] / np.sqrt(len(whole))
    matrix = basis @ whitening @ directions[:dimensions].T * deviations**-EXPONENT
    return Projection(mean, matrix.astype(np.float32))
