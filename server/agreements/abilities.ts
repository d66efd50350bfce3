import type { AgreementView } from '@collegium/contract/agreements/views.ts';
import type { ReviewStep } from '@collegium/contract/agreements/review.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import { versionMachine } from '@collegium/contract/states/agreement-version.ts';
import type { Actor } from '../platform/scope.ts';
import type { AgreementRow } from './detail-query.ts';
import { canActFor, canComment, canEditAgreement, canReadAgreement, decidesStep, type Standing } from './policy.ts';
import { dueStep } from './review-chain.ts';

/** How everybody stands to an agreement, from its row. */
export function standingOf(row: Pick<AgreementRow, 'parties' | 'guests' | 'requests'>): Standing {
  return {
    parties: row.parties,
    guests: row.guests,
    joining: row.requests
      .filter(({ kind, state }) => kind === 'accession' && (state === 'open' || state === 'agreed'))
      .map(({ organisation_id: id }) => id),
  };
}

export function canRead(actor: Actor, row: AgreementRow): boolean {
  return canReadAgreement(actor, standingOf(row));
}

/** What this actor may do with an agreement now: role, party and state together. */
export function abilitiesOf(actor: Actor, row: AgreementRow): AgreementView['abilities'] {
  const standing = standingOf(row);
  const isDraft = row.open?.state === 'draft';
  const isOpen = agreementMachine.groups.open.includes(row.state);
  const canEdit = canEditAgreement(actor, standing);
  const canAct = canActFor(actor, standing, 'agreement:change');
  return {
    edit: isDraft && canEdit,
    comment: isOpen && row.open !== null && canComment(actor, standing),
    propose: isDraft && canAct,
    decide: yourSteps(actor, row).length > 0,
    startVersion:
      isOpen && canEdit && (row.open === null || versionMachine.moves.replace.from.includes(row.open.state)),
    abandon: isOpen && row.open !== null && canAct,
    manage: isOpen && canAct,
    ask: agreementMachine.groups.bound.includes(row.state) && canActFor(actor, standing, 'agreement:decide'),
  };
}

/** The steps of the review that wait for this actor. */
export function yourSteps(actor: Actor, row: AgreementRow): ReviewStep[] {
  const { open } = row;
  if (!open || !versionMachine.moves.approve.from.includes(open.state)) return [];
  const mine = row.parties.find((party) => party.organisation_id === actor.organisationId && party.left_on === null);
  const step = mine && dueStep(mine);
  if (!step) return [];
  const named = mine.reviewers.find((reviewer) => reviewer.step === step)?.person_id;
  return decidesStep(actor, step, named) ? [step] : [];
}
