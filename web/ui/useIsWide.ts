import { useMediaQuery } from '@mantine/hooks';

/** Whether rail and filters stand beside the main column: above 1200 px, as in the style sheets. */
export function useIsWide(): boolean {
  return useMediaQuery('(min-width: 75.01em)', true, { getInitialValueInEffect: false });
}
