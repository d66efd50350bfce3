import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { mono, sans, serif, title, tokens } from './tokens.ts';

const ink: MantineColorsTuple = [
  '#EDF1FD',
  '#DCE4FB',
  '#B9C8F6',
  '#93AAF0',
  '#6C8AE8',
  '#4A6BDD',
  '#3455CE',
  '#2745B5',
  '#1F3894',
  '#182C74',
];
const stone: MantineColorsTuple = [
  '#F7F7F5',
  '#F1F1EE',
  '#E3E3DE',
  '#CFCFC9',
  '#B1B1AB',
  '#868A92',
  '#666A73',
  '#4B4F58',
  '#2F3238',
  '#1A1C20',
];
const dark: MantineColorsTuple = [
  '#ECEDEF',
  '#BABEC6',
  '#989DA7',
  '#7C828D',
  '#3A3E45',
  '#2D3036',
  '#25282D',
  '#191B1E',
  '#121315',
  '#0C0D0E',
];
const good: MantineColorsTuple = [
  '#E6F3EB',
  '#CDE7D8',
  '#A3D2B7',
  '#74BB93',
  '#4CB27C',
  '#2E9160',
  '#1F7A4A',
  '#14613A',
  '#0F4D2E',
  '#0A3821',
];
const wait: MantineColorsTuple = [
  '#FCF0DB',
  '#F8E0B6',
  '#F0C57A',
  '#E5AA48',
  '#D9962F',
  '#C67E12',
  '#B26A00',
  '#7F4700',
  '#653800',
  '#4A2900',
];
const bad: MantineColorsTuple = [
  '#FCEBE9',
  '#F8D3CF',
  '#F1A9A2',
  '#EC857B',
  '#EC6A5E',
  '#D84B40',
  '#C0352B',
  '#A3241C',
  '#821B15',
  '#5F130E',
];

/**
 * Defaults of the components, by name: importing the components here would pull all of them into the first load.
 * `lockScroll` writes a style element, which the content security policy refuses; `mantine.css` does the same.
 */
const components = {
  Button: { defaultProps: { size: 'sm', variant: 'default' }, styles: { label: { fontWeight: 550 } } },
  ActionIcon: { defaultProps: { variant: 'subtle', color: 'stone', size: 'md' } },
  Anchor: { defaultProps: { underline: 'hover', c: 'var(--c-accent-text)' } },
  TextInput: { defaultProps: { size: 'sm' } },
  PasswordInput: { defaultProps: { size: 'sm' } },
  Textarea: { defaultProps: { size: 'sm', autosize: true, minRows: 2 } },
  Select: { defaultProps: { size: 'sm', allowDeselect: false } },
  MultiSelect: { defaultProps: { size: 'sm' } },
  NumberInput: { defaultProps: { size: 'sm' } },
  Checkbox: { defaultProps: { size: 'xs', radius: 'xs' } },
  Table: { defaultProps: { verticalSpacing: 'xs', horizontalSpacing: 'sm', withRowBorders: true } },
  Tooltip: { defaultProps: { openDelay: 300, withArrow: false, events: { hover: true, focus: true, touch: true } } },
  Drawer: {
    defaultProps: { lockScroll: false, position: 'right', size: 480, overlayProps: { backgroundOpacity: 0.25 } },
  },
  Modal: { defaultProps: { lockScroll: false, radius: 'lg', overlayProps: { backgroundOpacity: 0.3 } } },
  Menu: { defaultProps: { shadow: 'md', radius: 'md', position: 'bottom-end', withInitialFocusPlaceholder: false } },
  Popover: { defaultProps: { shadow: 'md', radius: 'md' } },
  SegmentedControl: { defaultProps: { size: 'xs', radius: 'sm' } },
  Text: { defaultProps: { size: 'md' } },
};

/** Mantine's theme: type, space, radii, shadows and the defaults of its components. */
export const theme = createTheme({
  fontFamily: sans,
  fontFamilyMonospace: mono,
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '2.125rem', fontWeight: '600' },
      h2: { fontSize: '1rem', lineHeight: '1.5rem' },
      h3: { fontSize: '0.875rem', lineHeight: '1.25rem' },
    },
  },
  colors: { ink, stone, good, wait, bad, gray: stone, dark },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 5 },
  autoContrast: false,
  white: '#FFFFFF',
  black: '#1A1C20',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.3' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'none',
    sm: '0 1px 2px rgb(20 22 28 / .06)',
    md: '0 2px 6px rgb(20 22 28 / .06), 0 8px 24px rgb(20 22 28 / .10)',
    lg: '0 4px 12px rgb(20 22 28 / .08), 0 20px 48px rgb(20 22 28 / .16)',
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components,
});

/** Publishes the tokens as `--c-*`, and points Mantine's own variables at them. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--c-serif': serif,
    '--c-title': title,
    '--c-sans': sans,
    '--c-mono': mono,
    '--c-rail': '312px',
    '--c-sidebar': '248px',
  },
  light: variables(tokens.light),
  dark: variables(tokens.dark),
});

function variables(scheme: typeof tokens.light | typeof tokens.dark): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(scheme).map(([role, value]) => [`--c-${role}`, value])),
    '--mantine-color-body': scheme.surface,
    '--mantine-color-text': scheme.text,
    '--mantine-color-dimmed': scheme['text-3'],
    '--mantine-color-default': scheme.surface,
    '--mantine-color-default-hover': scheme.hover,
    '--mantine-color-default-color': scheme.text,
    '--mantine-color-default-border': scheme.line,
    '--mantine-color-anchor': scheme['accent-text'],
    '--mantine-color-placeholder': scheme['text-3'],
    '--mantine-color-error': scheme['bad-text'],
    '--table-border-color': scheme.line,
  };
}
