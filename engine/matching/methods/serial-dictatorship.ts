import type { Instance } from '../instance/instance.ts';

/**
 * Serial dictatorship (Svensson 1999): learners choose one after the other, in the order of the lottery. It is
 * deferred acceptance in which every offer ranks all whom it accepts by the lottery alone, and so keeps every rule.
 */
export function asSerialDictatorship(instance: Instance): Instance {
  return { ...instance, standing: instance.standing.map((standing) => (standing === Infinity ? Infinity : 0)) };
}
