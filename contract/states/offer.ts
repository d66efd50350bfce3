import { machine } from './machine.ts';

export const offerMachine = machine({
  noun: 'offer',
  initial: 'draft',
  states: {
    draft: { tone: 'idle', en: 'Draft', 'zh-CN': '草稿' },
    published: { tone: 'active', en: 'Published', 'zh-CN': '已发布' },
    withdrawn: { tone: 'bad', en: 'Withdrawn', 'zh-CN': '已撤回' },
  },
  moves: {
    publish: { from: ['draft'], to: 'published', by: 'offer:publish', en: 'Publish', 'zh-CN': '发布' },
    withdraw: {
      from: ['published'],
      to: 'withdrawn',
      by: 'offer:withdraw',
      needsReason: true,
      en: 'Withdraw',
      'zh-CN': '撤回',
    },
  },
  groups: { visible: ['published', 'withdrawn'], open: ['published'] },
});
export type OfferState = keyof typeof offerMachine.states;
