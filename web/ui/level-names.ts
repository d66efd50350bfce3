import type { Level } from '@collegium/contract/eligibility';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The levels of learning, as people choose them. */
export const levelNames: Record<Level, MessageDescriptor> = {
  school: msg`School`,
  vocational: msg`Vocational`,
  bachelor: msg`Bachelor`,
  master: msg`Master`,
  doctoral: msg`Doctoral`,
  continuing: msg`Continuing education`,
};
