"""The trained outline network as a TensorFlow.js layers model, and what PyTorch says of a test picture."""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

sys.path.append(str(Path(__file__).parents[2] / "training"))

from network import SIDE, Convolution, Outline, Separable
from topology import Topology

OUTPUTS = ["maps", "is_photograph"]


def folded(module: Convolution) -> nn.Sequential:
    """Convolution and batch normalisation in one."""
    convolution, norm = module[0], module[1]
    assert isinstance(convolution, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d)
    return nn.Sequential(nn.utils.fuse_conv_bn_eval(convolution.eval(), norm.eval()))


def separables(net: Topology, name: str, before: str, module: nn.Sequential) -> str:
    """Of one `Separable`, or of several in turn."""
    blocks = [module] if isinstance(module, Separable) else list(module)
    for number, block in enumerate(blocks, 1):
        depthwise = net.normalised(f"{name}_{number}_depthwise", before, folded(block[0]), relu=True)
        before = net.normalised(f"{name}_{number}_pointwise", depthwise, folded(block[1]), relu=True)
    return before


def topology_of(network: Outline) -> Topology:
    net = Topology()
    net.add("InputLayer", "picture", [], batch_input_shape=[None, SIDE, SIDE, 3], dtype="float32", sparse=False)
    half = net.normalised("stem", "picture", folded(network.stem), relu=True)
    quarter = separables(net, "quarter", half, network.quarter)
    eighth = separables(net, "eighth", quarter, network.eighth)
    sixteenth = separables(net, "sixteenth", eighth, network.sixteenth)
    deepest = separables(net, "deepest", sixteenth, network.deepest)
    seen = deepest
    for name, beside, module in (
        ("to_sixteenth", sixteenth, network.to_sixteenth),
        ("to_eighth", eighth, network.to_eighth),
        ("to_quarter", quarter, network.to_quarter),
    ):
        joined = net.add("Concatenate", f"{name}_joined", [net.doubled(f"{name}_doubled", seen), beside], axis=-1)
        seen = separables(net, name, joined, module)
    maps = network.maps
    net.convolution("maps", seen, maps.weight.detach().numpy(), maps.bias.detach().numpy(), 1, False, False)
    mean = net.add("GlobalAveragePooling2D", "mean", [deepest], data_format="channels_last")
    net.add("Dense", "is_photograph", [mean], units=1, activation="linear", use_bias=True)
    dense = network.is_photograph
    net.weights("is_photograph", kernel=dense.weight.detach().numpy().T, bias=dense.bias.detach().numpy())
    return net


def test_picture() -> NDArray[np.uint8]:
    """A picture from a formula, the same in any language: a striped rectangle on grey. [side, side, R G B]"""
    y, x, channel = np.meshgrid(np.arange(SIDE), np.arange(SIDE), np.arange(3), indexing="ij")
    striped = (x * (channel + 3) + y * 5) // 4 % 256
    inside = (x >= 40) & (x < 150) & (y >= 30) & (y < 140)
    return np.where(inside, striped, 200).astype(np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="models/outline")
    parser.add_argument("--source", default="models/outline/training", help="what provenance.json says the weights come from")
    asked = parser.parse_args()
    network = Outline()
    network.load_state_dict(torch.load(asked.checkpoint, map_location="cpu"))
    network.eval()
    picture = torch.from_numpy(test_picture()).permute(2, 0, 1)[None].float() / 255
    with torch.inference_mode():
        maps, logit = network(picture)
    digest = topology_of(network).write("outline", asked.out, OUTPUTS)
    provenance = {
        "network": "outline",
        "source": asked.source,
        "sha256": digest,
        "layers": OUTPUTS,
        "layerDigests": {name: digest for name in OUTPUTS},
    }
    (asked.out / "provenance.json").write_text(json.dumps(provenance, indent=2) + "\n")
    reference = {
        "picture": f"side {SIDE}, c = 0 red, 1 green, 2 blue: ((x·(c + 3) + y·5) ÷ 4, rounded down) mod 256 where 40 ≤ x < 150 and 30 ≤ y < 140, else 200",
        "isPhotograph": round(logit.item(), 4),
        "maps": {"shape": list(maps.permute(0, 2, 3, 1).shape), "mean": [round(v, 4) for v in maps.mean((0, 2, 3)).tolist()], "deviation": [round(v, 4) for v in maps.std((0, 2, 3), correction=0).tolist()]},
    }
    (asked.out / "reference.json").write_text(json.dumps(reference) + "\n")
    print(f"{(asked.out / 'weights.bin').stat().st_size / 1e6:.2f} MB of weights, {sum(p.numel() for p in network.parameters()):,} parameters")


if __name__ == "__main__":
    main()
