import { reset } from 'cloudflare:test';
import { vi } from 'vitest';

interface Node {
  evaluated: boolean;
}
/** What runs the modules of a test file, as far as it is used. */
interface Runner {
  evaluatedModules: { getModuleByUrl(url: string): Node | undefined };
  cachedModule(url: string, importer?: string): Promise<Node>;
}

const patched = new WeakSet<Runner>();

/**
 * Files share a workerd process; each begins as if it had its own: no spy or clock of another file, every module
 * evaluated anew (they keep caches), and no row, object, queued message, counted request or cached answer left.
 */
export async function beginAnew(): Promise<void> {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.useRealTimers();
  vi.resetModules();
  importAtOnce();
  await reset();
}

/**
 * Requests that import the same module at the same moment would share one promise of the runner, and workerd hangs a
 * request that waits for another's. A module that is there already is given without it.
 */
function importAtOnce(): void {
  const { moduleRunner: runner } = (globalThis as unknown as { __vitest_mocker__: { moduleRunner: Runner } })
    .__vitest_mocker__;
  if (patched.has(runner)) return;
  patched.add(runner);
  const ask = runner.cachedModule.bind(runner);
  runner.cachedModule = async (url, importer) => {
    const known = runner.evaluatedModules.getModuleByUrl(url);
    return known?.evaluated ? known : ask(url, importer);
  };
}
