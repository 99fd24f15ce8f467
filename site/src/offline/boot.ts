const root = document.documentElement;

function isDark(): boolean {
  return root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
}

for (const toggle of document.querySelectorAll<HTMLButtonElement>('[data-theme-toggle]')) {
  const name = () => {
    toggle.ariaLabel = (isDark() ? toggle.dataset.toLight : toggle.dataset.toDark) ?? null;
  };
  name();
  toggle.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    name();
    try {
      localStorage.setItem('theme', root.dataset.theme);
    } catch {
      // Storage is blocked: the choice lasts for this page.
    }
  });
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => navigator.serviceWorker.register('/sw.js').catch(() => {}), { once: true });
}
