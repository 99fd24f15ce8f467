"""Adaptive serving by docs/measurement.md and the kinds of takers, for the carelessness table.

The stop rule does not steer the selection, so one run to 36 items gives all three modes: each
mode stops where its own rule first holds. Pretest items are left out.
"""
from dataclasses import dataclass

import numpy as np

import careless as ref

MOST = 36
FEWEST = 12
FILL = 2  # items of every facet before free choice
BEST = 4  # drawn at random among so many
MODES = {"quick": {"en": 0.40, "ko": 0.45, "most": 18}, "default": {"en": 0.35, "ko": 0.40, "most": 24},
         "precise": {"en": 0.30, "ko": 0.35, "most": 36}}


@dataclass
class Takers:
    """Answers by item (people x 48); where `by_position` is not -1 it answers instead."""

    by_item: np.ndarray
    by_position: np.ndarray  # people x 36, raw category or -1


@dataclass
class Served:
    order: np.ndarray    # people x 36: item index
    answers: np.ndarray  # people x 36: raw category
    se: np.ndarray       # people x 36: SE of the axis after each item; inf once stopped


def expected_information(bank, theta):
    """Expected (Fisher) information about z = v_j . theta: sum over k of P_k (1 - u_k - l_k)^2."""
    bound = ref.logistic(ref.boundary_logits(bank, theta @ bank.loadings.T))
    upper, lower = bound[..., :-1], bound[..., 1:]
    return ((upper - lower) * (1.0 - upper - lower) ** 2).sum(axis=-1)


def gains(bank, theta, covariance):
    """Reduction of the axis' variance by each item: I (v'Cw)^2 / (1 + I v'Cv)."""
    information = expected_information(bank, theta)
    along = (covariance @ bank.axis) @ bank.loadings.T
    spread = np.einsum("jp,npq,jq->nj", bank.loadings, covariance, bank.loadings, optimize=True)
    return information * along**2 / (1.0 + information * spread)


def first_item(bank):
    gain = gains(bank, np.zeros((1, 7)), bank.prior[None])[0]
    return int(np.argmax(np.where(bank.key > 0, gain, -np.inf)))


def choose(bank, gain, used, keys_before, rng):
    """One item a person: fill the facets first, no third reverse-keyed in a row, best 4 at random."""
    of_facet = (bank.facet[:, None] == np.arange(6)).astype(float)
    counts = used.astype(float) @ of_facet
    filling = counts.min(axis=1, keepdims=True) < FILL
    allowed = ~used & (~filling | (counts[:, bank.facet] < FILL))
    two_reversed = (keys_before == -1).all(axis=1)[:, None]
    without_third = allowed & ~(two_reversed & (bank.key < 0))
    allowed = np.where(without_third.any(axis=1, keepdims=True), without_third, allowed)
    value = np.where(allowed, gain, -np.inf)
    ranked = np.argsort(-value, axis=1, kind="stable")[:, :BEST]
    available = np.minimum(allowed.sum(axis=1), BEST)
    return ranked[np.arange(len(value)), (rng.random(len(value)) * available).astype(int)]


def serve(bank, language, takers, rng, early=True):
    people, items = takers.by_item.shape
    raw = np.full((people, items), -1)
    order, answers = np.full((people, MOST), -1), np.full((people, MOST), -1)
    se, theta = np.full((people, MOST), np.inf), np.zeros((people, 7))
    covariance = np.repeat(bank.prior[None], people, axis=0)
    active = np.arange(people)
    for t in range(MOST):
        if not len(active):
            break
        if t == 0:
            item = np.full(people, first_item(bank))
        else:
            before = bank.key[order[active, t - 2:t]] if t >= 2 else np.ones((people, 2))
            gain = gains(bank, theta[active], covariance[active])
            item = choose(bank, gain, raw[active] >= 0, before, rng)
        given = takers.by_position[active, t]
        given = np.where(given >= 0, given, takers.by_item[active, item])
        order[active, t], answers[active, t], raw[active, item] = item, given, given
        coded = ref.reverse_code(bank, raw[active])
        theta[active], covariance[active] = ref.map_estimate(bank, coded, theta[active], 1e-5)
        se[active, t] = np.sqrt(np.einsum("i,nij,j->n", bank.axis, covariance[active], bank.axis))
        if early and t + 1 >= FEWEST:
            active = active[se[active, t] > MODES["precise"][language]]
    return Served(order, answers, se)


def stop(served, language, mode):
    """Number of items each person answers in this mode."""
    rule = MODES[mode]
    reached = served.se[:, FEWEST - 1:rule["most"]] <= rule[language]
    return np.where(reached.any(axis=1), FEWEST + reached.argmax(axis=1), rule["most"])


def raw_matrix(bank, served, counts):
    """People x items, the first `counts` answers of each."""
    raw = np.full((len(counts), len(bank.ids)), -1)
    person, position = np.nonzero(np.arange(MOST) < counts[:, None])
    raw[person, served.order[person, position]] = served.answers[person, position]
    return raw


# --- kinds of takers -------------------------------------------------------------------------


def honest_answers(bank, people, rng, slope=1.0, extremity=0.0):
    """From the model; `slope` weakens every z, `extremity` spreads the thresholds by person."""
    theta = rng.multivariate_normal(np.zeros(7), bank.prior, people)
    z = theta @ bank.loadings.T
    stretch = np.exp(extremity * rng.standard_normal((people, 1, 1)))
    middle = bank.thresholds.mean(axis=1, keepdims=True)
    logits = slope * (z[..., None] - middle - (bank.thresholds - middle) * stretch)
    return ref.reverse_code(bank, (rng.random((people, len(bank.ids), 1)) < ref.logistic(logits)).sum(axis=2))


def drawn(rng, people, weights):
    return rng.choice(5, size=(people, MOST), p=weights)


def all_but(rng, people, category, odd):
    """One category, but `odd` of the first 12 answers another one."""
    line = np.full((people, MOST), category)
    places = rng.random((people, FEWEST)).argsort(axis=1)[:, :odd]
    others = (category + rng.integers(1, 5, (people, odd))) % 5
    np.put_along_axis(line, places, others, axis=1)
    return line


def cycle(people, categories):
    return np.tile(np.resize(np.array(categories), MOST), (people, 1))


UNIFORM = [0.2] * 5


def careless_kinds(people, rng, half):
    """Name to answers by position (-1 = answers honestly there); `half` = half a session's items."""
    kinds = {
        "random, uniform": drawn(rng, people, UNIFORM),
        "random, middling": drawn(rng, people, [0.08, 0.22, 0.40, 0.22, 0.08]),
        "random, extreme": drawn(rng, people, [0.35, 0.12, 0.06, 0.12, 0.35]),
    }
    for c in range(5):
        kinds[f"all {c}"] = np.full((people, MOST), c)
    for odd, word in ((1, "one"), (2, "two")):
        for c in range(5):
            kinds[f"all {c} but {word}"] = all_but(rng, people, c, odd)
    kinds |= {
        "2 and 3 by turns": cycle(people, [2, 3]), "1 and 3 by turns": cycle(people, [1, 3]),
        "0 and 4 by turns": cycle(people, [0, 4]), "0 1 2 3 4 round": cycle(people, [0, 1, 2, 3, 4]),
        "0 1 2 3 4 3 2 1 to and fro": cycle(people, [0, 1, 2, 3, 4, 3, 2, 1]),
        "1 2 3 round": cycle(people, [1, 2, 3]),
        "2 or 3 by coin": drawn(rng, people, [0, 0, 0.5, 0.5, 0]),
        "1 or 3 by coin": drawn(rng, people, [0, 0.5, 0, 0.5, 0]),
        "3 or 4 by coin": drawn(rng, people, [0, 0, 0, 0.5, 0.5]),
        "0 or 4 by coin": drawn(rng, people, [0.5, 0, 0, 0, 0.5]),
        "agrees half the time": drawn(rng, people, [0.1, 0.2, 0.2, 0.25, 0.25]),
        "first half honest": np.where(np.arange(MOST) < half, -1, drawn(rng, people, UNIFORM)),
        "second half honest": np.where(np.arange(MOST) >= half, -1, drawn(rng, people, UNIFORM)),
        "half random, any place": np.where(rng.random((people, MOST)) < 0.5, -1, drawn(rng, people, UNIFORM)),
        "first half honest, then all 2": np.where(np.arange(MOST) < half, -1, np.full((people, MOST), 2)),
        "first half honest, then all 3": np.where(np.arange(MOST) < half, -1, np.full((people, MOST), 3)),
    }
    return kinds


def slips(rng, people, count):
    """`count` of the first 12 answers at random."""
    places = rng.random((people, FEWEST)).argsort(axis=1)[:, :count]
    line = np.full((people, MOST), -1)
    np.put_along_axis(line, places, rng.integers(0, 5, (people, count)), axis=1)
    return line
