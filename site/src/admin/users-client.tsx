import { start } from '../account/shell/start.tsx';
import { findUsers } from './find.ts';
import { Users } from './users.tsx';

void start({
  allowed: ({ permissions }) => permissions.includes('users.find'),
  load: () => findUsers({}),
  View: Users,
});
