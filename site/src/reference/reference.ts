import '../offline/boot.ts';
import { Layout, unlinked } from './layout.ts';
import { mendAsItChanges } from './mend.ts';

declare const SwaggerUIBundle: (options: object) => unknown;

SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#swagger-ui',
  deepLinking: true,
  validatorUrl: null,
  // Colours come from our tokens, and the policy allows no others.
  syntaxHighlight: { activated: false },
  defaultModelsExpandDepth: -1,
  layout: 'SiteLayout',
  plugins: [() => ({ components: { SiteLayout: Layout }, wrapComponents: { DeepLink: unlinked } })],
});

const root = document.getElementById('swagger-ui');
if (root) mendAsItChanges(root);
