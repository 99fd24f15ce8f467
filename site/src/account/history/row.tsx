import { useEffect, useRef, useState } from 'preact/hooks';
import type { OwnProfile } from '../../../../workers/contract/profiles.ts';
import { fill } from '../../layouts/fill.ts';
import { accessToken } from '../api.ts';
import { Confirm } from '../shell/dialog.tsx';
import { page } from '../shell/page.ts';
import { Button, Go } from '../shell/ui.tsx';
import { placeWords, t, typeWord } from './words.ts';

interface Props {
  result: OwnProfile;
  gender: OwnProfile['displayGender'];
  date: string;
  busy: boolean;
  onRemove: () => void;
}

/** One result: its emblem, its word and band, and what can be done with it. */
export function Row({ result, gender, date, busy, onRemove }: Props) {
  const [asking, ask] = useState(false);
  const { slug, visibility, score, createdAt } = result;
  const word = typeWord(result, gender);
  const open = slug !== null && visibility !== 'private';
  const named = { date, word };
  return (
    <li class="flex flex-wrap items-center gap-x-5 gap-y-3 border-b border-line py-4">
      <Emblem {...{ score }} />
      <div class="min-w-0 flex-1 basis-48">
        <h3 class="text-lg">{word}</h3>
        <p class="text-sm text-soft">
          <time dateTime={createdAt}>{date}</time>
          {!open && ` · ${t.list.private}`}
        </p>
        {score.kind !== 'none' && <p class="text-sm text-soft">{placeWords(score)}</p>}
      </div>
      <div class="flex gap-3">
        {open ? (
          <Go href={page.paths.shared + slug} aria-label={fill(t.list.openNamed, named)}>
            {t.list.open}
          </Go>
        ) : (
          <OpenPrivate id={result.id} label={fill(t.list.openNamed, named)} />
        )}
        <Button
          look="line"
          aria-label={fill(t.list.deleteNamed, named)}
          {...{ busy }}
          onClick={() => ask(true)}
        >
          {t.list.delete}
        </Button>
      </div>
      {asking && (
        <Confirm
          title={t.list.deleteTitle}
          text={t.list.deleteText}
          yes={t.list.delete}
          onNo={() => ask(false)}
          onYes={() => {
            ask(false);
            onRemove();
          }}
        />
      )}
    </li>
  );
}

/** A hidden result is opened by a form: what opens it must be in no address. */
function OpenPrivate({ id, label }: { id: string; label: string }) {
  const key = useRef<HTMLInputElement>(null);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const token = await accessToken().catch(() => undefined);
    if (!token || !key.current) return;
    key.current.value = token;
    form.submit();
  };
  return (
    <form method="post" action={page.paths.private} onSubmit={submit}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="secret" ref={key} />
      <Button type="submit" aria-label={label}>
        {t.list.open}
      </Button>
    </form>
  );
}

const picture = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

/** Drawn when it comes into sight, as is what draws it; its room is there before. */
function Emblem({ score }: { score: OwnProfile['score'] }) {
  const room = useRef<HTMLSpanElement>(null);
  const [drawn, setDrawn] = useState<Record<'light' | 'dark', string> | null>(null);
  useEffect(() => {
    const draw = async () => {
      const { emblem } = await import('../../../../emblem/index.ts');
      const { kind, axis, facets } = score;
      const figure = { kind, axis: axis.value, facets: facets.map(({ value }) => value) };
      setDrawn({
        light: picture(emblem(figure, { theme: 'light' })),
        dark: picture(emblem(figure, { theme: 'dark' })),
      });
    };
    const sight = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        sight.disconnect();
        void draw();
      },
      { rootMargin: '400px' },
    );
    if (room.current) sight.observe(room.current);
    return () => sight.disconnect();
  }, [score]);
  return (
    <span class="block size-20 shrink-0" ref={room}>
      {drawn && (
        <>
          <img alt="" class="theme-light size-20" width="80" height="80" src={drawn.light} />
          <img alt="" class="theme-dark size-20" width="80" height="80" src={drawn.dark} />
        </>
      )}
    </span>
  );
}
