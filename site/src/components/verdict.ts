/** "밸런스, 테토 쪽으로 살짝": the verdict, shown large, and its leaning under it; '' when there is none. */
export function verdict(word: string): { head: string; leaning: string } {
  const [head = '', ...tail] = word.split(', ');
  return { head, leaning: tail.join(', ') };
}
