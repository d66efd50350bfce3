import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { loadTexts } from '../i18n/texts.ts';

/**
 * A page that is loaded, together with the texts of its folder, when it is first wanted.
 * `page('offers', () => import('../offers/OfferPage.tsx'), 'OfferPage')`
 */
export function page<Name extends string>(
  folder: string,
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), loadTexts(folder)]);
    return { default: module[name] };
  });
}
