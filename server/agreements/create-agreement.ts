import type { Clause } from '@collegium/contract/agreements/clause.ts';
import type { AgreementInput } from '@collegium/contract/agreements/input.ts';
import type { AgreementTerms } from '@collegium/contract/agreements/terms.ts';
import type { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import type { PartyRole } from '@collegium/contract/agreements/record.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql, type QueryCreator } from 'kysely';
import { change } from '../platform/audit/change.ts';
import { jsonb } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { searchWords } from '../platform/search/words.ts';
import { newReference } from './reference.ts';
import { getTemplate } from './templates.ts';
import { checkTerms, columnsOfTerms } from './terms.ts';

/**
 * Begins an agreement with its first draft, made from a template, to which the actor's organisation is a party.
 * Throws agreement.template_not_found, agreement.own_organisation_missing, agreement.party_repeated and what terms are refused for.
 */
export async function createAgreement(scope: MemberScope, input: AgreementInput): Promise<AgreementMoved> {
  const organisations = input.parties.map(({ organisationId }) => organisationId);
  if (!organisations.includes(scope.actor.organisationId)) throw new Problem('agreement.own_organisation_missing');
  if (new Set(organisations).size < organisations.length) throw new Problem('agreement.party_repeated');
  const template = await getTemplate(scope, input.template);
  const terms: AgreementTerms = {
    ...template.terms,
    title: input.title ?? template.title,
    authenticLanguage: input.authenticLanguage ?? template.terms.authenticLanguage,
    startsOn: input.startsOn === undefined ? template.terms.startsOn : input.startsOn,
    endsOn: input.endsOn === undefined ? template.terms.endsOn : input.endsOn,
  };
  checkTerms(terms);
  const now = scope.clock.now();
  const [id, versionId, reference] = [newId(), newId(), newReference(now)];
  await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .insertInto('agreement')
            .values({
              ...columnsOfTerms(terms),
              id,
              reference,
              partnership_id: input.partnershipId ?? null,
              template: input.template,
              search_text: searchWords(reference, ...Object.values(terms.title)),
              created_at: now,
              created_by: scope.actor.personId,
            })
            .returning('id'),
        )
        .with('draft', (qc) =>
          qc.insertInto('agreement_version').values({
            id: versionId,
            agreement_id: id,
            number: 1,
            state: versionMachine.initial,
            terms: jsonb(terms),
            created_at: now,
            created_by: scope.actor.personId,
          }),
        )
        .with('parties', (qc) => insertParties(qc, id, withLead(input.parties), scope.actor))
        .with('clauses', (qc) => insertClauses(qc, versionId, template.clauses, scope)),
    {
      action: 'agreement.created',
      objectType: 'agreement',
      details: { template: input.template, reference, parties: organisations },
    },
  );
  return { id, version: 1 };
}

type Party = { organisationId: string; role: PartyRole };

/** Somebody leads: who is named as lead, else the first. */
function withLead(parties: AgreementInput['parties']): Party[] {
  const lead = parties.findIndex(({ role }) => role === 'lead');
  return parties.map(({ organisationId }, index) => ({
    organisationId,
    role: index === Math.max(lead, 0) ? 'lead' : 'party',
  }));
}

function insertParties(qc: QueryCreator<Tables>, id: string, parties: Party[], actor: MemberScope['actor']) {
  return qc.insertInto('agreement_party').values(
    parties.map(({ organisationId, role }, position) => ({
      agreement_id: id,
      organisation_id: organisationId,
      position,
      role,
      responsible_id: organisationId === actor.organisationId ? actor.personId : null,
    })),
  );
}

/** Writes the clauses of a new draft, in their order. Pure insertion; the version must be made by the same statement. */
export function insertClauses(
  qc: QueryCreator<Tables>,
  versionId: string,
  clauses: readonly Clause[],
  scope: MemberScope,
) {
  return qc
    .insertInto('draft_clause')
    .columns(['id', 'agreement_version_id', 'clause_key', 'position', 'body', 'changed_at', 'changed_by'])
    .expression((eb) =>
      eb
        .selectFrom(
          sql<{ id: string; clause_key: string; position: number; body: Clause }>`jsonb_to_recordset(${JSON.stringify(
            clauses.map((body, index) => ({ id: newId(), clause_key: body.key, position: (index + 1) * 1_000, body })),
          )}::jsonb)`.as<'given'>(sql`given (id uuid, clause_key text, position integer, body jsonb)`),
        )
        .select((given) => [
          'given.id',
          sql<string>`${versionId}::uuid`.as('agreement_version_id'),
          'given.clause_key',
          given.ref('given.position').as('position'),
          'given.body',
          sql<Date>`${scope.clock.now()}::timestamptz`.as('changed_at'),
          sql<string>`${scope.actor.personId}::uuid`.as('changed_by'),
        ]),
    );
}
