/** Swagger UI writes style attributes; scripts come from this site only. */
export const docsPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

const FILES = '/vendor/swagger-ui';

/** The API reference in the site's dress. Its files, Swagger UI among them, the site serves (tools/reference.ts). */
export const docsPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<script src="${FILES}/theme.js"></script>
<title>Teto-Egen API</title>
<meta name="description" content="The API of Teto-Egen: every operation, its schemas and its errors.">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/icons/icon.svg" type="image/svg+xml">
<link rel="preload" href="${FILES}/core.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${FILES}/reference.css">
</head>
<body>
<a class="sr-only" href="#main">Skip to the content</a>
<header>
<a class="brand" href="/en/"><img src="/icons/icon.svg" width="28" height="28" alt=""><span><span class="teto">Teto</span>–<span class="egen">Egen</span></span></a>
<nav aria-label="Site">
<a href="/en/how">How it works</a>
<a href="/en/science">By numbers</a>
<button type="button" data-theme-toggle data-to-dark="Dark mode" data-to-light="Light mode" aria-label="Dark mode"><svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="2.5"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/></svg></button>
</nav>
</header>
<main id="main" tabindex="-1">
<h1>The API</h1>
<p class="lead">Take the adaptive test, read results, share cards. For fun and reflection: no diagnosis, no hiring, no hormones.</p>
<p class="links"><a href="/api/v1/openapi.json">OpenAPI 3.1 document</a> <a href="/api/v1/problems">Every error code</a></p>
<div id="swagger-ui"></div>
<noscript><p class="lead">This reference needs script; the document above says the same without.</p></noscript>
</main>
<footer>MIT licence. Shown by Swagger UI.</footer>
<script src="${FILES}/swagger-ui-bundle.js"></script>
<script src="${FILES}/reference.js"></script>
</body>
</html>
`;
