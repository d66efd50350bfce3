import autocannon from 'autocannon';
import { network, tokenOf } from '../product/world.ts';

export interface Measured {
  /** Claims that were answered with 201. */
  granted: number;
  seconds: number;
}

/** Claims for learner 1 to `people`, once each, over so many connections through HTTP. */
export async function claimOverHttp(
  origin: string,
  offerId: string,
  { people, connections }: { people: number; connections: number },
): Promise<Measured> {
  let number = 0;
  const started = performance.now();
  const result = await autocannon({
    url: `${origin}/${network.slug}/api/offers/${offerId}/applications`,
    amount: people,
    connections,
    method: 'POST',
    body: '{}',
    timeout: 60,
    // It looks only so often whether all are answered; a second, unless told, would be counted as ours.
    sampleInt: 20,
    requests: [
      {
        setupRequest: (request) => {
          number += 1;
          const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(number)}` };
          return { ...request, headers };
        },
      },
    ],
  });
  return { granted: result.statusCodeStats?.['201']?.count ?? 0, seconds: (performance.now() - started) / 1_000 };
}
