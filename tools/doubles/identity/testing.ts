/** A browser with cookies and nothing else: follows redirects until one leaves for `until`. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  /** Where the visitor stands. */
  url = '';

  async open(address: string, until: string, form?: Record<string, string>): Promise<string> {
    this.url = address;
    let body: URLSearchParams | null = form ? new URLSearchParams(form) : null;
    for (let hops = 0; hops < 10; hops++) {
      const response: Response = await fetch(this.url, {
        method: body ? 'POST' : 'GET',
        body,
        redirect: 'manual',
        headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const line of response.headers.getSetCookie()) this.#keep(line);
      const next = response.headers.get('location');
      if (!next) return response.text();
      this.url = new URL(next, this.url).href;
      if (this.url.startsWith(until)) return '';
      body = null;
    }
    throw new Error('redirects without end');
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
