/** What a plugin of Swagger UI is given: https://swagger.io/docs/open-source-tools/swagger-ui/customization/plugin-api/ */
type Component = (props: never) => unknown;
interface ReactLike {
  createElement(type: string | Component, props?: object | null, ...children: unknown[]): unknown;
}
interface System {
  React: ReactLike;
  getComponent(name: string, container?: boolean): Component;
  specSelectors: { loadingStatus(): string | undefined; specStr(): string | undefined };
  getSystem(): System;
}

const section = (h: ReactLike['createElement'], title: string, ...children: unknown[]): unknown =>
  h('section', { 'aria-label': title }, h('h2', null, title), ...children);

/** Swagger UI's parts in our page: it has a head and a `main` of its own already (workers/lib/docs-page.ts). */
export function Layout({ getComponent, specSelectors, getSystem }: System): unknown {
  const h = getSystem().React.createElement;
  const part = (name: string) => h(getComponent(name, true));
  const status = specSelectors.loadingStatus();
  const ready = Boolean(specSelectors.specStr()) && status !== 'failed' && status !== 'failedConfig';
  if (!ready) {
    const said = status?.startsWith('failed') ? 'The OpenAPI document did not come.' : 'Loading…';
    return h('div', { className: 'swagger-ui' }, h('p', { role: 'status' }, said), part('errors'));
  }
  return h(
    'div',
    { className: 'swagger-ui' },
    part('errors'),
    section(h, 'Access', part('AuthorizeBtnContainer')),
    section(h, 'Operations', part('operations')),
  );
}

/** A link inside the button that opens an operation could be reached by nobody; the address follows the button anyway. */
export const unlinked =
  (_: Component, { React }: System) =>
  ({ text }: { text: unknown }): unknown =>
    React.createElement('span', { className: 'nostyle' }, text);
