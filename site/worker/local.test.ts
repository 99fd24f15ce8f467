import { expect, it } from 'vitest';
import { relocated } from './local.js';

const page = (type: string) =>
  new Response('<link href="http://localhost:8788/how">', {
    status: 404,
    headers: { 'Content-Type': type, 'Content-Length': '37' },
  });

it('names the port asked in pages, sitemap and robots, and keeps the status', async () => {
  for (const type of ['text/html; charset=utf-8', 'application/xml', 'text/plain']) {
    const moved = await relocated(page(type), 'http://localhost:8800');
    expect(await moved.text()).toBe('<link href="http://localhost:8800/how">');
    expect(moved.status).toBe(404);
    expect(moved.headers.has('Content-Length')).toBe(false);
  }
});

it('leaves everything else alone', async () => {
  for (const [type, origin] of [
    ['text/javascript', 'http://localhost:8800'],
    ['text/html', 'http://localhost:8788'],
  ] as const) {
    const response = page(type);
    expect(await relocated(response, origin)).toBe(response);
  }
});
