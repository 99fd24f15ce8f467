"""Writes psychometrics/fixtures/careless_reference.json: golden values of careless.py.

Run from the project's root: python3 tools/golden/reference/fixture.py
"""
import json
from pathlib import Path

import numpy as np

import careless as ref

COMMAND = "python3 tools/golden/reference/fixture.py"
TARGET = Path(__file__).resolve().parents[3] / "psychometrics/fixtures/careless_reference.json"
DATE = "2026-11-27"
SEED = 20261127


def spread(bank, rng, n):
    """n items, as even over the facets as n allows, in random order."""
    order = rng.permutation(len(bank.ids))
    rank = np.array([(bank.facet[order[:i]] == bank.facet[j]).sum() for i, j in enumerate(order)])
    return rng.permutation(order[np.argsort(rank, kind="stable")][:n])


def honest(bank, rng, items):
    """Raw answers to `items` of somebody drawn from the prior."""
    theta = rng.multivariate_normal(np.zeros(7), bank.prior)
    logits = (bank.loadings @ theta)[:, None] - bank.thresholds
    coded = (rng.random((len(bank.ids), 1)) < ref.logistic(logits)).sum(axis=1)
    return ref.reverse_code(bank, coded)[items]


def patterns(bank, rng):
    """Yields name, items (in the order served) and raw categories."""
    for n in (6, 12, 15, 20, 24, 36, 48):
        items = spread(bank, rng, n)
        yield f"honest, {n}", items, honest(bank, rng, items)
    for n in (12, 24, 48):
        yield f"uniform random, {n}", spread(bank, rng, n), rng.integers(0, 5, n)
    for n in (20, 48):
        for c in range(5):
            yield f"all {c}, {n}", spread(bank, rng, n), np.full(n, c)
    for c, other, n, odd in ((2, 3, 20, 1), (3, 4, 20, 1), (1, 2, 24, 2), (2, 0, 48, 2), (4, 0, 24, 1)):
        line = np.full(n, c)
        line[rng.choice(n, odd, replace=False)] = other
        yield f"all {c} but {odd}, {n}", spread(bank, rng, n), line
    for a, b, n in ((2, 3, 20), (0, 4, 24), (1, 3, 48)):
        yield f"{a} and {b} by turns, {n}", spread(bank, rng, n), np.where(np.arange(n) % 2, b, a)
    for n in (20, 48):
        yield f"0 1 2 3 4 round, {n}", spread(bank, rng, n), np.arange(n) % 5
    items = spread(bank, rng, 24)
    half = np.concatenate([honest(bank, rng, items)[:12], rng.integers(0, 5, 12)])
    yield "half honest, half random, 24", items, half
    for n in (20, 48):
        yield f"0 1 2 3 4 3 2 1 to and fro, {n}", spread(bank, rng, n), np.resize([0, 1, 2, 3, 4, 3, 2, 1], n)
    for n in (24, 48):
        yield f"blocks of five, {n}", spread(bank, rng, n), np.arange(n) // 5 % 5
    every = np.arange(48)
    teto = np.where(bank.facet < 3, 1, -1) * bank.key
    yield "most Teto possible, 48", every, np.where(teto > 0, 4, 0)
    yield "most Egen possible, 48", every, np.where(teto > 0, 0, 4)
    yield "every facet high, 48", every, np.where(bank.key > 0, 4, 0)
    yield "every facet low, 48", every, np.where(bank.key > 0, 0, 4)
    for n in (24, 48):
        for yes, no in ((3, 1), (4, 1), (3, 0), (4, 0)):
            items = spread(bank, rng, n)
            yield f"consistent, {yes} and {no}, {n}", items, np.where(teto[items] > 0, yes, no)
    yield "one answer", spread(bank, rng, 1), np.array([4])
    yield "one middle answer", spread(bank, rng, 1), np.array([2])
    yield "two answers", spread(bank, rng, 2), np.array([0, 4])
    yield "two equal answers", spread(bank, rng, 2), np.array([3, 3])


def number(value):
    return float(f"{value:.13g}")


def importance(bank, raw, rng):
    """Both Laplace marginals again, by importance sampling; the strengths have no integral."""
    coded, sides = ref.reverse_code(bank, raw), ref.sides_bank(bank)
    model, se = ref.importance_log_marginal(bank, coded, rng)
    side, side_se = ref.importance_log_marginal(sides, ref.side_code(coded), rng)
    side += ref.log_strength(raw[None, :])[0]
    return {"logModel": round(model, 4), "se": round(se, 4),
            "logSides": round(side, 4), "sidesSe": round(side_se, 4)}


FIELDS = ("logModel", "logSides", "logDirichlet", "logFromLast", "logWithoutReading", "evidence",
          "plainEvidence", "logLikelihood", "lz", "axis", "axisSe")


def case(bank, language, name, items, answers, rng):
    raw = np.full(len(bank.ids), -1)
    raw[items] = answers
    found = ref.statistics(bank, raw[None, :], answers[None, :])
    result = {key: number(found[key][0]) for key in FIELDS}
    result["theta"] = [number(value) for value in found["theta"][0]]
    result["importance"] = importance(bank, raw, rng)
    responses = {bank.ids[j]: int(c) for j, c in zip(items, answers)}
    return {"name": name, "language": language, "responses": responses, "result": result}


def main():
    cases = []
    for language, seed in (("en", SEED), ("ko", SEED + 1)):
        bank, sampling = ref.load_bank(language), np.random.default_rng([seed, 1])
        for name, items, answers in patterns(bank, np.random.default_rng(seed)):
            cases.append(case(bank, language, name, items, answers, sampling))
    lines = ",\n".join(json.dumps(c, separators=(",", ":")) for c in cases)
    head = json.dumps({
        "provenance": "independent implementation (tools/golden/reference/careless.py), parameters of "
                      "instruments/teto-egen version 1 (2026-11-22); importance = marginals by 40,000 draws of a "
                      "multivariate t (6 df) around the mode, with their standard errors",
        "command": COMMAND, "numpy": np.__version__, "date": DATE, "seed": SEED,
        "responses": "item id to raw 0-based category, in the order served",
        "theta": "MAP of the six facets in the bank's order, then acquiescence",
        "tolerance": {"theta": 1e-8, "logModel": 1e-8, "logSides": 1e-8, "evidence": 1e-8,
                      "logDirichlet": 1e-10, "logFromLast": 1e-10, "lz": 1e-8}}, ensure_ascii=False)
    TARGET.write_text(head[:-1] + ', "cases": [\n' + lines + "\n]}\n")


if __name__ == "__main__":
    main()
