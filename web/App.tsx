import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryClient } from './api/query-client.ts';
import { theme } from './theme.ts';
import { ToastHost } from './ui/ToastHost.tsx';

/** The key is read by `public/first-paint.js` too. */
const colourScheme = localStorageColorSchemeManager({ key: 'collegium-colour-scheme' });

/** What every page stands on: texts, look, data. */
export function App({ children }: { children: ReactNode }) {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider
        theme={theme}
        withCssVariables={false}
        withGlobalClasses={false}
        colorSchemeManager={colourScheme}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={queryClient}>
          {children}
          <ToastHost />
        </QueryClientProvider>
      </MantineProvider>
    </I18nProvider>
  );
}
