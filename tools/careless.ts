import { writeFileSync } from 'node:fs';
import { type Bank, toDefinition } from '../instruments/load.ts';
import bank from '../instruments/teto-egen/v1/bank.json' with { type: 'json' };
import { verdictOf } from '../psychometrics/careless/rule.ts';
import { score } from '../psychometrics/scoring/score.ts';
import {
  anybody,
  carelessTakers,
  honest,
  reader,
  type Taker,
} from '../psychometrics/simulation/careless-takers.ts';
import { uniforms } from '../psychometrics/simulation/person.ts';
import { takeTest } from '../psychometrics/simulation/study.ts';
import type { Answer, CarelessRule, Definition, Mode } from '../psychometrics/types.ts';
import { at } from './lib/paths.ts';
import { main, say } from './lib/say.ts';

const OUT = at('instruments', 'teto-egen', 'v1', 'careless.json');
const SURE = 1.96;

/** Every way of taking the test the table shows: those who read first. */
export const takers: Record<string, Taker> = { honest, reader, anybody, ...carelessTakers };

const open = [Number.NEGATIVE_INFINITY, 0] as const;
const none = { evidence: open, lz: open };
/** Judges nothing: what was given before the rule. */
const NO_RULE: CarelessRule = { version: 0, refuse: none, caution: none, widen: 1 };

export interface Taken {
  items: number;
  answers: Answer[];
}

/** Shares of takers, 0 … 1. `before`: without the rule. `sure`: a type whose 95 % band is off the middle. */
export interface Row {
  kind: string;
  people: number;
  items: number;
  before: { teto: number; egen: number; sure: number };
  refused: number;
  cautious: number;
  after: { teto: number; egen: number; sure: number };
}

const rounded = (value: number): number => Number(value.toFixed(4));

/** What people of one kind get, before and after. */
export function judge(kind: string, definition: Definition, sets: readonly (readonly Answer[])[]): Row {
  const people = sets.length;
  const shares = (rule: CarelessRule | undefined) => {
    const found = sets.map((answers) => score({ ...definition, ...(rule && { careless: rule }) }, answers));
    const share = (test: (one: (typeof found)[number]) => boolean) =>
      rounded(found.filter(test).length / people);
    return {
      items: rounded(found.reduce((sum, { items }) => sum + items, 0) / people),
      refused: share(({ refusal }) => refusal !== null),
      cautious: share(({ refusal, fit }) => refusal === null && fit.cautious),
      labels: {
        teto: share((one) => one.kind === 'teto'),
        egen: share((one) => one.kind === 'egen'),
        sure: share(({ kind: type, axis }) => type !== 'none' && Math.abs(axis.value) >= SURE * axis.se),
      },
    };
  };
  const { items, refused, cautious, labels } = shares(undefined);
  return { kind, people, items, before: shares(NO_RULE).labels, refused, cautious, after: labels };
}

/** `people` tests taken in one way. */
export function takings(
  definition: Definition,
  mode: Mode,
  kind: string,
  people: number,
  seed: string,
): Answer[][] {
  return Array.from({ length: people }, (_, n) => {
    const key = `${seed} ${definition.language} ${mode} ${kind} ${n}`;
    // A seed apart from the session's, or a taker's luck would go with the choice of the item it answers.
    const choose = (takers[kind] as Taker)(definition, uniforms(`${key} answers`));
    return takeTest(definition, mode, key, choose).answers;
  });
}

function language(name: string, people: number, seed: string) {
  const definition = toDefinition(bank as Bank, name);
  const modes = (['quick', 'default', 'precise'] as const).map((mode) => {
    const rows = Object.keys(takers).map((kind) =>
      judge(kind, definition, takings(definition, mode, kind, people, seed)),
    );
    say(`${name} ${mode}: ${people} of each of ${rows.length} kinds`);
    return { mode, rows };
  });
  return {
    language: name,
    rule: definition.careless,
    modes,
    lengths: lengths(definition, people, seed),
    further: further(definition, 5 * people, seed),
  };
}

/** Those with a careful result of the standard length who go on to the longest: counts of what that gives them. */
function further(definition: Definition, people: number, seed: string) {
  return (['honest', 'reader', 'anybody', 'random'] as const).map((kind) => {
    const counts = { kind, fits: 0, cautious: 0, refused: 0 };
    for (let n = 0; n < people; n++) {
      const key = `${seed} further ${definition.language} ${kind} ${n}`;
      const choose = (takers[kind] as Taker)(definition, uniforms(`${key} answers`));
      const { answers } = takeTest(definition, 'default', key, choose);
      if (verdictOf(score(definition, answers)) !== 'cautious') continue;
      const verdict = verdictOf(
        score(definition, takeTest(definition, 'precise', key, choose, answers).answers),
      );
      counts[verdict === 'fits' || verdict === 'cautious' ? verdict : 'refused']++;
    }
    return counts;
  });
}

/** Those who read, of all three modes together, by the number of scored items. */
function lengths(definition: Definition, people: number, seed: string) {
  const kinds = ['honest', 'reader', 'anybody'] as const;
  const bins = [
    [12, 13],
    [14, 16],
    [17, 19],
    [20, 23],
    [24, 24],
    [25, 35],
    [36, 36],
  ] as const;
  const sets = kinds.map((kind) =>
    (['quick', 'default', 'precise'] as const).flatMap((mode) =>
      takings(definition, mode, kind, people, `${seed} lengths`).map((answers) => ({
        answers,
        items: score(definition, answers).items,
      })),
    ),
  );
  return bins.map(([from, to]) => ({
    ...{ from, to },
    kinds: kinds.map((kind, k) => {
      const own = (sets[k] as { answers: Answer[]; items: number }[]).filter(
        ({ items }) => items >= from && items <= to,
      );
      const { refused, cautious } = judge(
        kind,
        definition,
        own.map(({ answers }) => answers),
      );
      return { kind, people: own.length, refused, cautious };
    }),
  }));
}

/** The whole document; `seed` makes it the same again. */
export function carelessStudy(people: number, seed: string, date: string) {
  return {
    assessment: bank.assessment,
    version: bank.version,
    command: 'node tools/run.mjs tools/careless.ts',
    ...{ date, seed, people },
    languages: Object.keys(bank.modes).map((name) => language(name, people, seed)),
  };
}

if (import.meta.main) {
  await main(async () => {
    const date = new Date().toISOString().slice(0, 10);
    const [people = '2000', seed = 'careless v1'] = process.argv.slice(2);
    const study = carelessStudy(Number(people), seed, date);
    writeFileSync(OUT, `${JSON.stringify(study, null, 1)}\n`);
    for (const { language: name, modes } of study.languages) {
      for (const { mode, rows } of modes) {
        console.log(
          `\n${name}, ${mode}: share %   before: Teto Egen >95 %-sure | refused cautious | after: Teto Egen >95 %-sure`,
        );
        const percent = (x: number) => (100 * x).toFixed(1).padStart(6);
        for (const { kind, before, refused, cautious, after } of rows) {
          const cells = [
            before.teto,
            before.egen,
            before.sure,
            refused,
            cautious,
            after.teto,
            after.egen,
            after.sure,
          ];
          console.log(kind.padEnd(18), cells.map(percent).join(' '));
        }
      }
    }
    say(`wrote ${OUT}`);
  });
}
