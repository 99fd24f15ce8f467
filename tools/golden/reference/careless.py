"""Carelessness statistics of the graded response model: an independent reference.

Written from docs/measurement.md and the bank alone, without the product's code, so that the
two can be held against each other. Needs Python 3 and numpy. Everything is vectorised over
people: a response matrix is people x scored items, raw 0-based categories, -1 = not answered.

Model (D = 1): P(Y* >= k | theta, style) = logistic(a (theta_facet - b_k) + key * .4 * style),
with Y* the reverse-coded category, (theta) ~ N(0, Sigma), style ~ N(0, 1) independent of it.

evidence = log(half model + half sides) - log(half Dirichlet + quarter from-last + quarter 5^-n):
two ways of reading an item against three ways of answering without.
"""
import json
import math
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

BANK = Path(__file__).resolve().parents[3] / "instruments/teto-egen/v1/bank.json"
CATEGORIES = 5
STYLE_LOADING = 0.4


@dataclass(frozen=True)
class Bank:
    """The scored items of one language; P = prior precision of the seven dimensions."""

    ids: list
    facet: np.ndarray      # items: index of the item's facet
    key: np.ndarray        # items: +1 or -1
    loadings: np.ndarray   # items x 7: slope on its facet, key * .4 on style
    thresholds: np.ndarray  # items x 4 (sides: 2): a * b_k, so that logit P(Y* >= k) = z - a b_k
    prior: np.ndarray      # 7 x 7: Sigma, bordered by the style factor
    precision: np.ndarray  # 7 x 7: its inverse
    axis: np.ndarray       # 7: A = axis . theta, prior SD 1


def load_bank(language, path=BANK):
    bank = json.loads(Path(path).read_text())
    items = [item for item in bank["items"] if item["role"] == "scored"]
    facets, ratio = bank["facets"], bank["slopeRatioByLanguage"][language]
    slope = np.array([item["a"] * ratio[item["facet"]] for item in items])
    facet = np.array([facets.index(item["facet"]) for item in items])
    key = np.array([1.0 if item["key"] == "+" else -1.0 for item in items])
    loadings = np.zeros((len(items), len(facets) + 1))
    loadings[np.arange(len(items)), facet] = slope
    loadings[:, -1] = STYLE_LOADING * key
    prior = np.eye(len(facets) + 1)
    prior[:-1, :-1] = bank["sigma"]
    return Bank([item["id"] for item in items], facet, key, loadings,
                slope[:, None] * np.array([item["b"] for item in items]),
                prior, np.linalg.inv(prior), np.append(np.array(bank["w"]) / bank["axisSd"], 0.0))


def reverse_code(bank, raw):
    """Y*: 4 - y for reverse-keyed items; -1 stays -1."""
    return np.where(raw < 0, -1, np.where(bank.key < 0, CATEGORIES - 1 - raw, raw))


def logistic(x):
    return 0.5 * (1.0 + np.tanh(0.5 * x))


def boundary_logits(bank, z):
    """Logits of P(Y* >= k) for every k, padded with +inf and -inf at both ends."""
    edge = np.full(z.shape + (1,), np.inf)
    return np.concatenate([edge, z[..., None] - bank.thresholds, -edge], axis=-1)


def log_category(upper, lower):
    """log(logistic(upper) - logistic(lower)), without cancellation in the tails."""
    with np.errstate(over="ignore"):
        return -np.logaddexp(0, -upper) - np.logaddexp(0, lower) + np.log1p(-np.exp(lower - upper))


def answered_logits(bank, coded, theta):
    """The two boundary logits around each given answer, and which answers are given."""
    logits = boundary_logits(bank, theta @ bank.loadings.T)
    given = coded >= 0
    k = np.where(given, coded, 0)[..., None]
    upper = np.take_along_axis(logits, k, axis=-1)[..., 0]
    lower = np.take_along_axis(logits, k + 1, axis=-1)[..., 0]
    return upper, lower, given


def log_likelihood(bank, coded, theta):
    upper, lower, given = answered_logits(bank, coded, theta)
    return np.where(given, log_category(upper, lower), 0.0).sum(axis=-1)


def gradient_and_information(bank, coded, theta):
    """Gradient of the log posterior and its negative Hessian (observed information + P).

    With u, l the two boundary probabilities: d log P / dz = 1 - u - l, and
    -d2 log P / dz2 = u (1 - u) + l (1 - l) >= 0, so the posterior is log-concave.
    """
    upper, lower, given = answered_logits(bank, coded, theta)
    u, l = logistic(upper), logistic(lower)
    slope = np.where(given, 1.0 - u - l, 0.0)
    weight = np.where(given, u * (1.0 - u) + l * (1.0 - l), 0.0)
    gradient = slope @ bank.loadings - theta @ bank.precision
    products = bank.loadings[:, :, None] * bank.loadings[:, None, :]
    information = (weight @ products.reshape(len(bank.ids), -1)).reshape(-1, 7, 7)
    return gradient, information + bank.precision


def map_estimate(bank, coded, start=None, tolerance=1e-12, cap=1.0, steps=200):
    """MAP by Newton, no step longer than `cap` in any dimension; returns theta and C."""
    theta = np.zeros((len(coded), 7)) if start is None else start.copy()
    for _ in range(steps):
        gradient, information = gradient_and_information(bank, coded, theta)
        step = np.linalg.solve(information, gradient[..., None])[..., 0]
        longest = np.abs(step).max(axis=1, keepdims=True)
        theta += step * np.minimum(1.0, cap / np.maximum(longest, 1e-300))
        if longest.max() < tolerance:
            break
    else:
        raise ArithmeticError("the MAP did not converge")
    return theta, np.linalg.inv(gradient_and_information(bank, coded, theta)[1])


def log_model(bank, coded, theta, covariance):
    """Laplace approximation of log p(y); the powers of 2 pi of prior and integral cancel."""
    quadratic = np.einsum("ij,jk,ik->i", theta, bank.precision, theta)
    return (log_likelihood(bank, coded, theta) - 0.5 * quadratic
            + 0.5 * np.linalg.slogdet(bank.precision)[1] + 0.5 * np.linalg.slogdet(covariance)[1])


def sequence_marginal(counts, alpha):
    """Log probability of a sequence with these counts (last axis), one Dirichlet(alpha, ...) draw.

    Of the sequence, not of the counts: no multinomial coefficient.
    """
    def rising(start, steps):  # log of Gamma(start + steps) / Gamma(start)
        table = [math.lgamma(start + n) - math.lgamma(start) for n in range(int(steps.max()) + 1)]
        return np.array(table)[steps]

    return rising(alpha, counts).sum(axis=-1) - rising(alpha * counts.shape[-1], counts.sum(axis=-1))


def counts_of(raw, categories=range(CATEGORIES)):
    return np.stack([(raw == k).sum(axis=1) for k in categories], axis=1)


def log_dirichlet(raw):
    """One own distribution of raw categories, Dirichlet(1, ..., 1)."""
    return sequence_marginal(counts_of(raw), 1.0)


def log_from_last(served):
    """A first-order Markov chain of raw categories in the order served (people x positions).

    -1 = past the end. First answer uniform; a row per previous category, Dirichlet(1/2, ..., 1/2).
    """
    before, after = served[:, :-1], served[:, 1:]
    pair = np.where((before >= 0) & (after >= 0), before * CATEGORIES + after, -1)
    transitions = counts_of(pair, range(CATEGORIES**2)).reshape(-1, CATEGORIES, CATEGORIES)
    first = np.where(served[:, 0] >= 0, -math.log(CATEGORIES), 0.0)
    return first + sequence_marginal(transitions, 0.5).sum(axis=1)


def log_without_reading(raw, served):
    """One own distribution (half), each answer from the last (quarter), evenly at random (quarter)."""
    even = -math.log(CATEGORIES) * (raw >= 0).sum(axis=1)
    return np.logaddexp.reduce([math.log(0.5) + log_dirichlet(raw),
                                math.log(0.25) + log_from_last(served), math.log(0.25) + even])


SIDE = np.array([0, 0, 1, 2, 2])  # below, at and above the middle
SIDE_THRESHOLDS = [1, 2]  # those of P(Y* >= 2) and P(Y* >= 3)


def sides_bank(bank):
    return replace(bank, thresholds=bank.thresholds[:, SIDE_THRESHOLDS])


def side_code(coded):
    return np.where(coded < 0, -1, SIDE[coded])


def log_strength(raw):
    """Strength as a habit: 0 against 1 and 3 against 4, each with a share of its own, Beta(1, 1)."""
    return sequence_marginal(counts_of(raw, (0, 1)), 1.0) + sequence_marginal(counts_of(raw, (3, 4)), 1.0)


def log_sides(bank, raw, tolerance=1e-12):
    """Sides by the model (Laplace at their own MAP), strengths by habit."""
    sides, coded = sides_bank(bank), side_code(reverse_code(bank, raw))
    return log_model(sides, coded, *map_estimate(sides, coded, tolerance=tolerance)) + log_strength(raw)


def lz(bank, coded, theta):
    """Standardised log-likelihood l_z (Drasgow, Levine & Williams 1985) at theta."""
    logits = boundary_logits(bank, theta @ bank.loadings.T)
    log_p = log_category(logits[..., :-1], logits[..., 1:])
    p, given = np.exp(log_p), coded >= 0
    mean = (p * log_p).sum(axis=-1)
    variance = (p * log_p**2).sum(axis=-1) - mean**2
    observed = np.take_along_axis(log_p, np.where(given, coded, 0)[..., None], axis=-1)[..., 0]
    difference = np.where(given, observed - mean, 0.0).sum(axis=1)
    return difference / np.sqrt(np.where(given, variance, 0.0).sum(axis=1))


def statistics(bank, raw, served, tolerance=1e-12):
    """Everything about each row of `raw`; `served` = the same answers in the order served."""
    coded = reverse_code(bank, raw)
    theta, covariance = map_estimate(bank, coded, tolerance=tolerance)
    model, sides = log_model(bank, coded, theta, covariance), log_sides(bank, raw, tolerance)
    dirichlet, without = log_dirichlet(raw), log_without_reading(raw, served)
    return {
        "theta": theta, "logModel": model, "logSides": sides, "logDirichlet": dirichlet,
        "logFromLast": log_from_last(served), "logWithoutReading": without,
        "evidence": np.logaddexp(model, sides) - math.log(2) - without,
        "plainEvidence": model - dirichlet, "logLikelihood": log_likelihood(bank, coded, theta),
        "lz": lz(bank, coded, theta), "axis": theta @ bank.axis,
        "axisSe": np.sqrt(np.einsum("i,nij,j->n", bank.axis, covariance, bank.axis)),
    }


def importance_log_marginal(bank, coded, rng, draws=40_000, df=6.0):
    """log p(y) of one row of coded answers by importance sampling from a multivariate t around the mode.

    Returns the estimate and its standard error (delta method).
    """
    coded = coded[None, :]
    theta, covariance = map_estimate(bank, coded)
    root = np.linalg.cholesky(covariance[0])
    normal = rng.standard_normal((draws, 7))
    scale = np.sqrt(df / rng.chisquare(df, draws))
    offset = normal * scale[:, None]
    sample = theta[0] + offset @ root.T
    log_t = (math.lgamma((df + 7) / 2) - math.lgamma(df / 2) - 3.5 * math.log(df * math.pi)
             - np.log(np.diag(root)).sum() - (df + 7) / 2 * np.log1p((offset**2).sum(axis=1) / df))
    log_prior = (-3.5 * math.log(2 * math.pi) + 0.5 * np.linalg.slogdet(bank.precision)[1]
                 - 0.5 * np.einsum("ij,jk,ik->i", sample, bank.precision, sample))
    log_weight = log_likelihood(bank, np.repeat(coded, draws, axis=0), sample) + log_prior - log_t
    top = log_weight.max()
    weight = np.exp(log_weight - top)
    return top + math.log(weight.mean()), weight.std(ddof=1) / weight.mean() / math.sqrt(draws)
