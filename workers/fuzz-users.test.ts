import { fuzz } from './testing/fuzz/index.ts';

await fuzz(({ tag }) => tag === 'users');
