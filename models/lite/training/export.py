"""The trained student as a TensorFlow.js layers model: model.json, one file of float16 weights, provenance.json."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from batches import vgg_input
from cache import MAP_SIDE
from evaluate import load_student, moments
from folds import FOLD_SEED, FOLDS
from pooling import pooled
from student import CONTENT_LAYER, Convolution, Separable, Student

PIXEL_SCALE = 64
STYLE_LAYER = "block3_moments"
WEIGHTS_FILE = "weights.bin"
Array = NDArray[np.float32]


class Topology:
    """Layers as Keras writes them, one after the other, and their weights in the order of the layers."""

    def __init__(self) -> None:
        self.layers: list[dict] = []
        self.specs: list[dict] = []
        self.bytes = bytearray()

    def add(self, kind: str, name: str, inputs: list[str], **config: object) -> str:
        nodes = [[[own, 0, 0, {}] for own in inputs]] if inputs else []
        self.layers.append({"class_name": kind, "config": {"name": name, **config}, "name": name, "inbound_nodes": nodes})
        return name

    def weights(self, layer: str, **arrays: Array) -> None:
        for name, values in arrays.items():
            stored = np.ascontiguousarray(values, np.float16)
            if not np.isfinite(stored).all():
                raise ValueError(f"{layer}/{name} does not fit into 16-bit floats: up to {np.abs(values).max()}")
            quantisation = {"dtype": "float16", "original_dtype": "float32"}
            self.specs.append(
                {"name": f"{layer}/{name}", "shape": list(values.shape), "dtype": "float32", "quantization": quantisation}
            )
            self.bytes += stored.tobytes()

    def convolution(self, name: str, before: str, kernel: Array, bias: Array, stride: int, relu: bool, depthwise: bool) -> str:
        """`kernel` as PyTorch has it, [out, in, height, width]. PyTorch pads evenly, TensorFlow not where the stride is 2."""
        size = kernel.shape[2]
        if stride > 1:
            padding = [[size // 2, 0], [size // 2, 0]]
            before = self.add("ZeroPadding2D", f"{name}_pad", [before], padding=padding, data_format="channels_last")
        shared = {
            "kernel_size": [size, size],
            "strides": [stride, stride],
            "padding": "valid" if stride > 1 else "same",
            "data_format": "channels_last",
            "activation": "relu" if relu else "linear",
            "use_bias": True,
        }
        if depthwise:
            self.add("DepthwiseConv2D", name, [before], depth_multiplier=1, **shared)
            self.weights(name, depthwise_kernel=kernel.transpose(2, 3, 0, 1), bias=bias)
        else:
            self.add("Conv2D", name, [before], filters=len(kernel), **shared)
            self.weights(name, kernel=kernel.transpose(2, 3, 1, 0), bias=bias)
        return name

    def normalised(self, name: str, before: str, module: Convolution, factor: float = 1) -> str:
        """A convolution into whose weights batch normalisation has been folded."""
        convolution = module[0]
        assert isinstance(convolution, nn.Conv2d) and convolution.bias is not None
        return self.convolution(
            name,
            before,
            (convolution.weight * factor).detach().numpy(),
            convolution.bias.detach().numpy(),
            convolution.stride[0],
            len(module) > 2,
            convolution.groups > 1,
        )

    def separable(self, name: str, before: str, module: Separable) -> str:
        seen = self.normalised(f"{name}_pointwise", self.normalised(f"{name}_depthwise", before, module.depthwise), module.pointwise)
        if not module.residual:
            return seen
        return self.add("ReLU", f"{name}_relu", [self.add("Add", f"{name}_add", [before, seen])])

    def halved(self, name: str, before: str) -> str:
        pooling = {"pool_size": [2, 2], "strides": [2, 2], "padding": "valid", "data_format": "channels_last"}
        return self.add("AveragePooling2D", name, [before], **pooling)


def topology_of(student: Student) -> tuple[Topology, list[str]]:
    """The layers, and which of them are outputs: content, then style."""
    student.fold()
    net = Topology()
    net.add("InputLayer", "input_1", [], batch_input_shape=[None, None, None, 3], dtype="float32", sparse=False)
    seen = net.normalised("half", "input_1", student.stem[0], 1 / PIXEL_SCALE)
    seen = net.normalised("quarter", seen, student.stem[1])
    for step, blocks in (("quarter", student.quarter), ("eighth", student.eighth)):
        for number, block in enumerate(blocks):
            seen = net.separable(f"{step}_{number + 1}", seen, block)
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
        seen = net.separable(f"sixteenth_{number + 1}", seen, block)
    features = net.halved("features_pool", net.normalised("features", seen, student.features))
    joined = net.add("Concatenate", "joined", [net.halved("eighth_pool_2", halved), features], axis=-1)
    head = net.normalised("head", joined, student.head)
    weight = (student.style.weight * student.style_scale.view(-1, 1, 1, 1)).detach().numpy()
    bias = (student.style.bias * student.style_scale).detach().numpy()
    net.convolution(STYLE_LAYER, head, weight, bias, 1, True, False)
    return net, [CONTENT_LAYER, STYLE_LAYER]


def write(student: Student, folder: Path, source: str, fold: int) -> None:
    net, outputs = topology_of(student)
    config = {
        "name": "lite",
        "layers": net.layers,
        "input_layers": [["input_1", 0, 0]],
        "output_layers": [[name, 0, 0] for name in outputs],
    }
    model = {
        "format": "layers-model",
        "generatedBy": "gafu",
        "convertedBy": None,
        "modelTopology": {"class_name": "Model", "config": config, "keras_version": "tfjs-layers 4.22.0", "backend": "tensor_flow.js"},
        "weightsManifest": [{"paths": [WEIGHTS_FILE], "weights": net.specs}],
    }
    digest = hashlib.sha256(net.bytes).hexdigest()
    provenance = {
        "network": "lite",
        "source": source,
        "sha256": digest,
        "layers": outputs,
        "layerDigests": {name: digest for name in outputs},
        **({} if fold < 0 else {"unseenFold": {"folds": FOLDS, "seed": FOLD_SEED, "fold": fold}}),
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.json").write_text(json.dumps(model) + "\n")
    (folder / WEIGHTS_FILE).write_bytes(net.bytes)
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
