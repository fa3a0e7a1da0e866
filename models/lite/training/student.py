"""The compact network: a small convolutional body, and heads that predict what VGG19 would measure in each cell."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

STYLE_LAYERS = ("block3_conv1", "block3_conv2", "block3_conv3", "block3_conv4")
STYLE_CHANNELS = 256
CONTENT_LAYER = "block2_conv2"
CONTENT_CHANNELS = 128


@dataclass(frozen=True)
class Widths:
    """Channels at each step down: half, quarter, eighth and sixteenth of the side, the features that are averaged, the head."""

    half: int = 16
    quarter: int = 56
    eighth: int = 128
    sixteenth: int = 192
    features: int = 384
    head: int = 384
    blocks_quarter: int = 1
    blocks_eighth: int = 3
    blocks_sixteenth: int = 4


class Convolution(nn.Sequential):
    """3×3 or 1×1 convolution without bias, batch normalisation until `fold`, ReLU."""

    def __init__(self, channels_in: int, channels_out: int, size: int, stride: int = 1, groups: int = 1, relu: bool = True):
        layers: list[nn.Module] = [
            nn.Conv2d(channels_in, channels_out, size, stride, size // 2, groups=groups, bias=False),
            nn.BatchNorm2d(channels_out),
        ]
        super().__init__(*layers, *([nn.ReLU(inplace=True)] if relu else []))

    def fold(self) -> None:
        """Convolution and batch normalisation in one: γ·(w∗x − μ)/√(σ² + ε) + β."""
        convolution, norm = self[0], self[1]
        assert isinstance(convolution, nn.Conv2d) and isinstance(norm, nn.BatchNorm2d)
        self[0] = nn.utils.fuse_conv_bn_eval(convolution.eval(), norm.eval())
        self[1] = nn.Identity()


class Separable(nn.Module):
    """Depthwise 3×3 then pointwise (Howard et al. 2017); with a residual connection where the shapes match (He et al. 2016)."""

    def __init__(self, channels_in: int, channels_out: int, stride: int = 1):
        super().__init__()
        self.depthwise = Convolution(channels_in, channels_in, 3, stride, groups=channels_in)
        self.residual = stride == 1 and channels_in == channels_out
        self.pointwise = Convolution(channels_in, channels_out, 1, relu=not self.residual)

    def forward(self, maps: Tensor) -> Tensor:
        seen = self.pointwise(self.depthwise(maps))
        return torch.relu(maps + seen) if self.residual else seen


class Student(nn.Module):
    """
    Pixels as VGG19 takes them (BGR minus the mean), sides multiples of 32 →
    style [n, 2·4·256, h/32, w/32]: for each layer of block 3, the mean of every channel, then its local deviation;
    content [n, 128, h/16, w/16]: the mean of every channel of block2_conv2. Both in VGG19's units
    divided by `style_scale` and `content_scale`, one a channel, which the exporter multiplies into the weights.
    """

    def __init__(self, widths: Widths = Widths()):
        super().__init__()
        w = widths
        self.widths = w
        self.stem = nn.Sequential(Convolution(3, w.half, 3, 2), Convolution(w.half, w.quarter, 3, 2))
        self.quarter = nn.Sequential(*[Separable(w.quarter, w.quarter) for _ in range(w.blocks_quarter)])
        self.eighth = nn.Sequential(Separable(w.quarter, w.eighth, 2), *[Separable(w.eighth, w.eighth) for _ in range(w.blocks_eighth)])
        self.sixteenth = nn.Sequential(
            Separable(w.eighth, w.sixteenth, 2), *[Separable(w.sixteenth, w.sixteenth) for _ in range(w.blocks_sixteenth)]
        )
        self.features = Convolution(w.sixteenth, w.features, 1)
        self.head = Convolution(w.eighth + w.features, w.head, 1)
        self.style = nn.Conv2d(w.head, 2 * len(STYLE_LAYERS) * STYLE_CHANNELS, 1)
        self.content = nn.Conv2d(w.eighth, CONTENT_CHANNELS, 1)
        self.register_buffer("style_scale", torch.ones(self.style.out_channels))
        self.register_buffer("content_scale", torch.ones(CONTENT_CHANNELS))

    @property
    def is_folded(self) -> bool:
        return not any(isinstance(module, nn.BatchNorm2d) for module in self.modules())

    def fold(self) -> None:
        """Batch normalisation becomes part of the weights, with the statistics it has: the same function, faster to train on."""
        if self.is_folded:
            return
        for module in self.modules():
            if isinstance(module, Convolution):
                module.fold()

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor]:
        eighth = self.eighth(self.quarter(self.stem(pixels / 64)))
        features = self.features(self.sixteenth(eighth))
        halved = nn.functional.avg_pool2d(eighth, 2)
        pooled = torch.cat([nn.functional.avg_pool2d(halved, 2), nn.functional.avg_pool2d(features, 2)], 1)
        return torch.relu(self.style(self.head(pooled))), torch.relu(self.content(halved))
