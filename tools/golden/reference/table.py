"""Writes careless-table.json: who gets a type before and after the rule, by simulation.

Run from the project's root: python3 tools/golden/reference/table.py
"""
import json
from multiprocessing import Pool
from pathlib import Path

import numpy as np

import careless as ref
import serving as sv

COMMAND = "python3 tools/golden/reference/table.py"
TARGET = Path(__file__).parent / "careless-table.json"
DATE = "2026-11-27"
SEED = 20261127
HONEST, CARELESS = 4_000, 2_000
LANGUAGES = ("en", "ko")
MOST_ACQUIESCENCE = 2.5
SURE = 1.96
COLUMNS = ("kind", "people", "items", "itemsSd", "beforeTeto", "beforeEgen", "beforeSure",
           "refused", "cautious", "afterTeto", "afterEgen", "afterSure")


def limits(language):
    return json.loads(ref.BANK.read_text())["careless"][language]


def below(limit, found, counts):
    """Whether either statistic lies below its limit, base + perItem * n."""
    under = [found[key] < base + per_item * counts for key, (base, per_item) in limit.items()]
    return np.logical_or.reduce(under)


def shares(ratio, typed):
    """Teto, Egen and sure among everybody, of those who get a type at all."""
    return [(typed & (ratio >= 1)).mean(), (typed & (ratio <= -1)).mean(), (typed & (np.abs(ratio) >= SURE)).mean()]


def row(kind, bank, rule, served, counts):
    raw, sequence = sv.answered(bank, served, counts)
    found = ref.statistics(bank, raw, sequence, tolerance=1e-8)
    straight = (ref.counts_of(raw).max(axis=1) == counts)
    older = straight | (np.abs(found["theta"][:, -1]) > MOST_ACQUIESCENCE)
    refused = older | below(rule["refuse"], found, counts)
    cautious = ~refused & below(rule["caution"], found, counts)
    ratio = found["axis"] / found["axisSe"]
    figures = [counts.mean(), counts.std(ddof=1), *shares(ratio, ~older), refused.mean(), cautious.mean(),
               *shares(ratio / np.where(cautious, rule["widen"], 1.0), ~refused)]
    return [kind, len(counts), *(round(float(figure), 4) for figure in figures)]


def simulate(language):
    """Mode to rows."""
    bank, rule = ref.load_bank(language), limits(language)
    rng = np.random.default_rng([SEED, LANGUAGES.index(language)])
    kinds = {"honest": np.full((HONEST, sv.MOST), -1)} | sv.kinds_of_takers(CARELESS, rng)
    rows = {mode: [] for mode in sv.MODES}
    for kind, by_position in kinds.items():
        takers = sv.Takers(sv.honest_answers(bank, len(by_position), rng), by_position)
        served = sv.serve(bank, language, takers, rng)
        for mode in sv.MODES:
            rows[mode].append(row(kind, bank, rule, served, sv.stop(served, language, mode)))
    return rows


def main():
    with Pool(len(LANGUAGES)) as pool:
        found = dict(zip(LANGUAGES, pool.map(simulate, LANGUAGES)))
    head = {"what": "shares of takers by an independent simulation with the bank's own parameters and limits",
            "command": COMMAND, "date": DATE, "seed": SEED, "before": "with the older refusals alone",
            "rule": {language: limits(language) for language in LANGUAGES}, "columns": COLUMNS}
    tables = [json.dumps({"language": language, "mode": mode})[:-1] + ', "rows": [\n'
              + ",\n".join(map(json.dumps, rows)) + "\n]}"
              for language, modes in found.items() for mode, rows in modes.items()]
    TARGET.write_text(json.dumps(head)[:-1] + ', "tables": [\n' + ",\n".join(tables) + "\n]}\n")


if __name__ == "__main__":
    main()
