import { machine } from './machine.ts';

export const roundMachine = machine({
  noun: 'round',
  initial: 'draft',
  states: {
    draft: { tone: 'idle', en: 'Draft', 'zh-CN': '草稿' },
    open: { tone: 'active', en: 'Open', 'zh-CN': '开放中' },
    closed: { tone: 'wait', en: 'Closed, waiting for the run', 'zh-CN': '已截止，等待分配' },
    review: { tone: 'wait', en: 'In review', 'zh-CN': '复核中' },
    published: { tone: 'good', en: 'Published', 'zh-CN': '已公布' },
    cancelled: { tone: 'bad', en: 'Cancelled', 'zh-CN': '已取消' },
  },
  moves: {
    change: { from: ['draft'], to: 'draft', by: 'round:change', en: 'Change', 'zh-CN': '修改' },
    open: { from: ['draft'], to: 'open', by: 'round:open', en: 'Open the round', 'zh-CN': '开放轮次' },
    close: { from: ['open'], to: 'closed', by: null, en: 'The window closed', 'zh-CN': '申请期结束' },
    run: { from: ['closed', 'review'], to: 'review', by: 'round:run', en: 'Run the allocation', 'zh-CN': '执行分配' },
    place_by_hand: {
      from: ['review'],
      to: 'review',
      by: 'round:place',
      needsReason: true,
      en: 'Place by hand',
      'zh-CN': '手动安排',
    },
    publish: { from: ['review'], to: 'published', by: 'round:publish', en: 'Publish the result', 'zh-CN': '公布结果' },
    cancel: {
      from: ['draft', 'open', 'closed', 'review'],
      to: 'cancelled',
      by: 'round:cancel',
      needsReason: true,
      en: 'Cancel the round',
      'zh-CN': '取消轮次',
    },
  },
  groups: { running: ['open', 'closed', 'review'], ranked: ['open', 'closed'] },
});
export type RoundState = keyof typeof roundMachine.states;
