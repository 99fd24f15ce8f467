"""Adaptive serving by the project's written rules and the kinds of takers, for the table.

The stop rule does not steer the selection, so one run to 36 items gives all three modes: each
mode stops where its own rule first holds. The pretest item is not served, but takes its answer.
"""
from dataclasses import dataclass

import numpy as np

import careless as ref

MOST = 36
GIVEN = MOST + 1  # answers: the pretest item takes one
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


def serve(bank, language, takers, rng):
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
        theta[active], covariance[active] = ref.map_estimate(bank, coded, theta[active], 1e-4)
        se[active, t] = np.sqrt(np.einsum("i,nij,j->n", bank.axis, covariance[active], bank.axis))
        if t + 1 >= FEWEST:
            active = active[se[active, t] > MODES["precise"][language]]
    return Served(order, answers, se)


def stop(served, language, mode):
    """Number of items each person answers in this mode."""
    rule = MODES[mode]
    reached = served.se[:, FEWEST - 1:rule["most"]] <= rule[language]
    return np.where(reached.any(axis=1), FEWEST + reached.argmax(axis=1), rule["most"])


def answered(bank, served, counts):
    """The first `counts` answers of each: by item (people x 48) and in the order served."""
    within = np.arange(MOST) < counts[:, None]
    person, position = np.nonzero(within)
    raw = np.full((len(counts), len(bank.ids)), -1)
    raw[person, served.order[person, position]] = served.answers[person, position]
    return raw, np.where(within, served.answers, -1)


# --- kinds of takers -------------------------------------------------------------------------

HONEST_AT_FIRST = 10  # answers, of those who lose interest half-way


def honest_answers(bank, people, rng):
    theta = rng.multivariate_normal(np.zeros(7), bank.prior, people)
    logits = (theta @ bank.loadings.T)[..., None] - bank.thresholds
    return ref.reverse_code(bank, (rng.random((people, len(bank.ids), 1)) < ref.logistic(logits)).sum(axis=2))


def drawn(rng, people, weights=(0.2,) * ref.CATEGORIES):
    return rng.choice(ref.CATEGORIES, size=(people, GIVEN), p=weights)


def own_distribution(rng, people):
    bounds = rng.dirichlet(np.ones(ref.CATEGORIES), people).cumsum(axis=1)[:, None, :-1]
    return (rng.random((people, GIVEN, 1)) > bounds).sum(axis=2)


def straight(rng, people):
    return np.repeat(rng.integers(0, ref.CATEGORIES, (people, 1)), GIVEN, axis=1)


def all_but(rng, people, odd):
    """One category of one's own, but `odd` of the first 12 answers another one each."""
    line = straight(rng, people)
    places = rng.random((people, FEWEST)).argsort(axis=1)[:, :odd]
    others = (line[:, :odd] + rng.integers(1, ref.CATEGORIES, (people, odd))) % ref.CATEGORIES
    np.put_along_axis(line, places, others, axis=1)
    return line


def cycle(people, *categories):
    return np.tile(np.resize(categories, GIVEN), (people, 1))


def without_pretest(rng, line):
    """Drops the answer to the unscored item, which stands in any of the places 2 to 12."""
    place = rng.integers(1, FEWEST, (len(line), 1))
    kept = np.arange(MOST) + (np.arange(MOST) >= place)
    return np.take_along_axis(line, kept, axis=1)


def kinds_of_takers(people, rng):
    """Kind (named as in the product's table) to answers by position; -1 = honest there."""
    late = np.arange(GIVEN) >= HONEST_AT_FIRST
    kinds = {
        "random": drawn(rng, people),
        "randomMiddling": drawn(rng, people, (0.08, 0.22, 0.40, 0.22, 0.08)),
        "randomExtreme": drawn(rng, people, (0.35, 0.12, 0.06, 0.12, 0.35)),
        "mostlyYes": drawn(rng, people, (0.02, 0.03, 0.10, 0.35, 0.50)),
        "ownDistribution": own_distribution(rng, people),
        "allButOne": all_but(rng, people, 1),
        "allButTwo": all_but(rng, people, 2),
        "allButThree": all_but(rng, people, 3),
        "turns": cycle(people, 2, 3),
        "ends": cycle(people, 0, 4),
        "rounds": cycle(people, 0, 1, 2, 3, 4),
        "zigzag": cycle(people, 0, 1, 2, 3, 4, 3, 2, 1),
        "blocks": cycle(people, *np.repeat(range(ref.CATEGORIES), 5)),
        "halfRandom": np.where(late, drawn(rng, people), -1),
        "everyOtherRandom": np.where(rng.random((people, GIVEN)) < 0.5, drawn(rng, people), -1),
        "halfStraight": np.where(late, straight(rng, people), -1),
    }
    return {kind: without_pretest(rng, line) for kind, line in kinds.items()}
