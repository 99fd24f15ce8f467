import type { OwnProfile } from '../../../../workers/contract/profiles.ts';
import { fill } from '../../layouts/fill.ts';
import { Part } from '../shell/ui.tsx';
import { change } from './change.ts';
import { Chart } from './chart.tsx';
import { instrument, t } from './words.ts';

/** Results with a type, earliest first; at least one. */
interface Props {
  typed: OwnProfile[];
  /** A moment in words. */
  moment: (iso: string) => string;
}

const chip = (real: boolean): string =>
  `inline-flex rounded-full px-3 py-1 text-xs font-extrabold ${real ? 'bg-teto-pale text-teto-ink' : 'bg-between-pale text-ink'}`;

/** In words: the newest result against the one before, and against the first. */
export function Changes({ typed, moment }: Props) {
  const newest = typed.at(-1) as OwnProfile;
  const before = typed.at(-2);
  const [first] = typed;
  const against = [
    ...(before ? [{ label: t.change.previous, earlier: before }] : []),
    ...(first && typed.length > 2 ? [{ label: t.change.first, earlier: first }] : []),
  ];
  return (
    <Part title={t.change.title}>
      {against.length === 0 && <p class="max-w-[38rem] text-lg">{t.change.one}</p>}
      <ul class="grid gap-6 md:grid-cols-2">
        {against.map(({ label, earlier }) => (
          <li key={label}>
            <Against {...{ label, earlier, newest, moment }} />
          </li>
        ))}
      </ul>
      {against.length > 0 && <p class="mt-5 max-w-[38rem] text-sm text-soft">{t.change.how}</p>}
    </Part>
  );
}

interface AgainstProps extends Pick<Props, 'moment'> {
  label: string;
  earlier: OwnProfile;
  newest: OwnProfile;
}

function Against({ label, earlier, newest, moment }: AgainstProps) {
  const { difference, real } = change(earlier.score.axis, newest.score.axis);
  const n = Math.abs(difference).toFixed(1);
  const towards =
    Number(n) === 0 ? t.change.same : fill(t.change.towards[difference > 0 ? 'teto' : 'egen'], { n });
  return (
    <>
      <h3 class="text-sm text-soft">{label}</h3>
      <p class="mt-1 text-lg font-extrabold">{real ? t.change.real : t.change.noise}</p>
      <p class="mt-1">
        {fill(real ? t.change.realText : t.change.noiseText, { date: moment(earlier.createdAt), towards })}
      </p>
    </>
  );
}

/** The axis as one large figure. */
export function Axis({ typed, moment }: Props) {
  const moments = typed.map(({ createdAt, score }) => ({
    at: createdAt,
    day: moment(createdAt),
    estimate: score.axis,
  }));
  return (
    <Part title={t.axis.title} text={t.axis.text}>
      <figure class="rounded-lg bg-sheet p-4 shadow-sheet md:p-7">
        <p class="text-sm font-extrabold text-teto-ink">{instrument.poles.teto}</p>
        <div class="my-2 md:hidden">
          <Chart {...{ moments }} tone="axis" width={340} height={300} thick={20} label={t.axis.chart} />
        </div>
        <div class="my-2 max-md:hidden">
          <Chart {...{ moments }} tone="axis" width={960} height={320} thick={24} label={t.axis.chart} />
        </div>
        <p class="text-sm font-extrabold text-egen-ink">{instrument.poles.egen}</p>
        <Ends {...{ moments }} />
      </figure>
    </Part>
  );
}

function Ends({ moments }: { moments: { day: string }[] }) {
  const [first] = moments;
  const last = moments.at(-1);
  const alone = moments.length === 1;
  return (
    <figcaption class={`mt-2 flex text-xs text-soft ${alone ? 'justify-center' : 'justify-between'}`}>
      <span>{first?.day}</span>
      {!alone && <span class="text-right">{last?.day}</span>}
    </figcaption>
  );
}

/** Six small figures on one scale, each with whether it changed from the time before. */
export function Facets({ typed, moment }: Props) {
  const before = typed.at(-2);
  const text = before ? fill(t.facets.text, { date: moment(before.createdAt) }) : t.facets.textOne;
  return (
    <Part title={t.facets.title} {...{ text }}>
      <ul class="grid grid-cols-2 gap-x-5 gap-y-8 lg:grid-cols-3 lg:gap-x-10">
        {instrument.facets.map(({ id, name, pole }) => (
          <li key={id}>
            <Facet {...{ id, name, typed, moment }} tone={pole === 'teto' ? 'teto' : 'egen'} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface FacetProps extends Props {
  id: string;
  name: string;
  tone: 'teto' | 'egen';
}

function Facet({ id, name, tone, typed, moment }: FacetProps) {
  const moments = typed.flatMap(({ createdAt, score }) => {
    const estimate = score.facets.find((facet) => facet.id === id);
    return estimate ? [{ at: createdAt, day: moment(createdAt), estimate }] : [];
  });
  const [then, now] = moments.slice(-2);
  const moved = then && now ? change(then.estimate, now.estimate) : null;
  return (
    <>
      <h3 class="flex flex-wrap items-center justify-between gap-2 text-base">
        {name}
        {moved && (
          <span class={chip(moved.real)}>
            {moved.real ? (moved.difference > 0 ? t.facets.up : t.facets.down) : t.facets.noise}
          </span>
        )}
      </h3>
      <div class="mt-2">
        <Chart
          {...{ moments, tone }}
          width={280}
          height={130}
          thick={14}
          label={fill(t.facets.chart, { name })}
        />
      </div>
    </>
  );
}
