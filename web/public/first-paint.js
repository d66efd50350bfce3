// Runs before anything is painted, so that the chosen colours and language never flash, and asks who is signed in while
// the rest is still on its way (`web/api/session.ts` takes the answer). A file, since the page allows no inline script.
(() => {
  let scheme = 'auto';
  let language = '';
  try {
    scheme = localStorage.getItem('collegium-colour-scheme') || 'auto';
    language = localStorage.getItem('collegium-language') || '';
  } catch {
    // Storage may be forbidden; the defaults hold.
  }
  const isDark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  const root = document.documentElement;
  root.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
  root.style.backgroundColor = isDark ? '#191B1E' : '#FFFFFF';
  root.lang = language || (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
  const network = location.pathname.split('/')[1];
  if (network)
    globalThis.collegiumSession = fetch(`/${network}/api/session`, { headers: { accept: 'application/json' } });
})();
