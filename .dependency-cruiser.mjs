// The borders of the house: imports run downwards only. tools/layers.test.ts breaks every rule once.
const tests = '(\\.test\\.tsx?$|(^|/)testing(/|\\.ts$)|/fixtures/)';
const services =
  '^workers/(auth|users|assessments|profiles|content|analytics|notifications|payments|lake|calibration)/';
const foreign = (...allowed) => ({
  pathNot: [...allowed.map((name) => `^${name}`), 'node_modules', '^cloudflare:'],
  dependencyTypesNot: ['core'],
});

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    forbid(
      'no-circles',
      'two files that need each other are one file, or miss a third',
      {},
      { circular: true },
    ),
    forbid(
      'resolvable',
      'an import that leads nowhere',
      {},
      { couldNotResolve: true, pathNot: ['^(cloudflare|astro|virtual):', '^\\./entry\\.mjs$'] },
    ),

    forbid(
      'psychometrics-is-pure',
      'it runs in browser, Worker, object and Node: no import at all',
      { path: '^psychometrics/', pathNot: [tests, '^psychometrics/cli/'] },
      { pathNot: '^psychometrics/' },
    ),
    forbid(
      'cli-imports',
      'the command line stands on the engine, Node and the schemas of its documents',
      { path: '^psychometrics/cli/', pathNot: tests },
      { pathNot: ['^psychometrics/', 'node_modules/zod/'], dependencyTypesNot: ['core'] },
    ),
    forbid(
      'cli-is-an-end',
      'it needs Node and zod: nothing that runs elsewhere imports it',
      { pathNot: [tests, '^psychometrics/cli/', '^tools/'] },
      { path: '^psychometrics/cli/' },
    ),
    forbid(
      'emblem-is-pure',
      'it draws in browser, Worker and Node: no import at all',
      { path: '^emblem/', pathNot: tests },
      { pathNot: '^emblem/' },
    ),
    forbid(
      'instruments-are-data',
      'the loader knows the engine and nothing else',
      { path: '^instruments/', pathNot: tests },
      { pathNot: ['^instruments/', '^psychometrics/'] },
    ),

    forbid(
      'site-imports',
      'the site may use the contract, engine, instruments and emblem; never the Worker behind the contract',
      { path: '^site/' },
      foreign(
        'site/',
        'workers/contract/',
        'psychometrics/',
        'instruments/',
        'emblem/',
        'astro:',
        'virtual:',
        // Astro writes it next to the worker when it builds.
        '\\./entry\\.mjs$',
      ),
    ),
    forbid(
      'contract-types-only',
      'the schemas would bring zod into the browser: the site takes types only; who may what is plain data',
      { path: '^site/', pathNot: tests },
      {
        path: '^workers/contract/',
        pathNot: '^workers/contract/access\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'workers-imports',
      'bundles come from D1: the Worker takes the loader of instruments, never their data, nor site or tools',
      { path: '^workers/', pathNot: tests },
      foreign('workers/', 'durable/', 'psychometrics/', 'emblem/', 'instruments/[^/]+\\.ts$'),
    ),
    forbid(
      'durable-imports',
      'objects know the engine, the contract, small helpers, the bundles and the insert of a finished result',
      { path: '^durable/', pathNot: tests },
      foreign(
        'durable/',
        'psychometrics/',
        'instruments/[^/]+\\.ts$',
        'workers/contract/',
        'workers/lib/',
        'workers/queues/messages\\.ts$',
        'workers/(assessments/published|profiles/record|db/profile-row)\\.ts$',
      ),
    ),
    forbid(
      'objects-by-client',
      'others reach an object through its client.ts (the entry file exports the classes)',
      { path: '^workers/', pathNot: [tests, '^workers/index\\.ts$'] },
      { path: '^durable/', pathNot: '^durable/[^/]+/client\\.ts$' },
    ),

    forbid(
      'contract-is-bottom',
      'the contract stands on zod alone',
      { path: '^workers/contract/', pathNot: tests },
      { pathNot: ['^workers/contract/', 'node_modules/zod/'] },
    ),
    forbid(
      'lib-is-bottom',
      'lib has no domain words: it may know the contract (problem codes), not services',
      { path: '^workers/lib/', pathNot: tests },
      {
        path: '^(workers|durable|psychometrics|emblem)/',
        pathNot: ['^workers/(lib|contract)/', '^workers/(context|env)\\.ts$'],
      },
    ),
    forbid(
      'db-is-bottom',
      'tables know drizzle and the contract',
      { path: '^workers/db/', pathNot: tests },
      { path: '^(workers|durable|psychometrics|emblem)/', pathNot: '^workers/(db|contract)/' },
    ),
    forbid(
      'api-without-drizzle',
      'a route calls one verb; the verb asks the database',
      { path: '^workers/api/', pathNot: tests },
      { path: ['node_modules/drizzle-orm/', '^workers/db/'] },
    ),
    forbid(
      'verbs-without-hono',
      'verbs take (ctx, input): no Hono, no routes',
      { path: [services, '^workers/queues/'], pathNot: tests },
      { path: ['node_modules/(hono|hono-openapi|@hono)/', '^workers/(api/|app\\.ts$|index\\.ts$)'] },
    ),
    forbid(
      'lower-not-api',
      'only the entry files mount routes',
      { path: '^(workers|durable)/', pathNot: [tests, '^workers/(api/|app\\.ts$|index\\.ts$)'] },
      { path: '^workers/(api/|app\\.ts$|index\\.ts$)' },
    ),
    forbid(
      'itty-behind-adapter',
      'itty-durable has sharp edges: one adapter knows them',
      { pathNot: '^durable/itty\\.ts$' },
      { path: 'node_modules/(itty-durable|itty-router)/' },
    ),

    forbid(
      'no-tests-in-product',
      'product code never imports tests, their helpers or fixtures',
      { path: '^(workers|durable|psychometrics|emblem|instruments|site)/', pathNot: tests },
      { path: [tests, '^(e2e|bench|tools)/'] },
    ),
    forbid(
      'no-dev-packages',
      'what runs in production is a dependency, not a devDependency',
      { path: '^(workers|durable|psychometrics|emblem)/', pathNot: tests },
      { dependencyTypes: ['npm-dev'] },
    ),
    forbid(
      'no-unlisted-packages',
      'a package that is not in package.json came along with another',
      { path: '^(workers|durable|psychometrics|emblem|instruments|site|tools|e2e|bench)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^workers/bindings\\.d\\.ts$|^(site/|durable/|workers/)?(dist|out|\\.astro|\\.local|\\.wrangler)/',
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['workerd', 'browser', 'import', 'default', 'types'],
    },
  },
};
