const looks = {
  solid: 'border-ink bg-ink text-paper hover:opacity-90',
  line: 'border-ink text-ink hover:bg-ink hover:text-paper',
  danger: 'border-ink text-teto-ink hover:bg-teto-pale',
  plain:
    'border-transparent text-ink underline decoration-between decoration-2 underline-offset-4 hover:bg-sunk',
  teto: 'border-transparent bg-teto-pale text-teto-ink hover:brightness-97',
  egen: 'border-transparent bg-egen-pale text-egen-ink hover:brightness-97',
};
const sizes = {
  md: 'min-h-12 px-[min(1.25rem,6vw)] text-sm',
  lg: 'min-h-14 px-[min(1.75rem,7vw)] text-base',
};
export type Look = keyof typeof looks;
export type Size = keyof typeof sizes;

/** The classes of a button, or of a link that looks like one. */
export const button = (look: Look = 'solid', size: Size = 'md'): string =>
  `inline-flex items-center justify-center gap-2 rounded-full border-2 text-center font-extrabold leading-tight transition duration-150 ease-out active:scale-97 disabled:pointer-events-none disabled:opacity-50 aria-disabled:opacity-50 ${looks[look]} ${sizes[size]}`;
