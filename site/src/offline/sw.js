// The test without a network: pages and files named here at build time (integration.ts), nothing else is kept.
const VERSION = '__VERSION__';
const SHELLS = __SHELLS__;
const FILES = __FILES__;
const KEEP = 2;

const offlinePage = (pathname) =>
  SHELLS.find(
    (path) => path.endsWith('/offline') && path !== '/offline' && pathname.startsWith(path.slice(0, -7)),
  ) ?? '/offline';

async function install() {
  const cache = await caches.open(VERSION);
  await cache.addAll([...SHELLS, ...FILES].map((path) => new Request(path, { cache: 'reload' })));
  await self.skipWaiting();
}

// A page of the version before may still be open and ask for its own files: one older cache stays.
async function activate() {
  const names = (await caches.keys()).filter((name) => name !== VERSION);
  await Promise.all(
    names.slice(0, Math.max(0, names.length - (KEEP - 1))).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

async function open(request, pathname) {
  const cache = await caches.open(VERSION);
  if (SHELLS.includes(pathname) && !pathname.endsWith('/offline')) {
    const shell = await cache.match(pathname);
    if (shell) return shell;
  }
  try {
    return await fetch(request);
  } catch {
    return (await cache.match(offlinePage(pathname))) ?? Response.error();
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || /^\/(api|cards)\//.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(open(request, pathname));
  else if (/^\/(_astro|icons)\//.test(pathname) || pathname.endsWith('.webmanifest')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
