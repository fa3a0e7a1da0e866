"""Trains the outline network on simulated photographs; see README.md. Goes on from its checkpoint."""

import argparse
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from network import MAP_SIDE, SIDE, Outline, corners_of
from scenes import Paintings, Scenes, simulated

#: Of the Gaussian around a corner that the map is to show, in cells.
SPREAD = 0.8


def cells(device: torch.device) -> tuple[Tensor, Tensor]:
    at = (torch.arange(MAP_SIDE, device=device) + 0.5) / MAP_SIDE
    y, x = torch.meshgrid(at, at, indexing="ij")
    return x, y


def inside(corners: Tensor) -> Tensor:
    """How much of each cell lies within the corners, about: [b, 48, 48]"""
    x, y = cells(corners.device)
    following = corners.roll(-1, 1)
    sides = []
    for n in range(4):
        (ax, ay), (bx, by) = corners[:, n].T, following[:, n].T
        ax, ay, bx, by = (value.view(-1, 1, 1) for value in (ax, ay, bx, by))
        length = ((bx - ax) ** 2 + (by - ay) ** 2).sqrt()
        sides.append(((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length)
    return (torch.stack(sides).amin(0) * MAP_SIDE + 0.5).clamp(0, 1)


def loss_of(network: Outline, scenes: Scenes) -> tuple[Tensor, dict[str, float]]:
    maps, logit = network(scenes.photographs)
    mask = functional.binary_cross_entropy_with_logits(maps[:, 0].float(), inside(scenes.corners))
    x, y = cells(maps.device)
    away = ((x - scenes.corners[..., :1, None]) ** 2 + (y - scenes.corners[..., 1:, None]) ** 2) * MAP_SIDE**2
    wanted = torch.softmax((-away / (2 * SPREAD**2)).flatten(2), -1)
    each = -(wanted * torch.log_softmax(maps[:, 1:].float().flatten(2), -1)).sum(-1).mean(1)
    corner = (each * scenes.is_photograph).sum() / scenes.is_photograph.sum().clamp(min=1)
    presence = functional.binary_cross_entropy_with_logits(logit.float().flatten(), scenes.is_photograph)
    return mask + 0.3 * corner + 0.5 * presence, {"mask": mask.item(), "corner": corner.item(), "presence": presence.item()}


@torch.inference_mode()
def judged(network: Outline, paintings: Paintings, batches: int, batch: int) -> dict[str, float]:
    network.eval()
    errors, answers, truths = [], [], []
    for _ in range(batches):
        scenes = simulated(paintings, batch, SIDE)
        maps, logit = network(scenes.photographs)
        error = (corners_of(maps.float()) - scenes.corners).norm(dim=-1).amax(1)
        errors.append(error[scenes.is_photograph > 0])
        answers.append(logit.float().flatten())
        truths.append(scenes.is_photograph)
    network.train()
    error, answer, truth = torch.cat(errors), torch.cat(answers), torch.cat(truths) > 0
    line = answer[~truth].sort().values[int(0.98 * (~truth).sum())]
    return {
        "median": error.median().item(),
        "within 3 %": (error < 0.03).float().mean().item(),
        "within 5 %": (error < 0.05).float().mean().item(),
        "found where 2 % of others are": (answer[truth] > line).float().mean().item(),
    }


def loaded(file: Path, device: torch.device) -> tuple[Paintings, Paintings]:
    """Those to train on, and those of artists who are left out."""
    stored = np.load(file)
    pictures = torch.from_numpy(stored["pictures"]).to(device)
    aspects, is_unseen = (torch.from_numpy(stored[name]).to(device) for name in ("aspects", "is_unseen"))
    return tuple(Paintings(pictures[rows], aspects[rows].float()) for rows in (~is_unseen, is_unseen))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paintings", type=Path, required=True, help="what prepare.py wrote")
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=3e-3)
    asked = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(7)
    seen, unseen = loaded(asked.paintings, device)
    network = Outline().to(device)
    optimiser = torch.optim.AdamW(network.parameters(), lr=asked.rate, weight_decay=1e-4)
    if asked.checkpoint.exists():
        network.load_state_dict(torch.load(asked.checkpoint, map_location=device))
    began, steps, said = time.monotonic(), 0, 0.0
    while (spent := time.monotonic() - began) < asked.seconds:
        share = spent / asked.seconds
        # Up over the first fiftieth, then down along a cosine.
        optimiser.param_groups[0]["lr"] = asked.rate * min(1, share * 50) * (0.5 * (1 + np.cos(np.pi * share)) + 0.002)
        scenes = simulated(seen, asked.batch, SIDE)
        with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
            loss, parts = loss_of(network, scenes)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        steps += 1
        if spent - said > asked.seconds / 12:
            said = spent
            told = {name: round(value, 4) for name, value in (parts | judged(network, unseen, 4, asked.batch)).items()}
            print(f"{spent:.0f} s, {steps * asked.batch:,} pictures: {told}", flush=True)
            torch.save(network.state_dict(), asked.checkpoint)
    torch.save(network.state_dict(), asked.checkpoint)
    print(f"{steps * asked.batch:,} pictures:", judged(network, unseen, 20, asked.batch))


if __name__ == "__main__":
    main()
