import type { ClientEvent } from '../../../workers/contract/events.ts';

/** Counts something that happened here: no identifier of the person, the result or the browser goes along. */
export function report(event: Omit<ClientEvent, 'id'>): void {
  const body = JSON.stringify({ events: [{ id: crypto.randomUUID(), ...event }] });
  navigator.sendBeacon?.('/api/v1/events', new Blob([body], { type: 'application/json' }));
}
