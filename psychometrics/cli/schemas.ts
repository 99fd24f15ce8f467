import { z } from 'zod';

const finite = z.number({ error: 'a number' });
const count = (least: number) => z.int({ error: 'a whole number' }).min(least, { error: `${least} or more` });
const category = z
  .int({ error: 'a category 0, 1, 2, … or null' })
  .min(0, { error: 'a category 0, 1, 2, … or null' })
  .max(999, { error: 'a category below 1000' })
  .nullable();

/** Beyond these bounds squares and sums leave the range of doubles, and nobody has such an item. */
const place = finite.min(-1e6, { error: 'no less than −a million' }).max(1e6, { error: 'a million at most' });
const slope = finite.refine((a) => Math.abs(a) >= 1e-6 && Math.abs(a) <= 1e3, {
  error: 'a number other than 0, up to ±1000 and no nearer to 0 than 0.000001',
});
const thresholds = z
  .array(place, { error: 'a list of thresholds' })
  .min(1, { error: 'at least one threshold' });

const plain = z.object({ a: slope, b: thresholds }, { error: 'an item {a, b}' });
const withId = plain.extend({ id: z.string({ error: 'a text' }).min(1, { error: 'a text' }) });
/** Whatever else an item of a bank carries is let pass. */
const inBank = withId.extend({
  facet: z.unknown().optional(),
  key: z.union([z.literal(1), z.literal(-1)], { error: '1 or -1' }).optional(),
});

/** P(Y ≥ k) must fall with k: thresholds rise where the slope is above 0 and fall where it is below. */
const ordered = ({ a, b }: z.output<typeof plain>, ctx: z.RefinementCtx) => {
  if (b.every((value, k) => k === 0 || a * (value - b[k - 1]!) > 0)) return;
  const message = a > 0 ? 'thresholds that rise' : 'thresholds that fall, as the slope is below 0';
  ctx.addIssue({ code: 'custom', path: ['b'], message });
};
const curve = plain.superRefine(ordered);
const named = withId.superRefine(ordered);
const placed = inBank.superRefine(ordered);

const different = <T extends { id: string }>(items: T[], ctx: z.RefinementCtx) => {
  const seen = new Set<string>();
  items.forEach(({ id }, i) => {
    if (seen.has(id))
      ctx.addIssue({ code: 'custom', path: [i, 'id'], message: `an id of its own, "${id}" is taken` });
    seen.add(id);
  });
};
const list = <T extends z.ZodType<{ id: string }>>(item: T) =>
  z
    .array(item, { error: 'a list of items' })
    .min(1, { error: 'at least one item' })
    .superRefine(different as (items: unknown[], ctx: z.RefinementCtx) => void);

const theta = z.array(place, { error: 'a list of numbers' });

const sigma = z
  .array(z.array(finite, { error: 'a row of numbers' }), { error: 'a matrix' })
  .min(1, { error: 'a matrix' })
  .superRefine((rows, ctx) => {
    rows.forEach((row, i) => {
      if (row.length !== rows.length) {
        ctx.addIssue({ code: 'custom', path: [i], message: `${rows.length} numbers, one a facet` });
        return;
      }
      row.forEach((value, j) => {
        const mirrored = rows[j]?.[i];
        if (mirrored !== undefined && Math.abs(value - mirrored) > 1e-9) {
          ctx.addIssue({ code: 'custom', path: [i, j], message: `the same as [${j}][${i}]` });
        }
      });
    });
  });

const responses = z
  .array(z.array(category, { error: 'a row of categories' }), { error: 'rows of categories' })
  .min(1, { error: 'at least one row' })
  .superRefine((rows, ctx) => {
    const width = rows[0]?.length;
    const odd = rows.findIndex((row) => row.length !== width);
    if (odd > 0)
      ctx.addIssue({ code: 'custom', path: [odd], message: `${width} entries as in the first row` });
    if (width === 0) ctx.addIssue({ code: 'custom', path: [0], message: 'at least one item' });
  });

const byItem = z.record(z.string(), category, { error: 'an object {id: category}' });
const stop = z.strictObject(
  {
    se: finite.min(0, { error: '0 or more' }),
    min: count(0).default(0),
    max: count(1).optional(),
  },
  { error: 'an object {se, min, max}' },
);
const seed = z.union([z.string(), z.number()], { error: 'a text or a number' }).transform(String);
const w = z.array(finite, { error: 'a list of numbers, one a facet' });
const acquiescence = finite.min(0, { error: '0 or more' }).max(100, { error: '100 at most' });
const line = z
  .array(finite, { error: 'two numbers, [at no item, per item]' })
  .length(2, { error: 'two numbers, [at no item, per item]' });
const limits = z.strictObject({ evidence: line, lz: line }, { error: 'an object {evidence, lz}' });
const careless = z.strictObject(
  { refuse: limits, caution: limits },
  { error: 'an object {refuse, caution}' },
);
const candidates = count(1).max(4, { error: '4 at most' });

export const schemas = {
  probabilities: z.strictObject({ item: curve, theta }),
  information: z.strictObject({ items: list(named), theta }),
  estimate: z.strictObject({
    items: list(placed),
    sigma: sigma.optional(),
    acquiescence: acquiescence.optional(),
    responses: byItem,
    careless: careless.optional(),
    method: z.enum(['eap', 'map'], { error: '"eap" or "map"' }),
  }),
  adaptive: z.strictObject({
    items: list(placed),
    sigma: sigma.optional(),
    w: w.optional(),
    acquiescence: acquiescence.optional(),
    responses: byItem,
    stop,
    perFacetFirst: count(0).optional(),
    candidates: candidates.default(1),
    seed: seed.default(''),
  }),
  calibrate: z
    .strictObject({
      responses,
      nodes: count(3).max(1001, { error: '1001 at most' }).optional(),
      range: finite.min(3, { error: '3 or more' }).max(20, { error: '20 at most' }).default(6),
    })
    // Nodes further apart than a standard deviation do not add up to a normal distribution.
    .refine(({ nodes, range }) => !nodes || nodes > 2 * range, {
      path: ['nodes'],
      error: 'more than twice the range',
    }),
  reliability: z.strictObject({ responses }),
  dif: z.strictObject({
    responses,
    group: z.array(z.union([z.literal(0), z.literal(1)], { error: '0 or 1' }), {
      error: 'a list of 0 and 1',
    }),
    matching: z
      .array(
        finite
          .min(-1e9, { error: 'no less than −a billion' })
          .max(1e9, { error: 'a billion at most' })
          .nullable(),
        {
          error: 'a list of numbers or null, one a person',
        },
      )
      .optional(),
  }),
  sequential: z.strictObject({
    tau2: finite.max(1e9, { error: 'a billion at most' }),
    alpha: finite,
    looks: z.array(
      z.strictObject(
        { na: count(0), xa: count(0), nb: count(0), xb: count(0) },
        { error: 'an object {na, xa, nb, xb}' },
      ),
      { error: 'a list of looks' },
    ),
  }),
  simulate: z.strictObject({
    items: list(placed),
    sigma,
    w,
    acquiescence: acquiescence.default(0),
    stop,
    careless: careless.optional(),
    n: count(1).max(1_000_000, { error: 'a million at most' }),
    seed,
  }),
};

export type Command = keyof typeof schemas;
export type Input<C extends Command> = z.output<(typeof schemas)[C]>;
export type Bank = Input<'estimate'>['items'];
