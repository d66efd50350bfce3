import type { CommitmentWord } from '@collegium/contract/commitments/judge';
import type { OfferKind } from '@collegium/contract/offer-kinds';
import type { PartnershipPhase } from '@collegium/contract/partnerships/phase';
import type { MemberRole, PartnershipModel } from '@collegium/contract/partnerships/terms';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Tone } from '../ui/Status.tsx';

type Toned<Value extends string> = Record<Value, { tone: Tone; name: MessageDescriptor }>;

export const modelNames: Record<PartnershipModel, MessageDescriptor> = {
  bilateral: msg`Two partners`,
  consortium: msg`Consortium`,
  community: msg`Community`,
  digital: msg`Digital partnership`,
  industry_university_research: msg`Industry, university and research`,
};

export const roleNames: Record<MemberRole, MessageDescriptor> = {
  lead: msg`Leads`,
  partner: msg`Partner`,
  associated: msg`Associated`,
  funder: msg`Funds`,
  observer: msg`Observes`,
};

export const phases: Toned<PartnershipPhase> = {
  exploring: { tone: 'idle', name: msg`Exploring` },
  forming: { tone: 'wait', name: msg`Forming` },
  active: { tone: 'good', name: msg`Active` },
  dormant: { tone: 'idle', name: msg`Dormant` },
  ended: { tone: 'stopped', name: msg`Ended` },
};

export const healthWords: Toned<CommitmentWord> = {
  kept: { tone: 'good', name: msg`Kept` },
  on_track: { tone: 'good', name: msg`On track` },
  at_risk: { tone: 'bad', name: msg`At risk` },
  missed: { tone: 'bad', name: msg`Missed` },
  not_yet_due: { tone: 'idle', name: msg`Not yet due` },
};

export const kindNames: Record<OfferKind, MessageDescriptor> = {
  internship: msg`Internships`,
  course: msg`Courses`,
  exchange_place: msg`Exchange places`,
  resource_time: msg`Time on resources`,
};
