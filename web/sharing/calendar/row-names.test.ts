import { expect, test } from 'vitest';
import { rowNames } from './row-names.ts';

const join = (name: string, distinction: string) => `${name}, ${distinction}`;

test('rows of one name are told apart by their owner, then by a number', () => {
  const rows = [
    { id: '1', name: 'Kiln', owner: 'Vantera' },
    { id: '2', name: 'Microscope', owner: 'Vantera' },
    { id: '3', name: 'Microscope', owner: 'Ribeira' },
    { id: '4', name: 'Microscope', owner: 'Ribeira' },
    { id: '5', name: 'Microscope', owner: undefined },
  ];
  expect([...rowNames(rows, join).values()]).toEqual([
    'Kiln',
    'Microscope, Vantera',
    'Microscope, Ribeira, 1',
    'Microscope, Ribeira, 2',
    'Microscope',
  ]);
});
