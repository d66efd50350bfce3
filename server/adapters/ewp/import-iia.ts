import type { Clause } from '@collegium/contract/agreements/clause.ts';
import { removeClause } from '../../agreements/change-clause.ts';
import { createAgreement } from '../../agreements/create-agreement.ts';
import { addClause } from '../../agreements/order-clauses.ts';
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
  if (iia.isTerminatedAsAWhole)
    throw new IiaError('The partners ended this agreement as a whole; there is nothing to begin.');
  if (iia.mobilities.length === 0)
    throw new IiaError('The agreement has no conditions yet, so there is nothing to begin.');
  const known = (heiId: string): string => {
    const id = organisationOf(heiId);
    if (id === undefined)
      throw new IiaError(
        `No organisation of this network has the code ${heiId}. Give it with --hei ${heiId}=<organisation>.`,
      );
    return id;
  };
  const clauses = [
    ...iia.mobilities.map((mobility, index) => clauseOfMobility(mobility, index + 1, known)),
    identifiersClause(iia),
  ];
  const { id } = await createAgreement(scope, {
    template: 'student_exchange',
    parties: iia.partners.map(({ heiId }) => ({ organisationId: known(heiId) })),
  });
  for (const key of replaced) await removeClause(scope, id, key, 1);
  let after = 'purpose';
  for (const clause of clauses) {
    await addClause(scope, id, { clause, after });
    after = clause.key;
  }
  return id;
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
