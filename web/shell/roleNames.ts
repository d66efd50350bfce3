import type { Role } from '@collegium/contract/roles';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

/** In what capacity somebody acts, as said below the organisation's name. */
export const asRole: Record<Role, MessageDescriptor> = {
  network_administrator: msg`as network administrator`,
  coordinator: msg`as coordinator`,
  organisation_administrator: msg`as administrator`,
  teacher: msg`as teacher`,
  learner: msg`as learner`,
  host_supervisor: msg`as host supervisor`,
  evaluator: msg`as evaluator`,
};
