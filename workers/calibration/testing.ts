import { drawPerson, normal, tap, uniforms } from '../../psychometrics/simulation/person.ts';
import type { Definition } from '../../psychometrics/types.ts';
import { folderOf } from '../lake/partition.ts';
import { writePart } from '../lake/write.ts';
import type { LakeSession } from '../queues/messages.ts';

/** What is planted into the simulated answers, for the calibration to find. */
export interface Plan {
  people: number;
  language: string;
  seed: string;
  /** How much harder an item is than published, in prior SD. */
  harder?: Record<string, number>;
  /** The same for those who chose the word for women alone. */
  harderForWomen?: Record<string, number>;
  /** People at the start who tap through. */
  careless?: number;
}

const ITEMS_EACH = 30;

/** Simulated takers, straight into the lake: each answers 30 items of the bank drawn by lot, by the model. */
export async function plantAnswers(
  env: Pick<Env, 'FILES'>,
  definition: Definition,
  plan: Plan,
): Promise<void> {
  const { people, language, seed, careless = 0 } = plan;
  const random = uniforms(seed);
  const items = definition.items.filter(({ b }) => b.length > 0);
  const sessions = Array.from({ length: people }, (_, n): LakeSession => {
    const person = drawPerson(definition, random);
    const gender = n % 2 ? 'female' : 'male';
    const drawn = items.map((item) => ({ item, luck: random() })).sort((a, b) => a.luck - b.luck);
    const key = `${seed}-${String(n).padStart(6, '0')}`;
    return {
      ...{ key, person: key, mode: 'default', gender, acquiescence: 0, verdict: 'fits' },
      answers: drawn.slice(0, ITEMS_EACH).map(({ item }) => {
        const shift =
          (plan.harder?.[item.id] ?? 0) + (gender === 'female' ? (plan.harderForWomen?.[item.id] ?? 0) : 0);
        const shifted = { ...item, b: item.b.map((b) => b + shift) };
        const ms = n < careless ? 300 : 2000 + Math.floor(random() * 3000);
        return { item: item.id, category: tap(definition, shifted, person, random), ms };
      }),
    };
  });
  for (let at = 0, day = 1; at < people; at += 1000, day++) {
    const folder = folderOf({
      ...{ assessment: definition.assessment, version: 1, language },
      day: `2026-11-${String(day).padStart(2, '0')}`,
    });
    await writePart(env, folder, sessions.slice(at, at + 1000));
  }
}

/** Simulated results, straight into D1: their axis has this mean and SD. */
export async function plantResults(
  env: Pick<Env, 'DB'>,
  definition: Definition,
  { people, language, mean, sd }: { people: number; language: string; mean: number; sd: number },
): Promise<void> {
  const random = uniforms(`results ${language}`);
  const insert = env.DB.prepare(
    `INSERT INTO profiles (id, session_id, secret_hash, assessment_id, version, language, mode, display_gender,
       visibility, score, created_at, updated_at) VALUES (?1, ?1, 'x', ?2, 1, ?3, 'default', 'none', 'private', ?4, ?5, ?5)`,
  );
  const estimate = () => ({ value: mean + sd * normal(random), se: 0.4 });
  const rows = Array.from({ length: people }, (_, n) => {
    const score = {
      ...{ kind: 'teto', leaning: 'teto', refusal: null, items: 20 },
      axis: { ...estimate(), pTeto: 0.5 },
      poles: { teto: estimate(), egen: estimate() },
      facets: definition.facets.map((id) => ({ id, ...estimate() })),
      acquiescence: { value: 0, se: 1 },
    };
    return insert.bind(`${language}-${n}`, definition.assessment, language, JSON.stringify(score), n);
  });
  for (let at = 0; at < rows.length; at += 200) await env.DB.batch(rows.slice(at, at + 200));
}
