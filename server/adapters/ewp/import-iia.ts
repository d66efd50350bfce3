import type { Clause } from '@collegium/contract/agreements/clause.ts';
import { createAgreement } from '../../agreements/create-agreement.ts';
import type { MemberScope } from '../../platform/scope.ts';
import { type Iia, IiaError } from './iia.ts';
import { identifiersKey, unknownNumber } from './iias-of-record.ts';
import { clauseOfMobility } from './mobility-clause.ts';

/** Clauses of the template that say what the mobilities of the file say instead. */
const replaced = ['places', 'places-in-return', 'balance'];

/**
 * Begins an agreement from one that another system wrote: a draft of the student exchange template whose promises are the
 * mobilities. The parties approve and sign it here like any other. Throws an `IiaError` when a partner is not in the
 * register, and what `createAgreement` throws.
 */
export async function importIia(
  scope: MemberScope,
  iia: Iia,
  organisationOf: (heiId: string) => string | undefined,
): Promise<string> {
  refuseEmpty(iia);
  const known = (heiId: string): string => {
    const id = organisationOf(heiId);
    if (id === undefined) throw new IiaError('iia.partner_unknown', { code: heiId });
    return id;
  };
  const promised = [
    ...iia.mobilities.map((mobility, index) => clauseOfMobility(mobility, index + 1, known)),
    identifiersClause(iia),
  ];
  const { id } = await createAgreement(
    scope,
    {
      template: 'student_exchange',
      parties: iia.partners.map(({ heiId }) => ({ organisationId: known(heiId) })),
    },
    ({ clauses }) =>
      clauses
        .filter(({ key }) => !replaced.includes(key))
        .flatMap((clause) => (clause.key === 'purpose' ? [clause, ...promised] : [clause])),
  );
  return id;
}

/** Throws an `IiaError` when there is nothing that an agreement could be begun from. */
export function refuseEmpty({ isTerminatedAsAWhole, mobilities }: Iia): void {
  if (isTerminatedAsAWhole) throw new IiaError('iia.terminated');
  if (mobilities.length === 0) throw new IiaError('iia.no_conditions');
}

function identifiersClause({ partners }: Iia): Clause {
  return {
    key: identifiersKey,
    kind: 'text',
    title: { en: 'Numbers of this agreement', 'zh-CN': '协议编号' },
    text: {
      en: partners.map(({ heiId }, index) => `${heiId}: {iiaId${index + 1}}`).join('\n\n'),
      'zh-CN': partners.map(({ heiId }, index) => `${heiId}：{iiaId${index + 1}}`).join('\n\n'),
    },
    fields: partners.map(({ heiId, iiaId }, index) => ({
      key: `iiaId${index + 1}`,
      type: 'text',
      label: { en: heiId },
      value: iiaId ?? unknownNumber,
    })),
  };
}
