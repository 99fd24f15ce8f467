// node tools/run.mjs <script under the root> [arguments]: what package.json's scripts go through.
import { runUnderOwnNode } from './bootstrap.mjs';

const [script, ...args] = process.argv.slice(2);
if (!script) throw new Error('usage: node tools/run.mjs <script> [arguments]');
runUnderOwnNode(script, args);
