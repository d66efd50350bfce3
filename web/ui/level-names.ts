import type { Level } from '@collegium/contract/levels';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** The levels of learning: the same words on every page. */
export const levelNames: Record<Level, MessageDescriptor> = {
  school: msg`School`,
  vocational: msg`Vocational training`,
  bachelor: msg`Bachelor`,
  master: msg`Master`,
  doctoral: msg`Doctorate`,
  continuing: msg`Continuing education`,
};
