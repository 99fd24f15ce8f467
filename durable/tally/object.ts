import { describeError, log } from '../../workers/lib/log.ts';
import { IttyObject } from '../itty.ts';
import { countFromRollups, writeTallies } from './record.ts';

export interface TallyState {
  /** Completed tests by type. */
  types: Record<string, number>;
  /** Unix milliseconds of the last change; 0 before the first. */
  updatedAt: number;
}

const FLUSH_MS = 5_000;
const RECOUNT_MS = 10 * 60_000;
const RETRY_MS = 30_000;

/**
 * The live tally of one assessment. The rollups in D1 are the truth: it counts from them at its start and again at
 * most ten minutes after any change, so that a count lost or told twice in a crash does not stay. In between it
 * follows what it is told, and writes `tallies` every five seconds while something changes.
 */
export class Tally extends IttyObject {
  assessment = '';
  types: Record<string, number> = {};
  updatedAt = 0;
  recountedAt = 0;
  flushed = true;
  settled = true;

  /** One more of each type named, apart by commas. The rollups must have them all: a recount in this call does. */
  async count(assessment: string, named: string): Promise<void> {
    const recounted = await this.recountIfNew(assessment);
    for (const type of recounted ? [] : named.split(',')) this.types[type] = (this.types[type] ?? 0) + 1;
    this.updatedAt = Date.now();
    this.flushed = false;
    this.settled = false;
    await this.persist();
    await this.wakeBy(Date.now() + FLUSH_MS);
  }

  async read(assessment: string): Promise<TallyState> {
    await this.recountIfNew(assessment).catch((error) => log('tally_unread', describeError(error)));
    return { types: this.types, updatedAt: this.updatedAt };
  }

  async alarm(): Promise<void> {
    await this.loadFromStorage();
    try {
      if (Date.now() >= this.recountedAt + RECOUNT_MS) await this.recount();
      if (!this.flushed) await this.flush();
    } catch (error) {
      log('tally_retry', describeError(error));
      return this.wakeBy(Date.now() + RETRY_MS);
    }
    if (!this.settled) await this.wakeBy(this.recountedAt + RECOUNT_MS);
  }

  async recountIfNew(assessment: string): Promise<boolean> {
    if (this.recountedAt > 0) return false;
    this.assessment = assessment;
    await this.recount();
    return true;
  }

  async recount(): Promise<void> {
    const before = JSON.stringify(this.types);
    this.settled = true;
    this.types = await countFromRollups(this.state.env.DB, this.assessment);
    this.recountedAt = Date.now();
    if (before !== JSON.stringify(this.types)) {
      this.updatedAt = this.recountedAt;
      this.flushed = false;
    }
    await this.persist();
  }

  async flush(): Promise<void> {
    this.flushed = true;
    try {
      await writeTallies(this.state.env.DB, this.assessment, this.types, this.updatedAt);
    } catch (error) {
      this.flushed = false;
      throw error;
    }
    await this.persist();
  }

  async wakeBy(at: number): Promise<void> {
    const { storage } = this.state;
    const set = await storage.getAlarm();
    if (set === null || set > at) await storage.setAlarm(at);
  }
}
