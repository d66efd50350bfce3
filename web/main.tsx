import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/global.layer.css';
import './fonts.css';
import 'virtual:theme-variables.css';
import './ui/styles/index.css';
import { createRoot } from 'react-dom/client';
import { networkSlug } from './api/network.ts';
import { App } from './App.tsx';
import { detectLanguage } from './i18n/detect.ts';
import { activateLanguage } from './i18n/texts.ts';
import { Pages } from './routes/Pages.tsx';
import { preloadCurrentPage } from './routes/router.ts';

// The build splits these by component (build/component-styles.ts); Vite's dev server takes them whole.
if (import.meta.env.DEV) await import('@mantine/core/styles.layer.css');
const isNetwork = networkSlug() !== '';
if (isNetwork) preloadCurrentPage();
const networks = isNetwork ? undefined : import('./networks/NetworksPage.tsx');
await activateLanguage(detectLanguage());
const Shown = (await networks)?.NetworksPage ?? Pages;
createRoot(document.getElementById('root')!).render(
  <App>
    <Shown />
  </App>,
);
