import { useMediaQuery } from '@mantine/hooks';

/** Whether the page stands on a phone, as in the style sheets. */
export function useIsPhone(): boolean {
  return useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
}
