import { keepFocus } from './in-view.ts';
import type { PageData } from './page-data.ts';

/** The landing and the running test are one document: which of them is on screen, and its address. */
export function createView(data: PageData) {
  const { body } = document;
  const landing = { title: document.title, path: location.pathname };
  const cover = document.getElementById('elsewhere') as HTMLElement;
  const again = document.getElementById('restart') as HTMLButtonElement;
  const question = document.getElementById('question') as HTMLElement;
  const switches = [...document.querySelectorAll<HTMLAnchorElement>('[data-language-switch]')];
  const home = switches.map(({ pathname }) => pathname);

  const rename = (view: string) => {
    const test = view !== 'landing';
    document.title = test ? data.text.title : landing.title;
    for (const [i, link] of switches.entries()) {
      const path = home[i] ?? '/';
      link.pathname = test && path.endsWith('/') ? `${path}test` : path;
    }
  };
  const apply = (view: string) => {
    body.dataset.view = view;
    rename(view);
  };
  const ends = ['ask', 'reveal'].map((id) => document.getElementById(id) as HTMLElement);
  const ended = () => ends.find(({ hidden }) => !hidden);
  if (body.dataset.view === 'landing') {
    addEventListener('popstate', () => {
      const end = location.pathname === landing.path ? undefined : ended();
      const view = location.pathname === landing.path ? 'landing' : end ? 'end' : 'test';
      keepFocus(end?.querySelector('h2') ?? question, () => apply(view));
    });
  }

  return {
    current: () => body.dataset.view,
    /** Folds the landing away around the question that stands in it, and scrolls in the same frame. */
    enterTest(): void {
      keepFocus(question, () => {
        body.dataset.view = 'test';
      });
      scrollTo(0, 0);
      this.settle();
    },
    /** The address and title of the test. */
    settle(): void {
      if (location.pathname === data.paths.test) return;
      history.pushState(null, '', data.paths.test);
      rename('test');
    },
    /** Whoever left the screens of the end with the browser's own "back" has them again. */
    toEnd(): void {
      if (body.dataset.view === 'landing' && ended()) history.forward();
    },
    /** Back to the first question: the screens of the end go away. */
    begin(): void {
      keepFocus(question, () => {
        for (const end of ends) end.hidden = true;
        again.hidden = true;
        body.dataset.view = 'test';
      });
      this.settle();
    },
    resumed(): void {
      again.hidden = false;
    },
    /** Covers the test while another tab has it. */
    elsewhere(covered: boolean): void {
      keepFocus(question, () => {
        cover.hidden = !covered;
      });
    },
    onRestart(action: () => void): void {
      again.addEventListener('click', action);
    },
    onTakeOver(action: () => void): void {
      cover.querySelector('button')?.addEventListener('click', action);
    },
  };
}
