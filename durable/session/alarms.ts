/** An object has one alarm; a session has several reasons to wake. The earliest reason sets the alarm. */
export type AlarmName = 'expire' | 'outbox';

type AlarmRow = { name: AlarmName; at: number; attempts: number };

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15 * 60_000;

function arm(storage: DurableObjectStorage): void {
  const [row] = storage.sql.exec<{ at: number | null }>('SELECT min(at) AS at FROM alarms').toArray();
  // Not awaited: the write joins the statements around it, and no answer leaves before it is stored.
  void (row?.at == null ? storage.deleteAlarm() : storage.setAlarm(row.at));
}

/** Sets or moves a reason, counting from its first attempt. */
export function setNamedAlarm(storage: DurableObjectStorage, name: AlarmName, at: number): void {
  storage.sql.exec('INSERT OR REPLACE INTO alarms (name, at, attempts) VALUES (?, ?, 0)', name, at);
  arm(storage);
}

/** Sets the reason again after a failure: twice as late each time, up to 15 minutes, spread by chance. */
export function retryNamedAlarm(storage: DurableObjectStorage, name: AlarmName, now: number): void {
  const [row] = storage.sql.exec<AlarmRow>('SELECT * FROM alarms WHERE name = ?', name).toArray();
  const attempts = (row?.attempts ?? 0) + 1;
  const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20));
  const at = Math.round(now + wait * (0.75 + Math.random() / 2));
  storage.sql.exec('INSERT OR REPLACE INTO alarms (name, at, attempts) VALUES (?, ?, ?)', name, at, attempts);
  arm(storage);
}

export function clearNamedAlarm(storage: DurableObjectStorage, name: AlarmName): void {
  storage.sql.exec('DELETE FROM alarms WHERE name = ?', name);
  arm(storage);
}

/** The reasons that are due. They stay until set anew or cleared, so that a crash in between repeats them. */
export function dueAlarms(storage: DurableObjectStorage, now: number): AlarmName[] {
  const rows = storage.sql.exec<AlarmRow>('SELECT * FROM alarms WHERE at <= ? ORDER BY at', now).toArray();
  if (rows.length === 0) arm(storage);
  return rows.map(({ name }) => name);
}
