import type { Database } from '../../platform/database/database.ts';
import type { TestOrganisation } from '../../testing/world.ts';
import type { Iia } from './iia.ts';
import { writeIias } from './write-iias.ts';

/** Gives an organisation a web address whose domain is its code. Returns the code. */
export async function giveCode(network: Database, { id }: TestOrganisation, code: string): Promise<string> {
  const website = `https://www.${code}/about`;
  await network.updateTable('organisation').set({ website }).where('id', '=', id).execute();
  return code;
}

/** An agreement of two institutions, by which the first sends three learners a year to the second. */
export function testIia(from: string, to: string): Iia {
  return {
    partners: [
      { heiId: from, iiaId: 'a-17', iiaCode: 'A/17' },
      { heiId: to, iiaId: 'b-4' },
    ],
    inEffect: true,
    isTerminatedAsAWhole: false,
    mobilities: [
      {
        kind: 'student-studies-mobility-spec',
        sendingHeiId: from,
        receivingHeiId: to,
        firstYear: '2026/2027',
        lastYear: '2028/2029',
        mobilitiesPerYear: 3,
        languages: [{ language: 'en', cefrLevel: 'B2' }],
        subjectAreas: [],
        blended: false,
        eqfLevels: ['6'],
      },
    ],
  };
}

/** A file as the interface takes it. */
export const asFile = (text: string): string => Buffer.from(text).toString('base64');
export const iiaFile = (...iias: readonly Iia[]): string => asFile(writeIias(iias));
