import { describe, expect, it } from 'vitest';
import type { Definition } from '../../../psychometrics/types.ts';
import { answersOf, beginSession, fitted, newSeed, record, unsent } from './session.ts';

const definition = {
  assessment: 'x',
  version: 1,
  language: 'ko',
  items: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
} as unknown as Definition;

describe('session', () => {
  it('makes seeds the API accepts, each another', () => {
    expect(newSeed()).toMatch(/^[0-9a-f]{32}$/);
    expect(newSeed()).not.toBe(newSeed());
  });

  it('numbers taps without a gap and keeps the place of a changed answer', () => {
    const session = beginSession(definition);
    record(session, 'a', 1, 1200.4);
    record(session, 'b', 2, -5);
    record(session, 'a', 4, 9e9);
    expect(session.log.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(answersOf(session)).toEqual([
      { item: 'a', category: 4, ms: 86_400_000 },
      { item: 'b', category: 2, ms: 0 },
    ]);
  });

  it('makes no entry of the same answer given again', () => {
    const session = beginSession(definition);
    record(session, 'a', 1, 1200);
    record(session, 'b', 2, 1200);
    record(session, 'a', 1, 900);
    expect(session.log).toHaveLength(2);
  });

  it('starts over towards the server without losing an answer', () => {
    const session = { ...beginSession(definition), acked: 2, remote: { id: 'i', secret: 's' } };
    record(session, 'a', 1, 1000);
    record(session, 'b', 2, 1000);
    record(session, 'a', 3, 1000);
    const again = unsent(session);
    expect(again.remote).toBeUndefined();
    expect(again.acked).toBe(0);
    expect(again.log.map(({ seq, item, category }) => [seq, item, category])).toEqual([
      [1, 'a', 3],
      [2, 'b', 2],
    ]);
    expect(again.seed).toBe(session.seed);
  });

  it('goes on in another language or version while its items are there, and starts again when not', () => {
    const session = beginSession(definition);
    record(session, 'c', 1, 1000);
    expect(fitted(session, definition)).toBe(session);
    const english = fitted(session, { ...definition, language: 'en', version: 2 });
    expect(english).toMatchObject({
      language: 'en',
      version: 2,
      acked: 0,
      log: [{ item: 'c', category: 1 }],
    });
    const shorter = { ...definition, version: 2, items: definition.items.slice(0, 2) };
    expect(fitted(session, shorter)).toBeNull();
  });
});
