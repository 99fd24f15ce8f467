import { runUnderOwnNode } from './bootstrap.mjs';

runUnderOwnNode('tools/dev.ts');
