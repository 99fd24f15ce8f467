export interface Timed {
  file: string;
  seconds: number;
}

/** Of vitest's JSON report, what is used here. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; startTime: number; endTime: number }[];
}

interface Suite {
  file: string;
  suites?: Suite[];
  specs?: { tests: { results: { duration: number }[] }[] }[];
}

/** Of Playwright's JSON report, what is used here. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  suites: Suite[];
}

const MOST = 10;

function slowest(times: Map<string, number>): Timed[] {
  return [...times]
    .map(([file, seconds]) => ({ file, seconds }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, MOST);
}

/** The ten files whose tests took longest; `root` is taken off their paths. */
export function slowestOfVitest({ testResults }: VitestReport, root: string): Timed[] {
  return slowest(
    new Map(
      testResults.map(({ name, startTime, endTime }) => [
        name.startsWith(`${root}/`) ? name.slice(root.length + 1) : name,
        (endTime - startTime) / 1000,
      ]),
    ),
  );
}

const secondsOf = ({ suites = [], specs = [] }: Suite): number =>
  suites.reduce((sum, suite) => sum + secondsOf(suite), 0) +
  specs
    .flatMap(({ tests }) => tests.flatMap(({ results }) => results))
    .reduce((sum, { duration }) => sum + duration / 1000, 0);

/** The ten specs that took longest, every project together. */
export function slowestOfPlaywright({ suites }: PlaywrightReport): Timed[] {
  const times = new Map<string, number>();
  for (const suite of suites)
    times.set(`e2e/${suite.file}`, (times.get(`e2e/${suite.file}`) ?? 0) + secondsOf(suite));
  return slowest(times);
}

/** As lines of a table, the slowest first. */
export const shown = (slow: readonly Timed[]): string =>
  slow.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`).join('\n');
