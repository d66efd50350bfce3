import type { OfferInput, OfferView } from '@collegium/contract/offers.ts';
import type { TestApp } from './app.ts';
import type { TestMember } from './world.ts';

/** The least that an offer needs: a first-come internship for everybody, open at once and without end. */
export const offerInput: OfferInput = {
  kind: 'internship',
  title: { en: 'Grid operations placement', 'zh-CN': '电网运行实习' },
  places: 8,
  allocatedBy: 'first_come',
};

/** A draft of the provider's organisation, made through the interface. */
export async function addDraft(
  world: TestApp,
  provider: TestMember,
  input: Partial<OfferInput> = {},
): Promise<OfferView> {
  const answer = await world.request(provider, 'POST', '/offers', { ...offerInput, ...input });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}

/** An offer of the provider's organisation, published through the interface. */
export async function addOffer(
  world: TestApp,
  provider: TestMember,
  input: Partial<OfferInput> = {},
): Promise<OfferView> {
  const draft = await addDraft(world, provider, input);
  const answer = await world.request(provider, 'POST', `/offers/${draft.id}/publish`, undefined, {
    'if-match': `"${draft.version}"`,
  });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}
