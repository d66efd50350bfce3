import { test as base } from 'vitest';
import { openPeople, type People } from './people.ts';
import { startProduct, type Product } from './product.ts';

/** What the steps of one journey share: the product with the sample world, and a browser for each of its people. */
export const test = base
  .extend('product', { scope: 'file' }, async ({}, { onCleanup }): Promise<Product> => {
    const product = await startProduct();
    onCleanup(() => product.close());
    return product;
  })
  .extend('people', { scope: 'file' }, async ({ product }, { onCleanup }): Promise<People> => {
    const people = await openPeople(product);
    onCleanup(() => people.close());
    return people;
  });
