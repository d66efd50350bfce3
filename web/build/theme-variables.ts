import { convertCssVariables, DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core';
import type { Plugin } from 'vite';
import { cssVariablesResolver, theme } from '../theme.ts';

const name = 'virtual:theme-variables.css';
const id = `\0${name}`;

/** Provides all of Mantine's CSS variables, as this theme sets them, as a style sheet. Mantine would write them into a style element, which the content security policy refuses. */
export function themeVariables(): Plugin {
  return {
    name: 'collegium-theme-variables',
    resolveId: (source) => (source === name ? id : undefined),
    load: (module) => (module === id ? writeVariables() : undefined),
  };
}

function writeVariables(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const [base, own] = [defaultCssVariablesResolver(merged), cssVariablesResolver(merged)];
  return convertCssVariables(
    {
      variables: { ...base.variables, ...own.variables },
      light: { '--mantine-color-scheme': 'light', ...base.light, ...own.light },
      dark: { '--mantine-color-scheme': 'dark', ...base.dark, ...own.dark },
    },
    ':root',
  );
}
