import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { uploadFile } from '@collegium/server/platform/files/upload.ts';
import { addResourceFile } from '@collegium/server/sharing/resources/resource-files.ts';
import type { Teller } from './teller.ts';

const laserSafety = `Laser cutter: before you begin

1. Class 4 laser: wear the goggles that hang beside the door, and close the lid before you start a cut.
2. Switch on the extraction and wait until its lamp is green.
3. Cut nothing that holds chlorine (PVC, vinyl): its smoke is poisonous and eats the machine.
4. Stay beside the machine while it cuts. The fire blanket hangs to the left, the emergency stop is the red button.
5. Let it run out for two minutes before you open the lid.

Vantera Energy is fictitious, and so is this machine.
`;

/** Drawings of what is shared, which no one takes for photographs of real places, and what one must know to stay unhurt. */
export async function tellPictures(
  teller: Teller,
  { tank, cutter, microscopes }: Record<'tank' | 'cutter' | 'microscopes', ResourceView>,
): Promise<void> {
  const draw = async (key: string, resource: ResourceView, name: string) => {
    const stream = createReadStream(new URL(`pictures/${name}.webp`, import.meta.url));
    const { id } = await uploadFile(teller.as(key), { stream, name: `${name}.webp` });
    await addResourceFile(teller.as(key), resource.id, id, 'photograph');
  };
  await draw('mette', tank, 'towing-tank');
  await draw('mette', cutter, 'laser-cutter');
  await draw('helena', microscopes, 'field-microscopes');
  const stream = Readable.from([laserSafety]);
  const { id } = await uploadFile(teller.as('mette'), { stream, name: 'Laser cutter, safety.txt' });
  await addResourceFile(teller.as('mette'), cutter.id, id, 'safety');
}
