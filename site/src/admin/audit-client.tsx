import { start } from '../account/shell/start.tsx';
import { Audit, asked } from './audit.tsx';
import { findEntries } from './find.ts';

void start({
  allowed: ({ permissions }) => permissions.includes('audit.read'),
  load: () => findEntries(asked()),
  View: Audit,
});
