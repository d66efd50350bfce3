import { randomBytes } from 'node:crypto';
import type { AgreementRecord } from '@collegium/contract/agreements/record.ts';
import type { AgreementTerms } from '@collegium/contract/agreements/terms.ts';
import { canonicalHash } from '@collegium/matching';
import type { TestApp } from '../../testing/app.ts';
import type { TestMember, TestOrganisation } from '../../testing/world.ts';
import { signInCookie } from '../../platform/auth/sign-in-token.ts';
import { type Database, jsonb } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';

export interface ApprovedVersion {
  agreementId: string;
  versionId: string;
  hash: string;
  record: AgreementRecord;
}

export const testTerms: AgreementTerms = {
  title: { en: 'Coast exchange', 'zh-CN': '海岸交换' },
  authenticLanguage: 'en',
  startsOn: null,
  endsOn: '2028-08-31',
  renewal: 'none',
  renewalMonths: null,
  noticeDays: 180,
  accession: 'all_sign',
  withdrawal: 'by_notice',
};

/** An agreement whose first version all parties have approved: nobody has been named to sign yet. */
export async function addApprovedVersion(
  world: { network: Database; clock: { at: Date } },
  parties: readonly TestOrganisation[],
  terms: Partial<AgreementTerms> = {},
): Promise<ApprovedVersion> {
  const [agreementId, versionId] = [newId(), newId()];
  const now = world.clock.at;
  const reference = `T-${randomBytes(4).toString('hex')}`;
  const record: AgreementRecord = {
    format: 'collegium.agreement/1',
    agreementId,
    reference,
    number: 1,
    basedOn: null,
    terms: { ...testTerms, ...terms },
    parties: parties.map(({ id, name }, index) => ({
      organisationId: id,
      name,
      country: 'PT',
      role: index === 0 ? 'lead' : 'party',
    })),
    clauses: [
      {
        key: 'purpose',
        kind: 'text',
        title: { en: 'Purpose', 'zh-CN': '宗旨' },
        text: { en: 'The parties exchange learners.\n\nEach keeps its own rules.', 'zh-CN': '各方交换学习者。' },
        fields: [],
      },
      {
        key: 'places',
        kind: 'commitment',
        title: { en: 'Exchange places', 'zh-CN': '交换名额' },
        text: { en: 'The first party offers {places} places a year.' },
        fields: [{ key: 'places', type: 'number', label: { en: 'Places' }, value: 12 }],
        commitment: {
          measure: 'places_offered',
          promiser: parties[0]?.id ?? '',
          beneficiary: 'all',
          quantity: 12,
          unit: 'places',
          periodStart: '2026-09-01',
          periodEnd: '2028-08-31',
          every: 'year',
        },
      },
    ],
  };
  const hash = canonicalHash(record);
  const created = { created_at: now };
  await world.network
    .insertInto('agreement')
    .values({ id: agreementId, reference, template: 'student_exchange', title: jsonb(testTerms.title), ...created })
    .execute();
  await world.network
    .insertInto('agreement_version')
    .values({
      id: versionId,
      agreement_id: agreementId,
      number: 1,
      state: 'approved',
      terms: jsonb(record.terms),
      content: jsonb(record),
      hash,
      proposed_at: now,
      approved_at: now,
      ...created,
    })
    .execute();
  await world.network
    .insertInto('agreement_party')
    .values(
      parties.map(({ id }, index) => ({
        agreement_id: agreementId,
        organisation_id: id,
        position: index,
        role: index === 0 ? ('lead' as const) : ('party' as const),
      })),
    )
    .execute();
  return { agreementId, versionId, hash, record };
}

/** The header of a browser in which somebody signed in `secondsAgo`. */
export async function signedIn(world: TestApp, member: TestMember, secondsAgo = 60): Promise<Record<string, string>> {
  const token = randomBytes(16).toString('hex');
  const at = new Date(world.clock.at.getTime() - secondsAgo * 1_000);
  await world.db
    .insertInto('platform.sign_in')
    .values({
      id: newId(),
      user_id: member.accountId,
      token,
      created_at: at,
      expires_at: new Date(at.getTime() + 86_400_000),
    })
    .execute();
  return { cookie: signInCookie(token, { secret: world.services.config.secret, isSecure: false }).split(';')[0] ?? '' };
}
