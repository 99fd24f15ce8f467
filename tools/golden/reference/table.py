"""Writes careless-table.json: who gets a type, and whom each rule catches, by simulation.

Run from the project's root: python3 tools/golden/reference/table.py
Every cut is the 1 % quantile of honest simulated takers of the same language and mode.
"""
import json
from pathlib import Path

import numpy as np

import careless as ref
import serving as sv

COMMAND = "python3 tools/golden/reference/table.py"
TARGET = Path(__file__).parent / "careless-table.json"
DATE = "2026-11-27"
SEED = 7
HONEST, CARELESS = 10_000, 1_000
LEVEL = 0.01
QUANTILES = [0.005, 0.01, 0.02, 0.05, 0.10, 0.25, 0.50]
LENGTHS = (12, 15, 18, 21, 24, 30, 36)


def at_stop(bank, served, counts):
    raw = sv.raw_matrix(bank, served, counts)
    found = ref.statistics(bank, raw, tolerance=1e-8)
    return {"n": counts, "evidence": found["evidence"], "lz": found["lz"],
            "ratio": found["axis"] / found["axisSe"], "style": found["theta"][:, 6],
            "logDetC": np.linalg.slogdet(found["covariance"])[1], "raw": raw}


def joint_cuts(evidence, lz, level=LEVEL):
    """The same tail for both statistics, so that either below its cut has probability `level`."""
    low, high = level / 2, level
    for _ in range(40):
        tail = (low + high) / 2
        cuts = np.quantile(evidence, tail), np.quantile(lz, tail)
        refused = ((evidence < cuts[0]) | (lz < cuts[1])).mean()
        low, high = (tail, high) if refused < level else (low, tail)
    return cuts


def figures(name, run, cuts):
    evidence, lz, joint = cuts
    typed = np.abs(run["ratio"]) >= 1
    refused = (run["evidence"] < joint[0]) | (run["lz"] < joint[1])
    share = {
        "items": run["n"].mean(), "teto": (run["ratio"] >= 1).mean(), "egen": (run["ratio"] <= -1).mean(),
        "belowEvidence": (run["evidence"] < evidence).mean(), "belowLz": (run["lz"] < lz).mean(),
        "belowEither": refused.mean(), "typeDespiteEither": (typed & ~refused).mean(),
        "evidenceMedian": np.median(run["evidence"]), "lzMedian": np.median(run["lz"]),
    }
    return {"takers": name, "people": len(run["n"])} | {key: round(float(value), 4) for key, value in share.items()}


def quantiles(values):
    return np.quantile(values, QUANTILES).round(3).tolist()


def slipping(bank, rng):
    """Honest people who fit less well than the model says."""
    none = np.full((CARELESS, sv.MOST), -1)
    for count in (1, 2, 3):
        yield f"honest, {count} of the first 12 at random", sv.honest_answers(bank, CARELESS, rng), sv.slips(rng, CARELESS, count)
    yield "honest, slopes x .7", sv.honest_answers(bank, CARELESS, rng, slope=0.7), none
    yield "honest, extremity SD .4", sv.honest_answers(bank, CARELESS, rng, extremity=0.4), none


def simulate(language):
    """For each mode: a dict of runs, `honest` first."""
    bank, rng = ref.load_bank(language), np.random.default_rng([SEED, language == "ko"])
    none = np.full((HONEST, sv.MOST), -1)
    served = sv.serve(bank, language, sv.Takers(sv.honest_answers(bank, HONEST, rng), none), rng)
    counts = {mode: sv.stop(served, language, mode) for mode in sv.MODES}
    runs = {mode: {"honest": at_stop(bank, served, counts[mode])} for mode in sv.MODES}
    for name, by_item, by_position in slipping(bank, rng):
        served = sv.serve(bank, language, sv.Takers(by_item, by_position), rng)
        for mode in sv.MODES:
            runs[mode][name] = at_stop(bank, served, sv.stop(served, language, mode))
    for index, mode in enumerate(sv.MODES):
        half = round(counts[mode].mean() / 2)
        for name, by_position in sv.careless_kinds(CARELESS, rng, half).items():
            if index and "half honest" not in name:
                continue  # does not depend on the mode: taken from the first run, below
            served = sv.serve(bank, language, sv.Takers(sv.honest_answers(bank, CARELESS, rng), by_position), rng)
            for other in (sv.MODES if "half honest" not in name else [mode]):
                runs[other][name] = at_stop(bank, served, sv.stop(served, language, other))
    return runs


def by_length(language):
    """Honest quantiles of everybody at a fixed number of items, nobody stopping before."""
    bank, rng = ref.load_bank(language), np.random.default_rng([SEED + 1, language == "ko"])
    none = np.full((HONEST, sv.MOST), -1)
    served = sv.serve(bank, language, sv.Takers(sv.honest_answers(bank, HONEST, rng), none), rng, early=False)
    rows = []
    for n in LENGTHS:
        run = at_stop(bank, served, np.full(HONEST, n))
        rows.append({"items": n, "evidence": quantiles(run["evidence"]), "lz": quantiles(run["lz"]),
                     "logDetC": round(float(np.median(run["logDetC"])), 3)})
    return rows


def summary(language, mode, runs):
    honest = runs["honest"]
    joint = joint_cuts(honest["evidence"], honest["lz"])
    cuts = np.quantile(honest["evidence"], LEVEL), np.quantile(honest["lz"], LEVEL), joint
    # The sign of log|C| reversed gives the figures printed in earlier tables: kept to compare.
    reversed_sign = {name: run["evidence"] - run["logDetC"] for name, run in runs.items()}
    reversed_cut = np.quantile(reversed_sign["honest"], LEVEL)
    kinds = [figures(name, run, cuts) for name, run in runs.items()]
    for row in kinds:
        row["belowReversedSign"] = round(float((reversed_sign[row["takers"]] < reversed_cut).mean()), 4)
    return {
        "language": language, "mode": mode, "quantiles": QUANTILES,
        "honest": {"evidence": quantiles(honest["evidence"]), "lz": quantiles(honest["lz"]),
                   "evidenceWithReversedLogDetC": quantiles(reversed_sign["honest"])},
        "cuts": {"evidence": round(float(cuts[0]), 3), "lz": round(float(cuts[1]), 3),
                 "joint": [round(float(cut), 3) for cut in joint]},
        "kinds": kinds,
    }


def main():
    tables, lengths = [], {}
    for language in ("en", "ko"):
        for mode, runs in simulate(language).items():
            tables.append(summary(language, mode, runs))
        lengths[language] = by_length(language)
    head = {"what": "shares by simulation with the bank's own parameters; rules of docs/measurement.md",
            "command": COMMAND, "date": DATE, "numpy": np.__version__, "seed": SEED,
            "honestPeople": HONEST, "level": LEVEL}
    text = json.dumps(head)[:-1] + ', "byLength": ' + json.dumps(lengths) + ', "tables": [\n'
    for index, table in enumerate(tables):
        kinds = ",\n  ".join(json.dumps(kind) for kind in table.pop("kinds"))
        text += (",\n" if index else "") + json.dumps(table)[:-1] + ', "kinds": [\n  ' + kinds + "\n]}"
    TARGET.write_text(text + "\n]}\n")


if __name__ == "__main__":
    main()
