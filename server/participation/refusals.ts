import { participationMachine, type ParticipationState } from '@collegium/contract/states/participation.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { MemberScope } from '../platform/scope.ts';

/** The problem of a step that the state does not allow, in the reader's language. */
export function notWhile(state: ParticipationState, scope: Pick<MemberScope, 'language'>): Problem {
  const words = participationMachine.states[state];
  return new Problem('request.move_not_allowed', {
    state: scope.language.startsWith('zh') ? words['zh-CN'] : words.en,
  });
}
