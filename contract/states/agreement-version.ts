import { machine } from './machine.ts';

/** The negotiation of one version: edited, proposed and from then on immutable, approved by all, signed, sealed. */
export const versionMachine = machine({
  noun: 'agreement version',
  initial: 'draft',
  states: {
    draft: { tone: 'idle', en: 'Draft', 'zh-CN': '草稿' },
    proposed: { tone: 'wait', en: 'In review', 'zh-CN': '审核中' },
    returned: { tone: 'bad', en: 'Change asked for', 'zh-CN': '已要求修改' },
    approved: { tone: 'good', en: 'Approved by all', 'zh-CN': '各方已批准' },
    signing: { tone: 'wait', en: 'Being signed', 'zh-CN': '签署中' },
    sealed: { tone: 'good', en: 'Signed and sealed', 'zh-CN': '已签署并封存' },
    superseded: { tone: 'idle', en: 'Replaced by a later version', 'zh-CN': '已被后续版本取代' },
    abandoned: { tone: 'idle', en: 'Abandoned', 'zh-CN': '已放弃' },
  },
  moves: {
    edit: { from: ['draft'], to: 'draft', by: 'agreement:change', en: 'Edit the draft', 'zh-CN': '编辑草稿' },
    propose: { from: ['draft'], to: 'proposed', by: 'agreement:change', en: 'Propose', 'zh-CN': '提出' },
    approve: { from: ['proposed'], to: 'approved', by: 'agreement:approve', en: 'Approve', 'zh-CN': '批准' },
    ask_for_change: {
      from: ['proposed'],
      to: 'returned',
      by: 'agreement:approve',
      needsReason: true,
      en: 'Ask for a change',
      'zh-CN': '要求修改',
    },
    start_signing: {
      from: ['approved'],
      to: 'signing',
      by: 'agreement:sign',
      en: 'Start signing',
      'zh-CN': '开始签署',
    },
    decline_signature: {
      from: ['signing'],
      to: 'returned',
      by: 'agreement:sign',
      needsReason: true,
      en: 'Decline to sign',
      'zh-CN': '拒绝签署',
    },
    seal: {
      from: ['signing'],
      to: 'sealed',
      by: null,
      en: 'The last signature was given',
      'zh-CN': '最后一份签名完成',
    },
    replace: {
      from: ['returned', 'sealed'],
      to: 'superseded',
      by: null,
      en: 'A later version took its place',
      'zh-CN': '后续版本取而代之',
    },
    abandon: {
      from: ['draft', 'proposed', 'returned', 'approved', 'signing'],
      to: 'abandoned',
      by: 'agreement:change',
      needsReason: true,
      en: 'Abandon this negotiation',
      'zh-CN': '放弃本次协商',
    },
  },
  groups: {
    open: ['draft', 'proposed', 'returned', 'approved', 'signing'],
    frozen: ['proposed', 'returned', 'approved', 'signing', 'sealed', 'superseded'],
  },
});
export type VersionState = keyof typeof versionMachine.states;
