import { machine } from './machine.ts';

export const outcomeMachine = machine({
  noun: 'outcome',
  initial: 'assessed',
  states: {
    assessed: { tone: 'wait', en: 'Waiting for the learner', 'zh-CN': '等待学习者会签' },
    countersigned: { tone: 'wait', en: 'Waiting for recognition', 'zh-CN': '等待认定' },
    recognised: { tone: 'good', en: 'Recognised', 'zh-CN': '已认定' },
    not_recognised: { tone: 'bad', en: 'Not recognised', 'zh-CN': '未予认定' },
  },
  moves: {
    assess: {
      from: ['assessed'],
      to: 'assessed',
      by: 'outcome:assess',
      en: 'Change the assessment',
      'zh-CN': '修改评定',
    },
    countersign: {
      from: ['assessed'],
      to: 'countersigned',
      by: 'outcome:countersign',
      en: 'Countersign',
      'zh-CN': '会签',
    },
    recognise: { from: ['countersigned'], to: 'recognised', by: 'outcome:recognise', en: 'Recognise', 'zh-CN': '认定' },
    refuse: {
      from: ['countersigned'],
      to: 'not_recognised',
      by: 'outcome:recognise',
      needsReason: true,
      en: 'Refuse recognition',
      'zh-CN': '不予认定',
    },
  },
  groups: { open: ['assessed', 'countersigned'], ended: ['recognised', 'not_recognised'] },
});
export type OutcomeState = keyof typeof outcomeMachine.states;
