"""The product's folds of artists (lib/evaluate/rounds/folds.ts and lib/vision/random.ts), number for number."""

from collections import Counter
from collections.abc import Callable

BITS = 2**32
FOLDS = 5
FOLD_SEED = 1


def seeded_random(seed: int) -> Callable[[], float]:
    """mulberry32: numbers in [0, 1)."""
    state = seed % BITS

    def following() -> float:
        nonlocal state
        state = (state + 0x6D2B79F5) % BITS
        mixed = (state ^ (state >> 15)) * (state | 1) % BITS
        mixed ^= (mixed + (mixed ^ (mixed >> 7)) * (mixed | 61)) % BITS
        return (mixed ^ (mixed >> 14)) / BITS

    return following


def disjoint_folds(groups: list[str], count: int = FOLDS, seed: int = FOLD_SEED) -> list[int]:
    """Fold of each picture; all of one group lie in one fold, the largest groups dealt out first."""
    sizes = Counter(groups)
    names, random = sorted(sizes), seeded_random(seed)
    for last in range(len(names) - 1, 0, -1):
        other = int(random() * (last + 1))
        names[last], names[other] = names[other], names[last]
    filled, fold_of = [0] * count, {}
    for name in sorted(names, key=lambda name: -sizes[name]):
        fold = filled.index(min(filled))
        fold_of[name] = fold
        filled[fold] += sizes[name]
    return [fold_of[group] for group in groups]
