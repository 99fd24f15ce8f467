/** A density of one variable by its logarithm (up to a constant), which must be concave. */
export interface LogConcave {
  log: (x: number) => number;
  /** derivative of `log` */
  slope: (x: number) => number;
  /** |mode| is at most this */
  bound: number;
  /** the logarithm falls by `DEPTH` within this distance of the mode */
  reach: number;
  /** the narrowest feature: logistic curves in `log` are at most this steep */
  steepest: number;
}

/** Beyond the points where the logarithm is this far below its top there is nothing left to add. */
const DEPTH = 40;
const MOST_INTERVALS = 2 ** 17;

export interface Moments {
  mean: number;
  sd: number;
}

/** Where the derivative, which only falls, crosses 0. */
export function modeOf({ slope, bound }: Pick<LogConcave, 'slope' | 'bound'>): number {
  let [low, high] = [-bound, bound];
  for (let i = 0; i < 200 && high - low > 1e-13 * (1 + Math.abs(low)); i++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Mean and SD by the trapezoid rule between the points where the density has all but vanished, its spacing halved
 * until neither moves and every curve is resolved. Converges exponentially: both ends are flat.
 */
export function momentsOfLogConcave(density: LogConcave): Moments {
  const { log, steepest } = density;
  const mode = modeOf(density);
  const top = log(mode);
  const side = (sign: 1 | -1) => {
    let far = density.reach;
    while (far > 1e-300 && top - log(mode + (sign * far) / 2) > DEPTH) far /= 2;
    return far;
  };
  const from = mode - side(-1);
  const width = mode + side(1) - from;
  let [mass, first, second] = [0, 0, 0];
  const add = (x: number) => {
    const weight = Math.exp(log(x) - top);
    const apart = x - mode;
    mass += weight;
    first += weight * apart;
    second += weight * apart * apart;
  };
  const moments = () => {
    const apart = first / mass;
    return { mean: mode + apart, sd: Math.sqrt(Math.max(0, second / mass - apart * apart)) };
  };
  let intervals = 64;
  for (let i = 0; i <= intervals; i++) add(from + (width * i) / intervals);
  for (let before = moments(); ; ) {
    for (let i = 0; i < intervals; i++) add(from + (width * (i + 0.5)) / intervals);
    intervals *= 2;
    const now = moments();
    const moved = Math.max(Math.abs(now.mean - before.mean), Math.abs(now.sd - before.sd));
    const resolved = (steepest * width) / intervals <= 1;
    if ((moved <= 1e-9 * now.sd && resolved) || intervals >= MOST_INTERVALS) return now;
    before = now;
  }
}
