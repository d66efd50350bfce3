import { machine } from './machine.ts';

export const applicationMachine = machine({
  noun: 'application',
  initial: 'submitted',
  states: {
    submitted: { tone: 'active', en: 'Submitted', 'zh-CN': '已提交' },
    waiting: { tone: 'wait', en: 'On the waiting list', 'zh-CN': '候补中' },
    offered: { tone: 'wait', en: 'Place offered', 'zh-CN': '已获名额' },
    accepted: { tone: 'good', en: 'Accepted', 'zh-CN': '已接受' },
    declined: { tone: 'idle', en: 'Declined', 'zh-CN': '已放弃' },
    unplaced: { tone: 'bad', en: 'Not placed', 'zh-CN': '未获名额' },
    withdrawn: { tone: 'idle', en: 'Withdrawn', 'zh-CN': '已撤回' },
  },
  moves: {
    change: {
      from: ['submitted'],
      to: 'submitted',
      by: 'application:change',
      en: 'Change the list',
      'zh-CN': '修改志愿',
    },
    place: {
      from: ['submitted', 'unplaced'],
      to: 'offered',
      by: null,
      en: 'Placed by the published result',
      'zh-CN': '按公布结果获得名额',
    },
    leave_unplaced: {
      from: ['submitted'],
      to: 'unplaced',
      by: null,
      en: 'Not placed by the published result',
      'zh-CN': '公布结果中未获名额',
    },
    release: {
      from: ['submitted'],
      to: 'withdrawn',
      by: null,
      needsReason: true,
      en: 'Released: the round was cancelled',
      'zh-CN': '轮次取消，申请已释放',
    },
    promote: { from: ['waiting'], to: 'accepted', by: null, en: 'Promoted from the waiting list', 'zh-CN': '候补转正' },
    accept: {
      from: ['offered'],
      to: 'accepted',
      by: 'application:respond',
      en: 'Accept the place',
      'zh-CN': '接受名额',
    },
    decline: {
      from: ['offered'],
      to: 'declined',
      by: 'application:respond',
      needsReason: true,
      en: 'Decline the place',
      'zh-CN': '放弃名额',
    },
    lapse: {
      from: ['offered'],
      to: 'declined',
      by: null,
      en: 'Lapsed: no answer by the date',
      'zh-CN': '逾期未答复，名额失效',
    },
    withdraw: {
      from: ['submitted', 'waiting', 'offered', 'accepted'],
      to: 'withdrawn',
      by: 'application:withdraw',
      en: 'Withdraw',
      'zh-CN': '撤回申请',
    },
  },
  groups: {
    editable: ['submitted'],
    holdsPlace: ['offered', 'accepted'],
    ended: ['declined', 'unplaced', 'withdrawn'],
  },
});
export type ApplicationState = keyof typeof applicationMachine.states;
