import { button } from '../components/button.ts';
import type { SavedResult } from '../test/results.ts';
import { Ask } from './ask.tsx';
import { day, type Strings } from './data.ts';

interface Props extends Strings {
  result: SavedResult;
  names: { open: string; remove: string };
  asking: boolean;
  onAsk: (open: boolean) => void;
  onRemove: () => void;
}

const dot = { teto: 'bg-teto', egen: 'bg-egen', balanced: 'bg-between', none: 'bg-edge' };

/** One result. A hidden one is opened by a form: its key must be in no address. */
export function Row({ t, paths, result, names, asking, onAsk, onRemove }: Props) {
  const { id, slug, secret, kind, word, language, createdAt } = result;
  const languages: Record<string, string> = t.language;
  return (
    <li class="border-b border-line py-5">
      <div class="flex flex-col gap-4 md:flex-row md:items-center md:justify-between">
        <div class="flex items-baseline gap-4">
          <span class={`size-3.5 shrink-0 rounded-full ${dot[kind]}`} aria-hidden="true" />
          <div>
            <h2 class="text-xl">{word}</h2>
            <p class="text-sm text-soft">
              <time dateTime={createdAt}>{day(createdAt)}</time> · {languages[language] ?? language}
              {slug === null && ` · ${t.private}`}
            </p>
          </div>
        </div>
        <div class="flex gap-2">
          {slug ? (
            <a class={button()} href={paths.shared + slug} aria-label={names.open}>
              {t.open}
            </a>
          ) : (
            <form method="post" action={paths.private}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="secret" value={secret} />
              <button type="submit" class={button()} aria-label={names.open}>
                {t.open}
              </button>
            </form>
          )}
          <button
            type="button"
            class={button('line')}
            aria-label={names.remove}
            aria-expanded={asking}
            onClick={() => onAsk(!asking)}
          >
            {t.delete}
          </button>
        </div>
      </div>
      {asking && (
        <div class="mt-4">
          <Ask {...{ t }} text={t.confirm} onNo={() => onAsk(false)} onYes={onRemove} />
        </div>
      )}
    </li>
  );
}
