import type { ResourceView } from '@collegium/contract/sharing/resources.ts';
import { roleHas } from '@collegium/contract/permissions.ts';
import { canMove } from '@collegium/contract/states/machine.ts';
import { resourceMachine } from '@collegium/contract/states/resource.ts';
import type { Actor } from '../../platform/scope.ts';
import { linksFor, type Site } from './links-for.ts';
import { canChangeResourcesOf } from '../policy.ts';
import type { ResourceRow } from './resource-query.ts';

/** A resource as this actor reads it, with what they may do next; `site` asks libraries for its titles. */
export function presentResource(actor: Actor, row: ResourceRow, site: Site): ResourceView {
  const isOwn = canChangeResourcesOf(actor, row.organisation_id);
  const move = (name: keyof typeof resourceMachine.moves) => isOwn && canMove(resourceMachine, name, row.state);
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    stateReason: row.state_reason,
    stateSince: row.state_since.toISOString(),
    owner: { id: row.organisation_id, name: row.owner_name, shortMark: row.owner_mark },
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
    name: row.name,
    description: row.description,
    skills: row.skills,
    services: row.services,
    fieldCode: row.field_code,
    accessories: row.accessories,
    address: row.address,
    city: row.city,
    country: row.country,
    latitude: row.latitude,
    longitude: row.longitude,
    timeZone: row.time_zone,
    url: isOwn ? row.url : null,
    isbn: row.isbn,
    issn: row.issn,
    doi: row.doi,
    links: linksFor(actor, row, site),
    sharedAs: row.shared_as,
    units: row.units,
    unitsFree: Math.max(0, row.units - row.units_out),
    audience: row.audience,
    circle: row.circle,
    openUntil: row.open_until,
    namesAgreements: row.names_agreements,
    agreements: row.agreements,
    rules: rulesOf(row),
    checkInCode: isOwn ? row.check_in_code : null,
    openings: row.openings,
    exceptions: row.exceptions,
    quotas: row.quotas.map(({ per, period, limitMinutes, startsOn, endsOn }) => ({
      per,
      period,
      limitMinutes,
      startsOn: startsOn ?? null,
      endsOn: endsOn ?? null,
    })),
    rates: row.rates,
    shares: row.shares,
    parts: row.parts,
    serves: row.serves,
    qualifications: row.qualifications,
    files: row.files,
    plannedMaintenance: row.planned_maintenance,
    history: row.history,
    version: row.version,
    abilities: {
      change: isOwn && row.state !== 'retired',
      maintain: move('maintain'),
      restore: move('restore'),
      retire: move('retire'),
      book: row.state === 'in_service' && roleHas(actor.role, 'booking:make'),
    },
  };
}

export function rulesOf(row: ResourceRow): ResourceView['rules'] {
  return {
    gridMinutes: row.grid_minutes,
    shortestMinutes: row.shortest_minutes,
    longestMinutes: row.longest_minutes,
    noticeMinutes: row.notice_minutes,
    horizonDays: row.horizon_days,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    cancelNoticeMinutes: row.cancel_notice_minutes,
    approvalChain: row.approval_chain,
    checkIn: row.check_in,
    releaseAfterMinutes: row.release_after_minutes,
    acceptWithinMinutes: row.accept_within_minutes,
    fairShareHours: row.fair_share_hours,
  };
}
