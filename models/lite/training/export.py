"""The trained student as a TensorFlow.js layers model: model.json, one file of float16 weights, provenance.json."""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

sys.path.append(str(Path(__file__).parents[2] / "training"))

from batches import vgg_input
from cache import MAP_SIDE
from evaluate import load_student, moments
from folds import FOLD_SEED, FOLDS
from pooling import pooled
from student import CONTENT_LAYER, Separable, Student
from topology import Topology

PIXEL_SCALE = 64
STYLE_LAYER = "block3_moments"


def separable(net: Topology, name: str, before: str, module: Separable) -> str:
    depthwise = net.normalised(f"{name}_depthwise", before, module.depthwise, relu=True)
    seen = net.normalised(f"{name}_pointwise", depthwise, module.pointwise, relu=not module.residual)
    if not module.residual:
        return seen
    return net.add("ReLU", f"{name}_relu", [net.add("Add", f"{name}_add", [before, seen])])


def topology_of(student: Student) -> tuple[Topology, list[str]]:
    """The layers, and which of them are outputs: content, then style."""
    student.fold()
    net = Topology()
    net.add("InputLayer", "input_1", [], batch_input_shape=[None, None, None, 3], dtype="float32", sparse=False)
    seen = net.normalised("half", "input_1", student.stem[0], relu=True, factor=1 / PIXEL_SCALE)
    seen = net.normalised("quarter", seen, student.stem[1], relu=True)
    for step, blocks in (("quarter", student.quarter), ("eighth", student.eighth)):
        for number, block in enumerate(blocks):
            seen = separable(net, f"{step}_{number + 1}", seen, block)
    halved = net.halved("eighth_pool", seen)
    content = student.content_scale
    net.convolution(
        CONTENT_LAYER,
        halved,
        (student.content.weight * content.view(-1, 1, 1, 1)).detach().numpy(),
        (student.content.bias * content).detach().numpy(),
        1,
        True,
        False,
    )
    for number, block in enumerate(student.sixteenth):
        seen = separable(net, f"sixteenth_{number + 1}", seen, block)
    features = net.halved("features_pool", net.normalised("features", seen, student.features, relu=True))
    joined = net.add("Concatenate", "joined", [net.halved("eighth_pool_2", halved), features], axis=-1)
    head = net.normalised("head", joined, student.head, relu=True)
    weight = (student.style.weight * student.style_scale.view(-1, 1, 1, 1)).detach().numpy()
    bias = (student.style.bias * student.style_scale).detach().numpy()
    net.convolution(STYLE_LAYER, head, weight, bias, 1, True, False)
    return net, [CONTENT_LAYER, STYLE_LAYER]


def write(student: Student, folder: Path, source: str, fold: int) -> None:
    net, outputs = topology_of(student)
    digest = net.write("lite", folder, outputs)
    provenance = {
        "network": "lite",
        "source": source,
        "sha256": digest,
        "layers": outputs,
        "layerDigests": {name: digest for name in outputs},
        **({} if fold < 0 else {"unseenFold": {"folds": FOLDS, "seed": FOLD_SEED, "fold": fold}}),
    }
    (folder / "provenance.json").write_text(json.dumps(provenance, indent=2) + "\n")
    write_reference(student, folder / "reference.json", outputs)
    print(f"{len(net.bytes) / 1e6:.2f} MB of weights, {sum(p.numel() for p in student.parameters()):,} parameters")


def test_picture(height: int, width: int) -> NDArray[np.uint8]:
    """A picture from a formula, the same in any language: [height, width, R G B]."""
    y, x, channel = np.meshgrid(np.arange(height), np.arange(width), np.arange(3), indexing="ij")
    return ((x * x * (channel + 1) + y * 7 * (channel + 2) + x * y) // 16 % 256).astype(np.uint8)


def write_reference(student: Student, file: Path, outputs: list[str]) -> None:
    """What PyTorch gives, in 32-bit floats, for the test picture of 96 × 64: shape of each output, mean and deviation of its channels, the content map on 8 × 8 cells."""
    height, width = 96, 64
    with torch.inference_mode():
        style, content = student(vgg_input(test_picture(height, width)[None]))
    style = style * student.style_scale.view(1, -1, 1, 1)
    maps = [content * student.content_scale.view(1, -1, 1, 1), style]
    layers = {
        name: {
            "shape": [own.shape[2], own.shape[3], own.shape[1]],
            "moments": [round(value, 3) for value in moments(own)[0].tolist()],
        }
        for name, own in zip(outputs, maps)
    }
    grid = pooled(maps[0], MAP_SIDE).permute(0, 2, 3, 1).flatten()
    picture = {"height": height, "width": width, "formula": "((x·x·(c + 1) + y·7·(c + 2) + x·y) ÷ 16, rounded down) mod 256, c = 0 red, 1 green, 2 blue"}
    file.write_text(json.dumps({"picture": picture, "layers": layers, "contentMap": [round(value, 1) for value in grid.tolist()]}) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="folder of the network, models/lite")
    parser.add_argument("--source", default="models/lite/training", help="what provenance.json says the weights come from")
    parser.add_argument("--fold", type=int, default=0, help="fold of artists that train.py left out; -2: none")
    asked = parser.parse_args()
    write(load_student(asked.checkpoint), asked.out, asked.source, asked.fold)
