// Runs before the first paint, as a file because the security policy allows no inline script:
// the dark theme must not flash white on a night desk. Holds appearance only, never a name.
(() => {
  const root = document.documentElement;
  try {
    const kept = JSON.parse(localStorage.getItem('pupitre.appearance') ?? '{}');
    const dark =
      kept.theme === 'dark' || (kept.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    if (dark) root.dataset.theme = 'sombre';
    const isAuto = kept.density === undefined || kept.density === 'auto';
    if (kept.density === 'normal' || kept.density === 'tactile') root.dataset.densite = kept.density;
    else if (isAuto && matchMedia('(pointer: coarse)').matches) root.dataset.densite = 'tactile';
    if (kept.locale === 'en') root.lang = 'en';
  } catch {
    // Storage refused by the browser: the light theme is the default.
  }
})();
