import { machine } from './machine.ts';

export const resourceMachine = machine({
  noun: 'resource',
  initial: 'in_service',
  states: {
    in_service: { tone: 'good', en: 'In service', 'zh-CN': '可使用' },
    maintenance: { tone: 'wait', en: 'Maintenance', 'zh-CN': '维护中' },
    retired: { tone: 'idle', en: 'Retired', 'zh-CN': '已停用' },
  },
  moves: {
    maintain: {
      from: ['in_service'],
      to: 'maintenance',
      by: 'resource:change',
      needsReason: true,
      en: 'Take out for maintenance',
      'zh-CN': '转入维护',
    },
    restore: {
      from: ['maintenance'],
      to: 'in_service',
      by: 'resource:change',
      en: 'Put back into service',
      'zh-CN': '恢复使用',
    },
    retire: {
      from: ['in_service', 'maintenance'],
      to: 'retired',
      by: 'resource:change',
      needsReason: true,
      en: 'Retire',
      'zh-CN': '停用',
    },
  },
  groups: { bookable: ['in_service'], listed: ['in_service', 'maintenance'] },
});
export type ResourceState = keyof typeof resourceMachine.states;
