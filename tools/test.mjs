import { runUnderOwnNode } from './bootstrap.mjs';

runUnderOwnNode('tools/check.ts');
