#!/usr/bin/env python3
"""Measures `indicator-widgets project` on yearly series of forecasting competitions. For maintainers; needs numpy.

    cargo build --release
    scripts/forecast-bench.py                        # both sets as they are, scored by the bench's score.py --check
    scripts/forecast-bench.py --variants             # and with years missing, rounded, "over", broken, shifted, …
    scripts/forecast-bench.py --method linear --set public

The cases and score.py are read where they lie (--bench, ../shared/bench/forecast). They are others' data under licences of
their own: nothing of them is kept in this repository. What the tool reads and writes goes to --keep, else is thrown away.
"""
import argparse
import csv
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
GAPS = [f"gap{years}{draw}" for years in range(1, 7) for draw in "ab"]
VARIANTS = [*GAPS, "about-last", "about-all", "over-last", "over-interior", "over-all", "break", "break-unmarked",
            "preliminary1", "preliminary3", "stock", "stock-unmarked", "saturated", "negative", "mirrored", "first4"]


class Case:
    """A history as the tool is to see it, and what became of the future: truth * scale + shift, never above `cap`."""

    def __init__(self, place, sid, history):
        self.place, self.id = place, f"{sid}#{len(history)}"
        self.years, self.values = np.arange(2001, 2001 + len(history)), history.copy()
        self.qualifiers, self.breaks = [""] * len(history), [""] * len(history)
        self.lower = 0.0 if history.min() >= 0 else None
        self.upper = 100.0 if "PCT" in sid else None
        self.scale, self.shift, self.cap = 1.0, 0.0, np.inf

    def keep(self, places):
        self.years, self.values = self.years[places], self.values[places]
        self.qualifiers = [self.qualifiers[i] for i in places]
        self.breaks = [self.breaks[i] for i in places]

    def mark(self, places, qualifier, rounding):
        for i in places:
            self.values[i], self.qualifiers[i] = two_digits(self.values[i], rounding), qualifier


def two_digits(value, rounding):
    """The figure as somebody prints it who gives two significant digits."""
    if value == 0:
        return value
    unit = 10.0 ** (np.floor(np.log10(abs(value)) + 1e-12) - 1)
    return float(f"{rounding(value / unit + (1e-9 if rounding is np.floor else 0)) * unit:.12g}")


def variant(name, cases):
    """The cases that the variant can be made of, changed. Every draw is seeded by series, length and variant."""
    for place, (sid, n, history) in enumerate(zip(cases.id, cases.n, cases.hist)):
        case = Case(place, sid, history)
        draw = np.random.default_rng(zlib.crc32(f"{sid}|{n}|{name.split('-un')[0]}".encode()))
        future = cases.fut[place][~np.isnan(cases.fut[place])]
        last, every = [n - 1], range(n)
        if name.startswith("gap"):
            years = int(name[3])
            if n - years < 4:
                continue
            dropped = 1 + draw.choice(n - 2, years, replace=False)
            case.keep(np.setdiff1d(np.arange(n), dropped))
        elif name.startswith("about"):
            case.mark(last if name == "about-last" else every, "about", np.round)
        elif name == "over-interior":
            case.mark(np.flatnonzero(draw.random(n)[:-1] < 0.4), "at_least", np.floor)
        elif name.startswith("over"):
            case.mark(last if name == "over-last" else every, "at_least", np.floor)
        elif name.startswith("break"):                  # from a level that lies five usual changes off; 4 to 7 values follow
            if n != 10 or not cases.scale[place] > 0:
                continue
            start = int(draw.integers(3, 7))
            case.values[:start] += draw.choice([-1, 1]) * 5 * cases.scale[place]
            case.breaks[start] = "yes" if name == "break" else ""
        elif name.startswith("preliminary"):            # the last value is off by so many per cent
            case.values[-1] *= 1 + int(name[-1]) / 100 * draw.normal()
            case.qualifiers[-1] = "preliminary"
        elif name.startswith("stock"):                  # series that fall neither before nor after
            if (np.diff(np.r_[history, future]) < 0).any():
                continue
            case.lower = case.values[-1] if name == "stock" else case.lower
        elif name == "saturated":                       # nothing can pass what the trend reaches in three years
            case.cap = case.upper = history[-1] + 3 * cases.drift[place]
            if not cases.sign[place] > 0 or history.max() >= case.cap:
                continue
        elif name == "negative":
            case.shift = -2 * np.abs(history).max()
            case.values, case.lower, case.upper = case.values + case.shift, None, None
        elif name == "mirrored":
            flip = lambda bound: None if bound is None else -bound
            case.scale, case.values, case.lower, case.upper = -1.0, -case.values, flip(case.upper), flip(case.lower)
        elif name == "first4":                          # four values
            if n != 5:
                continue
            case.keep(range(1, 5))
        yield case


def truth(scorer, cases, made):
    """What score.py is to know of changed cases: futures and targets moved along, errors scaled by the full history."""
    at = np.array([case.place for case in made])
    scale, shift, cap = (np.array([getattr(case, key) for case in made]) for key in ("scale", "shift", "cap"))
    moved = object.__new__(scorer.Cases)
    moved.id, moved.n = [cases.id[i] for i in at], cases.n[at]
    moved.fut = np.minimum(cases.fut[at] * scale[:, None] + shift[:, None], cap[:, None])
    moved.last, moved.drift, moved.sign = cases.last[at] * scale + shift, cases.drift[at] * scale, cases.sign[at] * scale
    moved.scale = cases.scale[at]
    ahead = np.arange(1, scorer.HMAX + 1)
    step = np.array(scorer.KS) * ahead[None, :, None] * moved.drift[:, None, None]
    moved.target = np.minimum(moved.last[:, None, None] + step, cap[:, None, None])
    moved.hit = (moved.sign[:, None, None] * (moved.fut[:, :, None] - moved.target) >= 0).astype(float)
    moved.hit[np.isnan(moved.fut)] = np.nan
    moved.hit[moved.sign == 0] = np.nan
    return moved


def cell(bound):
    return "" if bound is None else repr(float(bound))


def project(arguments, made, target, sign, folder, name, bounds=True):
    """Runs the tool; quantiles (cases x h x 5) and probabilities (cases x h x targets), not a number where a cell is empty.

    Without `bounds` the tool is left to see by itself that what is nowhere negative has the floor 0."""
    series, goals = folder / f"{name}.csv", folder / f"{name}.targets.csv"
    with open(series, "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["id", "t", "value", "qualifier", "break", "upper"] + ["lower"] * bounds)
        for case in made:
            for year, value, qualifier, mark in zip(case.years, case.values, case.qualifiers, case.breaks):
                edges = [cell(case.upper)] + [cell(case.lower)] * bounds
                rows.writerow([case.id, year, repr(float(value)), qualifier, mark, *edges])
    with open(goals, "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["id", "h", "target", "direction"])
        for case, targets, direction in zip(made, target, sign):
            for ahead, row in enumerate(targets, 1):
                for value in row:
                    rows.writerow([case.id, ahead, repr(float(value)), "lower" if direction < 0 else "higher"])

    def run(kind, *more):
        out = folder / f"{name}.{kind}.csv"
        command = [arguments.tool, "project", "--input", series, "--method", arguments.method, *more]
        with open(out, "w") as file:
            subprocess.run(command, stdout=file, stderr=None if arguments.notes else subprocess.DEVNULL, check=True)
        with open(out) as file:
            return list(csv.reader(file))[1:]

    horizon = target.shape[1]
    forecasts, chances = run("out", "--horizon", str(horizon)), run("p", "--targets", goals)
    number = lambda text: float(text or "nan")
    assert [row[0] for row in forecasts[::horizon]] == [case.id for case in made], "series are not in the order of the input"
    quantiles = np.array([[number(text) for text in row[2:7]] for row in forecasts]).reshape(len(made), horizon, 5)
    return quantiles, np.array([number(row[3]) for row in chances]).reshape(target.shape)


def score_even(arguments, scorer, name, folder):
    """The cases as they are, by score.py --check; what it says of ours."""
    cases = scorer.Cases(name)
    made = list(variant("even", cases))
    quantiles, chances = project(arguments, made, cases.target, cases.sign, folder, name, bounds=False)
    path = folder / f"{name}.forecasts.csv"
    with open(path, "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["id", "n", "h", *scorer.QCOLS, *scorer.PCOLS])
        for i, (sid, n) in enumerate(zip(cases.id, cases.n)):
            for h in range(scorer.HMAX):
                numbers = [*quantiles[i, h], *chances[i, h]]
                rows.writerow([sid, n, h + 1, *("" if np.isnan(x) else repr(float(x)) for x in numbers)])
    command = [sys.executable, "-B", arguments.bench / "score.py", path, "--set", name, "--check"]
    done = subprocess.run(command, capture_output=True, text=True)
    # Of the table our own lines; of stored methods there are dozens.
    group, table = "", True
    for line in done.stdout.splitlines():
        table = table and not line.startswith("Calibration")
        group = line[3:] if line.startswith("-- ") else group
        if line.startswith(">> yours"):
            print(f"{name + ' ' + group:<30}{line[30:]}")
        elif line.startswith(("set ", "probabilities", " " * 30 + "   MASE")) or arguments.full or not table:
            print(line)
    print(done.stderr, end="")
    return done.returncode


HEAD = f"{'':<28}{'cases':>6}{'MASE':>8}{'MSIS80':>8}{'MSIS95':>8}{'cov80':>7}{'cov95':>7}{'Brier':>8}{'calib':>7}{'no band':>9}"


def measure(arguments, scorer, cases, name, folder):
    """One variant's scores: MASE over all forecasts with a centre, the others over those with an interval."""
    made = list(variant(name, cases))
    if not made:
        return None
    known = truth(scorer, cases, made)
    quantiles, chances = project(arguments, made, known.target, known.sign, folder, name)
    wanted = ~np.isnan(known.fut)
    centred, banded = wanted & np.isfinite(quantiles[..., 0]), wanted & np.isfinite(quantiles).all(2)
    rows, chances = scorer.rows(quantiles, chances, known)
    rows = {key: np.where(centred if key == "MASE" else banded, row, np.nan) for key, row in rows.items()}
    scores = scorer.summary(rows, np.nan_to_num(np.where(banded[..., None], chances, np.nan)), known, banded)
    scores.update(MASE=float(np.nanmean(rows["MASE"])), cases=len(made), bare=int(wanted.sum() - banded.sum()))
    return scores


def score_variants(arguments, scorer, name, folder):
    """A line for each variant; of missing years the mean of two draws."""
    cases = scorer.Cases(name)
    print(HEAD)
    for label, members in [(f"{gap[:-1]}: years missing", [gap, gap[:-1] + "b"]) for gap in GAPS[::2]] + \
            [(one, [one]) for one in VARIANTS if one not in GAPS]:
        each = [scores for scores in (measure(arguments, scorer, cases, one, folder) for one in members) if scores]
        if each:
            of = {key: np.mean([scores[key] for scores in each]) for key in each[0]}
            print(f"{name + ' ' + label:<28}{of['cases']:6.0f}{of['MASE']:8.3f}{of['MSIS80']:8.2f}{of['MSIS95']:8.2f}"
                  f"{of['cov80']:7.1f}{of['cov95']:7.1f}{of['Brier']:8.4f}{of['calib']:7.1f}{of['bare']:9.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, default=ROOT / "../shared/bench/forecast", help="folder of score.py and cases")
    parser.add_argument("--tool", type=Path, default=ROOT / "target/release/indicator-widgets")
    parser.add_argument("--set", action="append", help="public, gov_public; both if left out")
    parser.add_argument("--method", default="auto")
    parser.add_argument("--variants", action="store_true", help="also the changed cases")
    parser.add_argument("--full", action="store_true", help="all that score.py says")
    parser.add_argument("--notes", action="store_true", help="what the tool says of empty cells")
    parser.add_argument("--keep", type=Path, help="folder for what the tool reads and writes")
    arguments = parser.parse_args()
    if not (arguments.bench / "score.py").is_file():
        parser.error(f"no score.py in {arguments.bench}: say with --bench where the bench lies")
    if not arguments.tool.is_file():
        parser.error(f"no tool at {arguments.tool}: `cargo build --release`, or say with --tool where it is")
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(arguments.bench))
    import score as scorer
    worst = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name in arguments.set or ["public", "gov_public"]:
            folder = (arguments.keep or Path(scratch)) / name
            folder.mkdir(parents=True, exist_ok=True)
            worst = max(worst, score_even(arguments, scorer, name, folder))
            if arguments.variants:
                print()
                score_variants(arguments, scorer, name, folder)
            print()
    sys.exit(worst)


if __name__ == "__main__":
    main()
