import type { Database } from '@collegium/server/platform/database/database.ts';
import { newId } from '@collegium/server/platform/ids.ts';

interface SampleInterests {
  position: [latitude: number, longitude: number];
  strengths: string[];
  needs: string[];
}

/** Where the fictitious organisations are, and what each says it is strong in and looks for (ISCED-F 2013). */
const interests: Record<string, SampleInterests> = {
  northwater: { position: [51.92, 4.48], strengths: ['0716', '1041'], needs: ['0532', '0231'] },
  ribeira: { position: [41.15, -8.61], strengths: ['0532', '0521'], needs: ['0713', '1041'] },
  jianglan: { position: [30.55, 118.1], strengths: ['0413', '0231'], needs: ['0716'] },
  lindqvist: { position: [63.83, 20.26], strengths: ['0532'], needs: ['0612'] },
  vantera: { position: [55.47, 8.45], strengths: ['0713'], needs: ['0612', '0532'] },
  kade: { position: [51.68, 4.61], strengths: ['1041'], needs: ['0521', '011'] },
  halden: { position: [59.13, 11.39], strengths: ['0716', '0715'], needs: ['0713'] },
  harbour: { position: [51.69, 4.62], strengths: ['011'], needs: ['0521', '1041'] },
};

/** Writes positions and what organisations declare. */
export async function insertExploring(db: Database, organisations: Map<string, string>, at: Date): Promise<void> {
  const known = Object.entries(interests).flatMap(([key, said]) => {
    const id = organisations.get(key);
    return id === undefined ? [] : [{ id, ...said }];
  });
  await db
    .insertInto('organisation_position')
    .values(known.map(({ id, position: [latitude, longitude] }) => ({ organisation_id: id, latitude, longitude })))
    .execute();
  await db
    .insertInto('organisation_interest')
    .values(
      known.flatMap(({ id, strengths, needs }) =>
        [
          ...strengths.map((code) => ({ direction: 'strength' as const, field_code: code })),
          ...needs.map((code) => ({ direction: 'need' as const, field_code: code })),
        ].map((said, position) => ({ id: newId(), organisation_id: id, position, declared_at: at, ...said })),
      ),
    )
    .execute();
}
