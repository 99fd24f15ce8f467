import { render } from 'preact';
import type { Strings } from './data.ts';
import { List } from './list.tsx';

const root = document.getElementById('mine');
const block = document.getElementById('mine-data');
if (root && block) render(<List {...(JSON.parse(block.textContent ?? '') as Strings)} />, root);
