"""
Rounds the last layer of an exported network to 8 bits: three fifths of its weights, in half the bytes.

Channels differ a hundredfold in size, so each is scaled to a largest weight of 1 first. A depthwise convolution of one
cell, which takes over name, bias and ReLU, scales it back.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np

LAYER = "block3_moments"
UNSCALED = f"{LAYER}_unscaled"
STEPS = 127


def half(name: str, shape: list[int]) -> dict:
    return {"name": name, "shape": shape, "dtype": "float32", "quantization": {"dtype": "float16", "original_dtype": "float32"}}


def rounded(folder: Path) -> None:
    file = folder / "model.json"
    model = json.loads(file.read_text())
    (group,) = model["weightsManifest"]
    specs = group["weights"]
    weights = (folder / group["paths"][0]).read_bytes()
    # Kernel and bias of the last layer are the last that were written.
    kernel, bias = specs[-2:]
    if [kernel["name"], bias["name"]] != [f"{LAYER}/kernel", f"{LAYER}/bias"]:
        raise SystemExit(f"{file} does not end with {LAYER} in 16 bits")
    count = int(np.prod(kernel["shape"]))
    channels = kernel["shape"][-1]
    kept = weights[: -2 * (count + channels)]
    values = np.frombuffer(weights, np.float16, count, len(kept)).astype(np.float32).reshape(-1, channels)
    largest = np.abs(values).max(0)
    steps = np.round(values / largest * STEPS).astype(np.int16) + STEPS
    data = kept + steps.astype(np.uint8).tobytes() + largest.astype(np.float16).tobytes() + weights[-2 * channels :]
    group["weights"] = specs[:-2] + [
        {
            "name": f"{UNSCALED}/kernel",
            "shape": kernel["shape"],
            "dtype": "float32",
            "quantization": {"dtype": "uint8", "min": -1, "scale": 1 / STEPS, "original_dtype": "float32"},
        },
        half(f"{LAYER}/depthwise_kernel", [1, 1, channels, 1]),
        half(f"{LAYER}/bias", [channels]),
    ]
    layers = model["modelTopology"]["config"]["layers"]
    at = next(i for i, layer in enumerate(layers) if layer["name"] == LAYER)
    layers[at : at + 1] = split(layers[at], next(layer for layer in layers if layer["class_name"] == "DepthwiseConv2D"))
    (folder / group["paths"][0]).write_bytes(data)
    file.write_text(json.dumps(model) + "\n")
    sign(folder / "provenance.json", hashlib.sha256(data).hexdigest())
    print(f"{len(weights) / 1e6:.2f} → {len(data) / 1e6:.2f} MB of weights")


def split(layer: dict, pattern: dict) -> list[dict]:
    """The layer as a convolution without bias, and what scales it, written as the network's other depthwise layers."""
    unscaled = json.loads(json.dumps(layer))
    unscaled["name"] = unscaled["config"]["name"] = UNSCALED
    unscaled["config"].update(use_bias=False, activation="linear")
    scaling = json.loads(json.dumps(pattern))
    scaling["name"] = scaling["config"]["name"] = LAYER
    scaling["config"].update(kernel_size=[1, 1], strides=[1, 1], activation=layer["config"]["activation"])
    scaling["inbound_nodes"] = [[[UNSCALED, 0, 0, {}]]]
    return [unscaled, scaling]


def sign(file: Path, digest: str) -> None:
    provenance = json.loads(file.read_text())
    provenance["sha256"] = digest
    provenance["layerDigests"] = {name: digest for name in provenance["layers"]}
    file.write_text(json.dumps(provenance, indent=2) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="what export.py wrote")
    rounded(parser.parse_args().folder)
