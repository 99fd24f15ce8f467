/** One event of a Chromium trace; times in µs, `tdur` = CPU time of its thread. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { type?: string } };
}

export interface Frame {
  /** CPU time of the page's main thread: the tap's handlers, style, layout, paint, ms. Does not grow with load. */
  work: number;
  /** By the clock, from the tap to the painted frame's hand-over to the compositor, ms. */
  wall: number;
}

/** Categories that `framesOfClicks` needs in the trace. */
export const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

const STAGES = new Set([
  ...['EventDispatch', 'FireAnimationFrame', 'UpdateLayoutTree', 'Layout'],
  ...['PrePaint', 'Paint', 'Layerize'],
]);

const end = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

/** For each click of a trace, what it took until the next frame was painted. */
export function framesOfClicks(trace: Buffer): Frame[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const clicks = traceEvents.filter(
    ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'click',
  );
  return clicks.map(({ pid, tid, ts }) => {
    const thread = traceEvents.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X');
    const commit = thread
      .filter((event) => event.name === 'Commit' && event.ts > ts)
      .reduce((first, event) => (event.ts < first.ts ? event : first));
    const stages = thread.filter((event) => STAGES.has(event.name) && event.ts >= ts && event.ts < commit.ts);
    // A stage inside another (a forced layout, the paint of a part) is in the outer one's time.
    const outer = stages.filter(
      (event) => !stages.some((other) => other !== event && other.ts <= event.ts && end(other) >= end(event)),
    );
    const work = outer.reduce((sum, event) => sum + (event.tdur ?? event.dur ?? 0), 0) / 1000;
    return { work, wall: (commit.ts - ts) / 1000 };
  });
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
