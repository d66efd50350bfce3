import { phaseOf } from '@collegium/contract/partnerships/phase.ts';
import { publicFields, type PublicField } from '@collegium/contract/partnerships/terms.ts';
import type { PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { agreementMachine } from '@collegium/contract/states/agreement.ts';
import type { Actor } from '../platform/scope.ts';
import type { PartnershipDetailRow } from './detail-query.ts';
import { canChangePartnership } from './policy.ts';

/** The page of a partnership: everything for members and administrators of the network, its public face for others. */
export function presentDetail(actor: Actor, row: PartnershipDetailRow, now: Date): PartnershipDetail {
  const isInside = row.is_member || actor.role === 'network_administrator';
  const chosen = row.public_fields as PublicField[];
  const shown = isInside ? [...publicFields] : chosen;
  const part = <T>(field: PublicField, items: T[]): T[] => (shown.includes(field) ? items : []);
  const current = row.members.filter(({ leftOn }) => leftOn === null);
  const isEnded = row.ended_on !== null;
  const mayChange =
    !isEnded &&
    canChangePartnership(
      actor,
      current.map(({ id }) => id),
    );
  return {
    id: row.id,
    name: row.name,
    model: row.model,
    phase: phaseOfRow(row, current.length, now),
    isMember: row.is_member,
    isOpen: row.is_open,
    shown,
    publicFields: chosen,
    purpose: shown.includes('purpose') ? row.purpose : '',
    createdAt: row.created_at.toISOString(),
    endedOn: row.ended_on,
    endReason: isInside ? row.end_reason : null,
    members: part('members', isInside ? row.members : current).map((member) => ({
      organisation: { id: member.id, name: member.name, shortMark: member.shortMark },
      role: member.role,
      joinedOn: member.joinedOn,
      leftOn: member.leftOn,
      city: member.city,
      country: member.country,
      units: member.units,
      latitude: member.latitude,
      longitude: member.longitude,
      offers: part('offers', member.offers),
      needs: part('offers', member.needs),
    })),
    goals: part('goals', row.goals).map(({ ownerId, ownerName, ownerMark, ...goal }) => ({
      ...goal,
      owner: { id: ownerId, name: ownerName, shortMark: ownerMark },
    })),
    groups: isInside ? row.groups : [],
    people: isInside
      ? row.people
      : part(
          'contacts',
          row.people.filter(({ groupId }) => groupId === null),
        ),
    agreements: part('agreements', row.agreements).map(({ id, title, state, endsOn, word, isVisible }) => ({
      id,
      title,
      state,
      endsOn,
      isVisible,
      word: isInside ? word : null,
    })),
    requests: row.requests
      .filter(({ organisationId }) => mayChange || organisationId === actor.organisationId)
      .map((request) => ({
        id: request.id,
        organisation: { id: request.organisationId, name: request.name, shortMark: request.shortMark },
        kind: request.kind,
        role: request.role,
        message: request.message,
        askedAt: new Date(request.askedAt).toISOString(),
        version: request.version,
        abilities: {
          answer:
            request.kind === 'application'
              ? mayChange && roleHas(actor.role, 'partnership:join')
              : isOwnRequest(actor, request),
          withdraw: request.kind === 'invitation' ? mayChange : isOwnRequest(actor, request),
        },
      })),
    activity: isInside ? row.activity.map(presentHappening) : [],
    decisions: isInside ? row.decisions.map(presentHappening) : [],
    version: row.version,
    abilities: {
      change: mayChange,
      end: mayChange,
      apply:
        !isEnded &&
        row.is_open &&
        !row.is_member &&
        roleHas(actor.role, 'partnership:join') &&
        row.requests.every(({ organisationId }) => organisationId !== actor.organisationId),
    },
  };
}

function presentHappening<Event extends { at: Date | string }>(event: Event) {
  return { ...event, at: new Date(event.at).toISOString() };
}

/** Members answer an application; the organisation that was asked answers an invitation. Whoever asked may take it back. */
function isOwnRequest(actor: Actor, request: { organisationId: string }): boolean {
  return roleHas(actor.role, 'partnership:join') && request.organisationId === actor.organisationId;
}

function phaseOfRow(row: PartnershipDetailRow, members: number, now: Date) {
  const inForce = row.agreements.filter(({ state }) => agreementMachine.groups.bound.some((bound) => bound === state));
  const entered = row.agreements.flatMap(({ enteredOn }) => enteredOn ?? []).toSorted();
  return phaseOf(
    {
      endedOn: row.ended_on,
      members,
      membersEver: row.members.length,
      agreementsInForce: inForce.length,
      agreementsNegotiated: row.agreements.filter(({ state }) => state === agreementMachine.initial).length,
      goals: row.goals.length,
      lastPlaceMonth: row.last_place_month,
      lastAgreementOn: entered.at(-1) ?? null,
    },
    now.toISOString().slice(0, 10),
  );
}
