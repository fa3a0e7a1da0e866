"""Plots log.csv and runs.csv: the student's distance from the teacher, and its retrieval figures. See README.md."""

import csv
from pathlib import Path

import matplotlib

matplotlib.use("svg")
import matplotlib.pyplot as plt

HERE = Path(__file__).parent
ERRORS = {"embedding": "the view's embedding", "quarters": "its quarters'", "sixteenths": "its sixteenths'"}
COLOURS = ("#b3301c", "#3d6b8e", "#8fa3b8")
SMOOTHED_OVER = 5


def rows_of(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(newline="") as file:
        return list(csv.DictReader(file))


def smoothed(values: list[float]) -> list[float]:
    return [sum(part) / len(part) for part in (values[max(0, i - SMOOTHED_OVER) : i + 1] for i in range(len(values)))]


def main() -> None:
    plain = {"axes.spines.top": False, "axes.spines.right": False}
    plt.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "gafu", "font.size": 10, **plain})
    figure, (error, found) = plt.subplots(1, 2, figsize=(11, 4.2), layout="constrained")
    log, runs = rows_of("log.csv"), rows_of("runs.csv")
    for run in sorted({row["run"] for row in log}):
        own = [row for row in log if row["run"] == run]
        pictures = [int(row["pictures"]) / 1000 for row in own]
        for (name, label), colour in zip(ERRORS.items(), COLOURS):
            error.plot(pictures, smoothed([float(row[name]) for row in own]), color=colour, label=label if run == log[0]["run"] else None)
        error.axvline(pictures[0], color="#ddd", zorder=0)
        error.text(pictures[0] + 4, 0.93, f"run {run}", color="#777", fontsize=9)
    error.set(title="1 − cosine to VGG19's, on pictures trained on", xlabel="thousand pictures seen", ylim=(0, 1))
    error.legend(frameon=False)
    teacher = next(row for row in runs if row["run"] == "VGG19")
    students = [row for row in runs if row is not teacher]
    pictures = [int(row["pictures"]) / 1000 for row in students]
    for column, label, colour in (("within", "VGG19, within them", COLOURS[0]), ("among", "VGG19, among all", COLOURS[1])):
        best = float(teacher[column])
        found.plot(pictures, [float(row[column]) for row in students], "o-", color=colour)
        found.axhline(best, color=colour, linestyle=":")
        found.text(2, best + 0.008, label, color=colour, fontsize=9)
    for row, seen in zip(students, pictures):
        place = (seen, float(row["within"]))
        found.annotate(f"run {row['run']}", place, (0, 7), textcoords="offset points", ha="center", color="#777", fontsize=9)
    found.set(title="mAP@10 of artists never seen", xlabel="thousand pictures seen", ylim=(0.25, 0.78), xlim=(0, 1.06 * pictures[-1]))
    figure.savefig(HERE / "training.svg", metadata={"Date": None})


if __name__ == "__main__":
    main()
