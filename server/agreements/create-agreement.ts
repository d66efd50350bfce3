import type { Clause } from '@collegium/contract/agreements/clause.ts';
import type { AgreementInput } from '@collegium/contract/agreements/input.ts';
import type { TemplateContent } from '@collegium/contract/agreements/template.ts';
import type { AgreementTerms } from '@collegium/contract/agreements/terms.ts';
import type { AgreementMoved } from '@collegium/contract/agreements/views.ts';
import type { PartyRole } from '@collegium/contract/agreements/record.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import { sql, type QueryCreator, type Selectable } from 'kysely';
import { allStand, refuseWhoIsGone } from '../organisations/standing.ts';
import { change } from '../platform/audit/change.ts';
import { jsonb, schemaOf } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import { newId } from '../platform/ids.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';
import { searchWords } from '../platform/search/words.ts';
import { newReference } from './reference.ts';
import { getTemplate } from './templates.ts';
import { checkTerms, columnsOfTerms } from './terms.ts';

/**
 * Begins an agreement with its first draft, made from a template, to which the actor's organisation is a party; `clausesOf`
 * may choose others than the template's. Throws agreement.template_not_found, agreement.own_organisation_missing,
 * agreement.party_repeated, organisation.merged_away, organisation.gone and what terms are refused for.
 */
export async function createAgreement(
  scope: MemberScope,
  input: AgreementInput,
  clausesOf = ({ clauses }: TemplateContent): readonly Clause[] => clauses,
): Promise<AgreementMoved> {
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
  const row = {
    ...columnsOfTerms(terms),
    title: terms.title,
    id,
    reference,
    partnership_id: input.partnershipId ?? null,
    template: input.template,
    search_text: searchWords(reference, ...Object.values(terms.title)),
    created_at: now,
    created_by: scope.actor.personId,
  };
  const rows = await change(
    scope,
    (db) =>
      db
        .with('changed', (qc) =>
          qc
            .insertInto('agreement')
            .columns(agreementColumns)
            .expression((eb) =>
              eb.selectFrom(given(scope, row)).select(agreementColumns).where(allStand(organisations)),
            )
            .returning('id'),
        )
        .with('draft', (qc) =>
          qc
            .insertInto('agreement_version')
            .columns(['id', 'agreement_id', 'number', 'state', 'terms', 'created_at', 'created_by'])
            .expression((eb) =>
              eb
                .selectFrom('changed')
                .select([
                  sql<string>`${versionId}::uuid`.as('id'),
                  'changed.id as agreement_id',
                  sql<number>`1`.as('number'),
                  sql<typeof versionMachine.initial>`${versionMachine.initial}::text`.as('state'),
                  sql<AgreementTerms>`${jsonb(terms)}::jsonb`.as('terms'),
                  sql<Date>`${now}::timestamptz`.as('created_at'),
                  sql<string>`${scope.actor.personId}::uuid`.as('created_by'),
                ]),
            )
            .returning('id'),
        )
        .with('parties', (qc) => insertParties(qc, withLead(input.parties), scope.actor))
        .with('clauses', (qc) => insertClauses(qc, clausesOf(template), scope)),
    {
      action: 'agreement.created',
      objectType: 'agreement',
      details: { template: input.template, reference, parties: organisations },
    },
  );
  if (rows.length > 0) return { id, version: 1 };
  await refuseWhoIsGone(scope, organisations);
  throw new Problem('request.conflict');
}

const agreementColumns = [
  'id',
  'reference',
  'partnership_id',
  'template',
  'title',
  'starts_on',
  'ends_on',
  'renewal',
  'renewal_months',
  'notice_days',
  'accession',
  'withdrawal',
  'search_text',
  'created_at',
  'created_by',
] as const;

/** The row of `agreement` that the columns make, to be inserted under a condition. */
function given(scope: MemberScope, row: object) {
  const table = sql.raw(`${schemaOf(scope.network.slug)}.agreement`);
  return sql<Selectable<Tables['agreement']>>`jsonb_populate_record(null::${table}, ${jsonb(row)})`.as<'given'>(
    sql.raw('given'),
  );
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

type Made = QueryCreator<Tables & { changed: { id: string }; draft: { id: string } }>;

function insertParties(qc: Made, parties: Party[], actor: MemberScope['actor']) {
  const rows = parties.map(({ organisationId, role }, position) => ({
    organisation_id: organisationId,
    position,
    role,
    responsible_id: organisationId === actor.organisationId ? actor.personId : null,
  }));
  type Row = (typeof rows)[number];
  return qc
    .insertInto('agreement_party')
    .columns(['agreement_id', 'organisation_id', 'position', 'role', 'responsible_id'])
    .expression((eb) =>
      eb
        .selectFrom([
          'changed',
          sql<Row>`jsonb_to_recordset(${jsonb(rows)})`.as<'party'>(
            sql`party (organisation_id uuid, position integer, role text, responsible_id uuid)`,
          ),
        ])
        .select(['changed.id', 'party.organisation_id', 'party.position', 'party.role', 'party.responsible_id']),
    );
}

/** Writes the clauses of the new draft, in their order. */
function insertClauses(qc: Made, clauses: readonly Clause[], scope: MemberScope) {
  const rows = clauses.map((body, index) => ({
    id: newId(),
    clause_key: body.key,
    position: (index + 1) * 1_000,
    body,
  }));
  type Row = (typeof rows)[number];
  return qc
    .insertInto('draft_clause')
    .columns(['id', 'agreement_version_id', 'clause_key', 'position', 'body', 'changed_at', 'changed_by'])
    .expression((eb) =>
      eb
        .selectFrom([
          'draft',
          sql<Row>`jsonb_to_recordset(${jsonb(rows)})`.as<'clause'>(
            sql`clause (id uuid, clause_key text, position integer, body jsonb)`,
          ),
        ])
        .select((clause) => [
          'clause.id',
          'draft.id as agreement_version_id',
          'clause.clause_key',
          clause.ref('clause.position').as('position'),
          'clause.body',
          sql<Date>`${scope.clock.now()}::timestamptz`.as('changed_at'),
          sql<string>`${scope.actor.personId}::uuid`.as('changed_by'),
        ]),
    );
}
