type State = 'ok' | 'failed' | 'slow';

const WITHIN_MS = 3000;

/** Asks every binding for the cheapest thing it can do. Sending and rendering bindings are checked for presence. */
export async function checkBindings(env: Env): Promise<Record<string, State>> {
  const checks: Record<string, () => Promise<unknown>> = {
    DB: () => env.DB.prepare('SELECT count(*) FROM assessments').first(),
    PUBLISHED: () => env.PUBLISHED.get('ready'),
    FILES: () => env.FILES.head('ready'),
    SESSIONS: async () => env.SESSIONS.newUniqueId(),
    TALLY: async () => env.TALLY.idFromName('ready'),
    ANALYTICS_QUEUE: async () => present(env.ANALYTICS_QUEUE),
    PDF_QUEUE: async () => present(env.PDF_QUEUE),
    RESPONSES_QUEUE: async () => present(env.RESPONSES_QUEUE),
    BROWSER: async () => present(env.BROWSER),
    RATE_LIMIT: () => env.RATE_LIMIT.limit({ key: 'ready' }),
    METRICS: async () => present(env.METRICS),
  };
  const states = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await state(check)] as const),
  );
  return Object.fromEntries(states);
}

async function state(check: () => Promise<unknown>): Promise<State> {
  const late = new Promise<State>((resolve) => setTimeout(resolve, WITHIN_MS, 'slow'));
  const answer = check().then(
    (): State => 'ok',
    (): State => 'failed',
  );
  return Promise.race([answer, late]);
}

function present(binding: unknown): void {
  if (!binding) throw new Error('missing');
}
