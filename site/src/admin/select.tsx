import { useId } from 'preact/hooks';
import { tUsers as t } from './words.ts';

interface Props {
  label: string;
  name: string;
  options: Record<string, string>;
  /** Chosen at first; without it "any", which is blank. */
  value?: string;
}

export function Select({ label, name, options, value }: Props) {
  const id = useId();
  return (
    <div>
      <label class="font-extrabold" for={id}>
        {label}
      </label>
      <select
        class="mt-2 block min-h-12 w-full rounded-sm border-2 border-soft bg-sheet px-3 text-ink"
        {...{ id, name }}
      >
        {value === undefined && <option value="">{t.any}</option>}
        {Object.entries(options).map(([key, text]) => (
          <option key={key} value={key} selected={key === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
