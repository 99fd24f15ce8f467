import type { StopRule } from '../types.ts';

/** Whether to stop after `count` scored items at this SE of the axis. */
export function stopReason(rule: StopRule, count: number, se: number): 'se' | 'max' | null {
  if (count >= rule.min && se <= rule.se) return 'se';
  return count >= rule.max ? 'max' : null;
}

/**
 * How far the certainty reached is from none (prior SE 1) to the rule's target, 0..1, as share of the information
 * 1/SE² − 1: each answer adds about as much. Before the rule is met at most 0.99 and at most the share of the
 * minimum length; 1 exactly when it stops by SE; a test that stops at its maximum keeps the share it reached.
 */
export function certainty(rule: StopRule, count: number, se: number): number {
  if (stopReason(rule, count, se) === 'se') return 1;
  const share = (1 / (se * se) - 1) / (1 / (rule.se * rule.se) - 1);
  return Math.max(0, Math.min(share, count / rule.min, 0.99));
}
