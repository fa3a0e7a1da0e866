"""The outline network: where the corners of a painting are in a photograph, what of it is painting, and whether anything else is in it."""

import torch
from torch import Tensor, nn
from torch.nn import functional

#: Sides in pixels of the picture, stretched to a square, and of the maps.
SIDE, MAP_SIDE = 192, 48
#: The mask, then the corners from the top left clockwise.
MAPS = 5


class Convolution(nn.Sequential):
    """Convolution without bias, batch normalisation until it is folded, ReLU."""

    def __init__(self, channels_in: int, channels_out: int, size: int, stride: int = 1, groups: int = 1):
        super().__init__(
            nn.Conv2d(channels_in, channels_out, size, stride, size // 2, groups=groups, bias=False),
            nn.BatchNorm2d(channels_out),
            nn.ReLU(inplace=True),
        )


class Separable(nn.Sequential):
    """Depthwise 3×3 then pointwise (Howard et al. 2017)."""

    def __init__(self, channels_in: int, channels_out: int, stride: int = 1):
        super().__init__(
            Convolution(channels_in, channels_in, 3, stride, groups=channels_in), Convolution(channels_in, channels_out, 1)
        )


class Outline(nn.Module):
    """A U-Net (Ronneberger et al. 2015) of depthwise-separable convolutions. [b, 3, 192, 192] in 0–1 → maps [b, 5, 48, 48] and [b, 1], both before their sigmoid or softmax."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = Convolution(3, 24, 3, 2)
        self.quarter = nn.Sequential(Separable(24, 48, 2), Separable(48, 48))
        self.eighth = nn.Sequential(Separable(48, 96, 2), Separable(96, 96))
        self.sixteenth = nn.Sequential(Separable(96, 160, 2), Separable(160, 160), Separable(160, 160))
        self.deepest = nn.Sequential(Separable(160, 224, 2), Separable(224, 224), Separable(224, 224), Separable(224, 224))
        self.to_sixteenth = Separable(224 + 160, 128)
        self.to_eighth = Separable(128 + 96, 96)
        self.to_quarter = nn.Sequential(Separable(96 + 48, 64), Separable(64, 64))
        self.maps = nn.Conv2d(64, MAPS, 1)
        self.is_photograph = nn.Linear(224, 1)

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        quarter = self.quarter(self.stem(pictures - 0.5))
        eighth = self.eighth(quarter)
        sixteenth = self.sixteenth(eighth)
        deepest = self.deepest(sixteenth)
        seen = self.to_sixteenth(torch.cat([doubled(deepest), sixteenth], 1))
        seen = self.to_eighth(torch.cat([doubled(seen), eighth], 1))
        seen = self.to_quarter(torch.cat([doubled(seen), quarter], 1))
        return self.maps(seen), self.is_photograph(deepest.mean((2, 3)))


def doubled(maps: Tensor) -> Tensor:
    return functional.interpolate(maps, scale_factor=2, mode="nearest")


def corners_of(maps: Tensor) -> Tensor:
    """Where each corner is, [b, 4, 2] in shares: the mean place by the softmax within two cells of its peak."""
    batch, _, side, _ = maps.shape
    logits = maps[:, 1:].flatten(2)
    peak = logits.argmax(-1, keepdim=True)
    at = torch.arange(side * side, device=maps.device)
    near = ((at // side - peak // side).abs() <= 2) & ((at % side - peak % side).abs() <= 2)
    weights = torch.softmax(logits.masked_fill(~near, -1e4), -1)
    x, y = (at % side + 0.5) / side, (torch.div(at, side, rounding_mode="floor") + 0.5) / side
    return torch.stack([(weights * x).sum(-1), (weights * y).sum(-1)], -1)
