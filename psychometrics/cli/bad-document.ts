/** A document that cannot be used: the field, and what was expected there. */
export class BadDocument extends Error {
  override name = 'BadDocument';
  constructor(field: string, expected: string) {
    super(`${field}: expected ${expected}`);
  }
}
