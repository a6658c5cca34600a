/* Sets language, direction and colours before anything is painted; a file of its own because of the content security policy. */
(function () {
  function kept(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }
  const root = document.documentElement;
  const language = kept('toran.language') === 'en' ? 'en' : 'he';
  root.lang = language;
  root.dir = language === 'he' ? 'rtl' : 'ltr';
  const wanted = kept('toran.colors') ?? 'auto';
  const isDark = wanted === 'dark' || (wanted === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
})();
