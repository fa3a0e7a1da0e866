"""Paintings as one file for train.py: stretched to squares, and which are by artists to leave out."""

import argparse
import csv
from pathlib import Path

import numpy as np
from PIL import Image

SIDE = 256
#: Artists are left out by their place in the alphabet, so that everyone leaves out the same.
EVERY = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paintings", type=Path, required=True, help="folder with images/ and manifest.csv")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    with open(asked.paintings / "manifest.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    artists = sorted({row["artist"] for row in rows})
    left_out = set(artists[::EVERY])
    pictures, aspects = [], []
    for row in rows:
        with Image.open(asked.paintings / "images" / row["file"]) as picture:
            aspects.append(picture.width / picture.height)
            pictures.append(np.asarray(picture.convert("RGB").resize((SIDE, SIDE), Image.Resampling.LANCZOS)))
    np.savez(
        asked.out,
        pictures=np.stack(pictures).transpose(0, 3, 1, 2),
        aspects=np.array(aspects, np.float32),
        is_unseen=np.array([row["artist"] in left_out for row in rows]),
    )


if __name__ == "__main__":
    main()
