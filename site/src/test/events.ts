import type { ClientEvent } from '../../../workers/contract/events.ts';

/** Counts something that happened: no identifier of a person, nothing awaited, a failure is nobody's problem. */
export function report(name: ClientEvent['name'], channel?: ClientEvent['channel']): void {
  try {
    const language = document.documentElement.lang;
    const event: ClientEvent = { id: crypto.randomUUID(), name, language, ...(channel ? { channel } : {}) };
    const body = JSON.stringify({ events: [event] });
    const headers = { 'Content-Type': 'application/json' };
    fetch('/api/v1/events', { method: 'POST', headers, body, keepalive: true }).catch(() => {});
  } catch {
    // Counting never disturbs the page.
  }
}
