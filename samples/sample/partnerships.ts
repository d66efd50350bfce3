import type { PartnershipInput } from '@collegium/contract/partnerships.ts';
import { answerRequest } from '@collegium/server/partnerships/answer-request.ts';
import { createPartnership } from '@collegium/server/partnerships/partnerships.ts';
import type { Teller } from './teller.ts';

/** By the template of its agreement: what partners of the consortium do besides, each partnership with a history of its own. */
const founded: Record<string, Pick<PartnershipInput, 'name' | 'model' | 'purpose'>> = {
  internship_framework: {
    name: 'Placements at sea',
    model: 'industry_university_research',
    purpose: 'Bring students to wind farms and vessels, and what is learnt there back into courses.',
  },
  mentoring_programme: {
    name: 'Mentors for the coast',
    model: 'community',
    purpose: 'People who work at sea stand beside students who may want to.',
  },
};

/** Founds the partnerships of two agreements, of which one is kept and one at risk; the third belongs to the consortium. */
export async function tellPartnerships(teller: Teller): Promise<void> {
  const { cast } = teller;
  const { db } = teller.as('marit');
  const agreements = await db.selectFrom('agreement').select(['id', 'template']).execute();
  for (const { id, template } of agreements) {
    const words = founded[template];
    const partnershipId = words ? await found(teller, words) : cast.partnershipId;
    await db.updateTable('agreement').set({ partnership_id: partnershipId }).where('id', '=', id).execute();
  }
}

async function found(teller: Teller, words: Pick<PartnershipInput, 'name' | 'model' | 'purpose'>): Promise<string> {
  const [alliance, ribeira, vantera] = ['alliance', 'ribeira', 'vantera'].map((key) => teller.cast.organisation(key));
  const { id } = await createPartnership(teller.at(-200).as('marit'), {
    ...words,
    organisationIds: [alliance, ribeira, vantera] as string[],
    roles: { [alliance as string]: 'lead' },
    publicFields: ['purpose', 'members'],
  });
  for (const key of ['rui', 'mette']) await accept(teller, key, id);
  return id;
}

/** Whoever was named accepts for the own organisation, two days after it was asked. */
async function accept(teller: Teller, key: string, partnershipId: string): Promise<void> {
  const scope = teller.at(-198).as(key);
  const { id, version } = await scope.db
    .selectFrom('partnership_request')
    .select(['id', 'version'])
    .where('partnership_id', '=', partnershipId)
    .where('organisation_id', '=', scope.actor.organisationId)
    .executeTakeFirstOrThrow();
  await answerRequest(scope, id, version, { decision: 'accepted' });
}
