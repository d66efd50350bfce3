import { machine } from './machine.ts';

/**
 * The life of an agreement. Negotiation has its own machine, that of its versions: while an agreement is in force its next
 * version is negotiated without touching it.
 */
export const agreementMachine = machine({
  noun: 'agreement',
  initial: 'negotiating',
  states: {
    negotiating: { tone: 'wait', en: 'In negotiation', 'zh-CN': '协商中' },
    in_force: { tone: 'good', en: 'In force', 'zh-CN': '生效中' },
    suspended: { tone: 'wait', en: 'Suspended', 'zh-CN': '暂停' },
    terminated: { tone: 'bad', en: 'Terminated', 'zh-CN': '已终止' },
    expired: { tone: 'idle', en: 'Expired', 'zh-CN': '已到期' },
    abandoned: { tone: 'idle', en: 'Abandoned', 'zh-CN': '已放弃' },
  },
  moves: {
    enter_into_force: {
      from: ['negotiating', 'in_force'],
      to: 'in_force',
      by: null,
      en: 'A sealed version reached its first day',
      'zh-CN': '已封存版本到达生效日',
    },
    suspend: {
      from: ['in_force'],
      to: 'suspended',
      by: 'agreement:decide',
      needsReason: true,
      en: 'Suspend',
      'zh-CN': '暂停',
    },
    resume: {
      from: ['suspended'],
      to: 'in_force',
      by: 'agreement:decide',
      needsReason: true,
      en: 'Resume',
      'zh-CN': '恢复',
    },
    terminate: {
      from: ['in_force', 'suspended'],
      to: 'terminated',
      by: 'agreement:decide',
      needsReason: true,
      en: 'Terminate',
      'zh-CN': '终止',
    },
    expire: {
      from: ['in_force', 'suspended'],
      to: 'expired',
      by: null,
      en: 'Its last day passed',
      'zh-CN': '最后一天已过',
    },
    abandon: {
      from: ['negotiating'],
      to: 'abandoned',
      by: 'agreement:change',
      needsReason: true,
      en: 'Abandon',
      'zh-CN': '放弃',
    },
  },
  groups: {
    bound: ['in_force', 'suspended'],
    open: ['negotiating', 'in_force', 'suspended'],
    ended: ['terminated', 'expired', 'abandoned'],
  },
});
export type AgreementState = keyof typeof agreementMachine.states;
