import type { Permission } from '../permissions.ts';

/** How a state is coloured and drawn; see the status vocabulary of the interface. */
export type Tone = 'idle' | 'active' | 'wait' | 'good' | 'bad';

export interface StateDefinition {
  tone: Tone;
  en: string;
  'zh-CN': string;
}

export interface Move<State extends string> {
  from: readonly State[];
  to: State;
  /** Who may make the move; null when only the server makes it (a deadline passes). */
  by: Permission | null;
  /** Those concerned read why. */
  needsReason?: true;
  en: string;
  'zh-CN': string;
}

/** One noun's life: its states, the moves between them, and named groups of states. At most eight states. */
export interface Machine<State extends string, MoveName extends string, Group extends string> {
  noun: string;
  initial: State;
  states: Record<State, StateDefinition>;
  moves: Record<MoveName, Move<State>>;
  groups: Record<Group, readonly State[]>;
}

/** Keeps the literal types of a machine while checking its shape. */
export function machine<State extends string, MoveName extends string, Group extends string>(
  definition: Machine<State, MoveName, Group>,
): Machine<State, MoveName, Group> {
  return definition;
}

/** Whether the move may start from this state. */
export function canMove<State extends string, MoveName extends string>(
  definition: Machine<State, MoveName, string>,
  move: MoveName,
  from: State,
): boolean {
  return definition.moves[move].from.includes(from);
}
