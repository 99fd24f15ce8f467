/** An item as the parameter tables show it. */
export interface ShownItem {
  id: string;
  facet: string;
  role: string;
  a: number | null;
  b: readonly number[] | null;
  seA?: number | undefined;
  seB?: readonly number[] | undefined;
  n?: string | number | undefined;
  source?: string | undefined;
  flags: readonly string[];
}
