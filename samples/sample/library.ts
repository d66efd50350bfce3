import { blankTemplate } from '@collegium/contract/agreements/blank.ts';
import { getAgreement } from '@collegium/server/agreements/get-agreement.ts';
import { inviteGuest } from '@collegium/server/agreements/guests.ts';
import { keepNew, keepNext } from '@collegium/server/agreements/keep-template.ts';
import { getGrants, lookUnderGrant } from '@collegium/server/grants/grants.ts';
import type { Teller } from './teller.ts';

const insurance = {
  key: 'insurance',
  kind: 'text' as const,
  title: { en: 'Insurance on board', 'zh-CN': '随船保险' },
  text: {
    en: '{insurer} insures learners against accidents on vessels and platforms.',
    'zh-CN': '由 {insurer} 为学习者投保船舶与平台作业意外险。',
  },
  fields: [
    { key: 'insurer', type: 'organisation' as const, label: { en: 'Who insures', 'zh-CN': '投保方' }, value: null },
  ],
};
const sooner = {
  en: '{insurer} insures learners against accidents on vessels and platforms, from the day on which they leave home.',
  'zh-CN': '自学习者离家之日起，由 {insurer} 为其投保船舶与平台作业意外险。',
};

/** What organisations keep for their next agreements: a clause that was improved once, and a template of one's own. */
export async function tellLibrary(teller: Teller, agreementId: string): Promise<void> {
  const { id } = await keepNew(teller.at(-120).as('rui'), { table: 'clause_template', content: insurance });
  const improved = { ...insurance, text: sooner };
  await keepNext(teller.at(-40).as('rui'), { table: 'clause_template', content: improved }, id, 1);
  const scope = teller.at(-100).as('marit');
  const { inForce } = await getAgreement(scope, agreementId);
  if (!inForce) throw new Error('the exchange is in force');
  const template = {
    ...blankTemplate(inForce.terms, inForce.clauses),
    title: { en: 'Coastal micro-major', 'zh-CN': '海岸微专业' },
    purpose: {
      en: 'Universities and employers on the coast teach a micro-major together.',
      'zh-CN': '沿海高校与用人单位共同开设微专业。',
    },
  };
  await keepNew(scope, { table: 'agreement_template', content: template });
}

/** A teacher is asked for her opinion on the version that is negotiated. */
export async function tellGuest(teller: Teller, agreementId: string): Promise<void> {
  const { personId } = teller.cast.member('helena');
  await inviteGuest(teller.at(-8).as('rui'), agreementId, { personId, may: 'comment' });
}

/** A supervisor looks up who comes; the learners read that he did. */
export async function tellLook(teller: Teller): Promise<void> {
  const scope = teller.at(-4).as('jonas');
  const [grant] = (await getGrants(scope)).items;
  if (grant) await lookUnderGrant(scope, grant.id, {});
}
