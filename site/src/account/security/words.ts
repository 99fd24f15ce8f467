import { words } from '../shell/page.ts';

export const t = words<typeof import('../../locales/ko/settings.json')['security']>();
