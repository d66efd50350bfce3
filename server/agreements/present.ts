import type { AgreementView, PartyView, VersionSummary, VersionText } from '@collegium/contract/agreements/views.ts';
import { unfilledOf } from '@collegium/contract/agreements/unfilled.ts';
import type { MemberScope } from '../platform/scope.ts';
import { abilitiesOf, yourSteps } from './abilities.ts';
import type { AgreementRow } from './detail-query.ts';
import { faultsOf } from './faults.ts';
import { presentRequest } from './present-request.ts';

type TextRow = NonNullable<AgreementRow['open']>;

/** An agreement as its page shows it to this reader. */
export function presentAgreement(scope: MemberScope, row: AgreementRow): AgreementView {
  const open = row.open && presentText(row.open);
  return {
    id: row.id,
    reference: row.reference,
    template: row.template,
    partnership: row.partnership_id === null ? null : { id: row.partnership_id, name: row.partnership_name ?? '' },
    state: row.state,
    title: row.title,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    renewal: row.renewal,
    renewalMonths: row.renewal_months,
    noticeDays: row.notice_days,
    accession: row.accession,
    withdrawal: row.withdrawal,
    endedAt: row.ended_at && row.ended_at.toISOString(),
    endReason: row.end_reason,
    dormantSince: row.dormant_since && row.dormant_since.toISOString(),
    inForce: row.in_force && presentText(row.in_force),
    open,
    versions: row.versions.map(presentVersion),
    parties: row.parties.map(presentParty),
    guests: row.guests.map((guest) => ({
      person: { id: guest.person_id, name: guest.person_name },
      may: guest.may,
      invitedFor: guest.invited_for,
      organisation: guest.organisation,
    })),
    requests: row.requests.map((request) => presentRequest(request, row, scope.actor)),
    unfilled: open?.state === 'draft' ? unfilledOf(open.clauses, open.terms.authenticLanguage) : [],
    faults: open?.state === 'draft' ? faultsOfDraft(scope, row, open) : [],
    yourSteps: yourSteps(scope.actor, row),
    version: row.version,
    abilities: abilitiesOf(scope.actor, row),
  };
}

function faultsOfDraft({ language }: MemberScope, row: AgreementRow, { clauses, terms }: VersionText) {
  const parties = row.parties.filter(({ left_on }) => left_on === null).map((party) => party.organisation_id);
  return faultsOf({ clauses, parties, authenticLanguage: terms.authenticLanguage }, language);
}

/** A version's text: the record once it is frozen, else the rows of the draft. */
export function presentText(row: TextRow): VersionText {
  return {
    number: row.number,
    state: row.state,
    hash: row.hash,
    version: row.version,
    terms: row.content?.terms ?? row.terms,
    clauses: row.content?.clauses ?? row.draft.map(({ body }) => body),
    edits: Object.fromEntries(
      row.draft.map((clause) => [
        clause.clause_key,
        {
          version: clause.version,
          changedAt: new Date(clause.changed_at).toISOString(),
          changedBy: named(clause.editor_id, clause.editor_name),
        },
      ]),
    ),
  };
}

function presentVersion(row: AgreementRow['versions'][number]): VersionSummary {
  return {
    id: row.id,
    number: row.number,
    basedOn: row.based_on,
    state: row.state,
    hash: row.hash,
    version: row.version,
    createdAt: new Date(row.created_at).toISOString(),
    createdBy: named(row.created_by_id, row.created_by_name),
    proposedAt: instant(row.proposed_at),
    proposedBy: named(row.proposed_by_id, row.proposed_by_name),
    approvedAt: instant(row.approved_at),
    sealedAt: instant(row.sealed_at),
    closedAt: instant(row.closed_at),
    closeReason: row.close_reason,
  };
}

function presentParty(row: AgreementRow['parties'][number]): PartyView {
  return {
    organisationId: row.organisation_id,
    name: row.name,
    shortMark: row.short_mark,
    role: row.role,
    joinedOn: row.joined_on,
    leftOn: row.left_on,
    mergedInto: named(row.merged_into_id, row.merged_into_name),
    responsible: named(row.responsible_id, row.responsible_name),
    chain: row.chain as PartyView['chain'],
    reviewers: row.reviewers.map((reviewer) => ({
      step: reviewer.step,
      person: { id: reviewer.person_id, name: reviewer.person_name },
    })),
    decisions: row.decisions.map((decision) => ({
      step: decision.step,
      decision: decision.decision,
      reason: decision.reason,
      person: { id: decision.person_id, name: decision.person_name },
      at: new Date(decision.at).toISOString(),
    })),
  };
}

/** Instants inside JSON come as PostgreSQL writes them. */
function instant(value: Date | string | null): string | null {
  return value && new Date(value).toISOString();
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null || name === null ? null : { id, name };
}
