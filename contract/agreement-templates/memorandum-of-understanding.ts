import type { TemplateContent } from '../agreements/template.ts';
import { closing, decisions, ownCosts, results, usualTerms } from './common.ts';
import { both, gap, paragraphs, promise, words } from './write.ts';

export const memorandumOfUnderstanding: TemplateContent = {
  title: both(['Memorandum of understanding', '谅解备忘录']),
  purpose: both([
    'Parties say what they want to do together before they promise anything in detail.',
    '各方在作出具体承诺之前，说明共同的意向。',
  ]),
  terms: { ...usualTerms, renewal: 'automatic', renewalMonths: 12, noticeDays: 90 },
  clauses: [
    words(
      'purpose',
      ['Purpose and parties', '目的与各方'],
      paragraphs(
        [
          'The parties work together in {field} for the benefit of their learners, teachers and regions.',
          '各方在 {field} 领域开展合作，惠及其学习者、教师与所在地区。',
        ],
        [
          'This memorandum states intentions. It creates duties only where a clause says that a party promises.',
          '本备忘录表明意向。仅在条款载明一方承诺之处产生义务。',
        ],
      ),
      gap('field', 'text', ['Field of cooperation', '合作领域']),
    ),
    words(
      'forms',
      ['Forms of cooperation', '合作形式'],
      paragraphs(
        [
          'The parties consider: exchange of learners and staff; joint courses and programmes; placements; shared use of laboratories; joint research; joint applications for funds.',
          '各方将考虑：学习者与人员交流；联合课程与项目；实习；实验室共享；联合研究；联合申请资金。',
        ],
        ['Each of these is agreed separately before it begins.', '上述每一项在开始之前另行商定。'],
      ),
    ),
    decisions,
    promise(
      'meetings',
      ['Meetings', '会议'],
      paragraphs([
        '{promiser} convenes at least {quantity} meetings of the parties every year between {periodStart} and {periodEnd}, and records what was agreed.',
        '{promiser} 在 {periodStart} 至 {periodEnd} 期间，每年至少召集 {quantity} 次各方会议，并记录商定事项。',
      ]),
      { measure: 'meetings_held', unit: 'meetings', every: 'year', beneficiary: 'all' },
    ),
    results,
    ownCosts,
    ...closing,
  ],
};
