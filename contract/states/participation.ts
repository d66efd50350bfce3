import { machine } from './machine.ts';

export const participationMachine = machine({
  noun: 'participation',
  initial: 'planning',
  states: {
    planning: { tone: 'wait', en: 'Plan to be agreed', 'zh-CN': '计划待商定' },
    agreed: { tone: 'good', en: 'Agreed', 'zh-CN': '已商定' },
    active: { tone: 'active', en: 'In progress', 'zh-CN': '进行中' },
    completed: { tone: 'good', en: 'Completed', 'zh-CN': '已完成' },
    ended_early: { tone: 'bad', en: 'Ended early', 'zh-CN': '提前结束' },
    cancelled: { tone: 'idle', en: 'Cancelled', 'zh-CN': '已取消' },
  },
  moves: {
    agree: { from: ['planning'], to: 'agreed', by: 'plan:approve', en: 'Approve the plan', 'zh-CN': '批准计划' },
    start: { from: ['agreed'], to: 'active', by: null, en: 'The first day came', 'zh-CN': '开始日期已到' },
    complete: {
      from: ['agreed', 'active'],
      to: 'completed',
      by: 'participation:complete',
      en: 'Complete',
      'zh-CN': '完成',
    },
    end_early: {
      from: ['agreed', 'active'],
      to: 'ended_early',
      by: 'participation:end',
      needsReason: true,
      en: 'End early',
      'zh-CN': '提前结束',
    },
    cancel: {
      from: ['planning', 'agreed'],
      to: 'cancelled',
      by: null,
      needsReason: true,
      en: 'The place was given up or withdrawn',
      'zh-CN': '名额已放弃或撤回',
    },
  },
  groups: {
    running: ['agreed', 'active'],
    current: ['planning', 'agreed', 'active'],
    ended: ['completed', 'ended_early', 'cancelled'],
    assessable: ['active', 'completed', 'ended_early'],
    recognisable: ['completed', 'ended_early'],
  },
});
export type ParticipationState = keyof typeof participationMachine.states;
