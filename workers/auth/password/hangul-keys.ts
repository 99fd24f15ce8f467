const FIRST = 'r R s e E f a q Q t T d w W c z x v g'.split(' ');
const MIDDLE = 'k o i O j p u P h hk ho hl y n nj np nl b m ml l'.split(' ');
const LAST = ['', ...'r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g'.split(' ')];
const HANGUL = 0xac00;

/** The keys of a Latin keyboard that a Hangul text is typed with (KS X 5002, the two-set layout). */
export const typedKeys = (text: string): string =>
  [...text.normalize('NFC')]
    .map((char) => {
      const place = (char.codePointAt(0) ?? 0) - HANGUL;
      if (place < 0 || place >= 11_172) return char;
      const [first, middle, last] = [Math.floor(place / 588), Math.floor(place / 28) % 21, place % 28];
      return `${FIRST[first]}${MIDDLE[middle]}${LAST[last]}`;
    })
    .join('');
