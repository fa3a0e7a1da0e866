"""Networks as TensorFlow.js layers models: layers as Keras writes them, and their weights as 16-bit floats."""

import hashlib
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from torch import nn

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

    def normalised(self, name: str, before: str, module: nn.Sequential, relu: bool, factor: float = 1) -> str:
        """A convolution into whose weights batch normalisation has been folded."""
        convolution = module[0]
        assert isinstance(convolution, nn.Conv2d) and convolution.bias is not None
        return self.convolution(
            name,
            before,
            (convolution.weight * factor).detach().numpy(),
            convolution.bias.detach().numpy(),
            convolution.stride[0],
            relu,
            convolution.groups > 1,
        )

    def halved(self, name: str, before: str) -> str:
        pooling = {"pool_size": [2, 2], "strides": [2, 2], "padding": "valid", "data_format": "channels_last"}
        return self.add("AveragePooling2D", name, [before], **pooling)

    def doubled(self, name: str, before: str) -> str:
        return self.add("UpSampling2D", name, [before], size=[2, 2], data_format="channels_last", interpolation="nearest")

    def write(self, name: str, folder: Path, outputs: list[str]) -> str:
        """model.json and weights.bin. @returns SHA-256 of the weights"""
        config = {
            "name": name,
            "layers": self.layers,
            "input_layers": [[self.layers[0]["name"], 0, 0]],
            "output_layers": [[output, 0, 0] for output in outputs],
        }
        model = {
            "format": "layers-model",
            "generatedBy": "gafu",
            "convertedBy": None,
            "modelTopology": {"class_name": "Model", "config": config, "keras_version": "tfjs-layers 4.22.0", "backend": "tensor_flow.js"},
            "weightsManifest": [{"paths": [WEIGHTS_FILE], "weights": self.specs}],
        }
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "model.json").write_text(json.dumps(model) + "\n")
        (folder / WEIGHTS_FILE).write_bytes(self.bytes)
        return hashlib.sha256(self.bytes).hexdigest()
