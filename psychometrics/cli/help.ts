import type { Command } from './schemas.ts';

interface Page {
  summary: string;
  in: string;
  out: string;
  notes: string;
  example: string;
}

export const pages: Record<Command, Page> = {
  probabilities: {
    summary: 'probability of each category of one item',
    in: '{item: {a, b: […]}, theta: […]}',
    out: '{probabilities: [[…]]}   a row a theta, a column a category',
    notes: 'Graded response model, D = 1: P(Y ≥ k) = 1 / (1 + exp(−a(θ − b_k))).',
    example: '{"item":{"a":1.4,"b":[-1,0,1]},"theta":[-1,0,1]}',
  },
  information: {
    summary: 'information of items and of all of them together',
    in: '{items: [{id, a, b}], theta: […]}',
    out: '{items: {id: […]}, test: […]}',
    notes: 'Expected (Fisher) information at each theta.',
    example: '{"items":[{"id":"x","a":1.4,"b":[-1,0,1]}],"theta":[-1,0,1]}',
  },
  estimate: {
    summary: 'score one person',
    in: '{items: [{id, a, b, facet?, key?}], sigma?, acquiescence?: loading,\n       responses: {id: category}, method: "eap" | "map", careless?}',
    out: '{theta: […], se: […], cov: [[…]], fit: {evidence, lz, verdict} | null}   acquiescence, if any, last',
    notes:
      'facet is the row of sigma; without sigma there is one dimension, N(0, 1), and facet is not read.\n' +
      'Categories are already reverse-coded; key (1 or −1) only says which way acquiescence pulls.\n' +
      'EAP: 61 nodes on [−6, 6] in one dimension, and a finer grid about the mode where the posterior is narrower\n' +
      'than 1.25 spacings, a slope steeper than 5, or the end of the grid in its way. In more dimensions\n' +
      'Gauss–Hermite about the mean. MAP: Newton, covariance from the observed Hessian.\n' +
      '"converged": false is added where Newton did not converge or a slope is too steep for Gauss–Hermite.\n' +
      'fit: how well the answers, in the order given, suit a reader (careless/evidence.ts). verdict: fits, cautious,\n' +
      'careless, straight_line or acquiescence, by the limits of careless: {refuse: {evidence: [at no item, per item],\n' +
      'lz: […]}, caution: {…}}, or general ones. null where nothing is answered or categories differ in number.',
    example: '{"items":[{"id":"x","a":1.4,"b":[-1,0,1]}],"responses":{"x":3},"method":"eap"}',
  },
  adaptive: {
    summary: 'replay an adaptive test from a full set of responses',
    in: '{items, sigma?, w?, acquiescence?, responses: {id: category}, stop: {se, min, max},\n       perFacetFirst?: 2, candidates?: 1, seed?}',
    out: '{steps: [{item, response, theta, se, axis?, axisSE?}], theta, se, axis?, axisSE?, pTeto?}',
    notes:
      'With sigma and w: items that lower the variance of the axis w·θ most, perFacetFirst a facet first, scored\n' +
      'by MAP; w is scaled so that the axis has SD 1. Without: maximum information at the EAP.\n' +
      'candidates (1–4): one of so many best items, drawn by seed. Items without a response are not asked.',
    example:
      '{"items":[{"id":"x","a":1.4,"b":[-1,0,1]},{"id":"y","a":2,"b":[0,1,2]}],\n         "responses":{"x":3,"y":0},"stop":{"se":0.3,"min":1,"max":2}}',
  },
  calibrate: {
    summary: 'estimate items from responses',
    in: '{responses: [[…]], nodes?: 61, range?: 6}   a row a person, a column an item',
    out: '{items: [{a, b, seA, seB}], logLik, cycles, converged}',
    notes:
      'Marginal maximum likelihood (EM), θ ~ N(0, 1), missing at random; two categories make a 2PL.\n' +
      'Standard errors from the observed information; null where the data do not determine the item: its a and b\n' +
      'are then of no use (one or two items alone, items that agree entirely).\n' +
      'Unless nodes are given, many items get a finer grid, and "nodes" says which.\n' +
      'A category nobody used is left out and the item then lists its "categories".',
    example: '{"responses":[[0,1,2],[1,1,0],[2,null,1],[0,0,0],[2,1,2]]}',
  },
  reliability: {
    summary: 'alpha, omega and item statistics of one scale',
    in: '{responses: [[…]]}   reverse-coded',
    out: '{alpha, omegaTotal, items: [{mean, sd, itemRest, alphaIfDeleted}]}',
    notes:
      'Alpha of all pairs of answers. Omega (one factor, minres) and the items of rows without a gap; where there\n' +
      'are fewer than ten an item, of all pairs as well, and "basis": "pairwise" is added.\n' +
      'Alpha may be below 0: a mis-keyed item shows by its own itemRest below 0. alpha, itemRest, alphaIfDeleted are\n' +
      'null where the sum they are of does not vary (or no item is left), omegaTotal with two items or no factor.\n' +
      'A 9, 99 or 999 (8, 88, 98 …) far from the other categories is refused: a missing answer is null. An item\n' +
      'whose codes are not 0, 1, 2, … without a gap lists its "categories".',
    example: '{"responses":[[0,1,2],[1,1,1],[2,2,2],[0,0,1],[2,1,2]]}',
  },
  dif: {
    summary: 'differential item functioning between two groups',
    in: '{responses: [[…]], group: [0 | 1, …], matching?: [… | null]}   1 is the focal group',
    out: '{items: [{uniformChi2, bothChi2, mantel, smd, class}]}',
    notes:
      'Ordinal logistic regression (χ² with 1 and 2 degrees of freedom), Mantel χ², standardised mean difference in\n' +
      'categories, effect class A (negligible), B, C (large). Matched on the raw total of complete rows; sparse\n' +
      'responses need matching, a score a person.\n' +
      'null where nothing was compared: every figure, if everybody answered alike or the totals of the groups do not\n' +
      'overlap; mantel, smd and class, if no stratum has people of both groups who answer differently; class also\n' +
      'where fewer than two people a group were compared. Matching scores that hardly two people share are cut into\n' +
      'up to 20 ranges of ten people or more, if that makes five.\n' +
      '"converged": false where a model stopped short; codes for "no answer" and "categories" as in reliability.',
    example:
      '{"responses":[[0,1],[1,1],[2,0],[1,2],[0,0],[2,2],[1,1],[0,2],[2,1],[1,0]],\n         "group":[0,1,0,1,0,1,0,1,1,0]}',
  },
  sequential: {
    summary: 'watch an experiment of two rates at every look',
    in: '{tau2, alpha, looks: [{na, xa, nb, xb}]}   cumulative counts: people, successes',
    out: '{looks: [{lambda, p, ci: [lo, hi]}]}',
    notes:
      'Mixture SPRT, always-valid p and confidence sequence of rate B − rate A: stop whenever you like.\n' +
      'A look that cannot tell (an arm empty, or every rate 0 or 1) has lambda 1, p as before, ci [−1, 1].',
    example: '{"tau2":0.0025,"alpha":0.05,"looks":[{"na":800,"xa":180,"nb":800,"xb":214}]}',
  },
  simulate: {
    summary: 'what an adaptive test gives people of its own model',
    in: '{items, sigma, w, stop: {se, min, max}, n, seed, acquiescence?: 0, careless?}',
    out: '{meanItems, p10, p90, reliability, coverage95, typeAccuracy, clearShare, clearAccuracy, refused, cautioned}',
    notes:
      'Asked and scored as the product does: two items a facet first, then one of the best four, reverse-keyed\n' +
      'items never three in a row. reliability is the squared correlation of estimated and true axis; clear means\n' +
      'at least one standard error off the middle. Shares are 0 … 1. The same seed gives the same figures.\n' +
      'refused and cautioned: judged by the limits of careless, as in estimate.',
    example:
      '{"items":[{"id":"x","facet":0,"a":1.4,"b":[-1,0,1]},{"id":"y","facet":0,"a":2,"b":[0,1,2]}],\n         "sigma":[[1]],"w":[1],"stop":{"se":0.5,"min":1,"max":2},"n":100,"seed":"a"}',
  },
};

const CALL = 'npm run --silent psychometrics --';

export function overview(): string {
  const width = Math.max(...Object.keys(pages).map((name) => name.length));
  const lines = Object.entries(pages).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Psychometrics of graded items: one JSON document on stdin, one on stdout.

Usage
  ${CALL} <command> < in.json > out.json
  ${CALL} <command> --help

Commands
${lines.join('\n')}

Conventions
  Categories are 0-based, null is missing. Graded response model with D = 1, θ ~ N(0, 1).
  A figure that does not exist is null: a standard error the data do not determine, a comparison of nobody, a
  share of nobody. No other figure ever is.

Exit status
  0  done
  1  a failure of this program
  2  a bad call or document: one line on stderr names the field
`;
}

export function helpOf(command: Command): string {
  const page = pages[command];
  const notes = page.notes.replaceAll('\n', '\n  ');
  return `${command}: ${page.summary}

Usage
  ${CALL} ${command} < in.json > out.json

In
  ${page.in.replaceAll('\n  ', '\n')}

Out
  ${page.out}

  ${notes}

Example
  ${page.example.replaceAll('\n    ', '\n')}
`;
}
