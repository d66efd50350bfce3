import type { ShareView } from '@collegium/contract/sharing/resources';

/** How far a partner used its share, against the part of its time that has passed. Hours. */
export function standingOf(
  {
    usedMinutes,
    promisedMinutes,
    startsOn,
    endsOn,
  }: Pick<ShareView, 'usedMinutes' | 'promisedMinutes' | 'startsOn' | 'endsOn'>,
  now: Date,
): { used: number; promised: number; pace: number; difference: number; tone: 'good' | 'wait' | 'idle' } {
  const [from, to] = [Date.parse(startsOn), Date.parse(endsOn) + 86_400_000];
  const passed = Math.min(1, Math.max(0, (now.getTime() - from) / (to - from)));
  const [used, promised] = [Math.round(usedMinutes / 60), Math.round(promisedMinutes / 60)];
  const pace = Math.round(promised * passed);
  const slack = Math.max(2, promised * 0.15);
  const tone = used > pace + slack ? 'wait' : used < pace - slack ? 'idle' : 'good';
  return { used, promised, pace, difference: Math.abs(used - pace), tone };
}
