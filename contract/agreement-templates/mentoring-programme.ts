import type { TemplateContent } from '../agreements/template.ts';
import { closing, decisions, ownCosts, usualTerms } from './common.ts';
import { both, gap, paragraphs, promise, words } from './write.ts';

export const mentoringProgramme: TemplateContent = {
  title: both(['Mentoring programme', '导师计划']),
  purpose: both([
    'People with experience give learners of other parties their time.',
    '有经验的人士为其他各方的学习者投入时间。',
  ]),
  terms: { ...usualTerms, accession: 'lead_approves', noticeDays: 90 },
  clauses: [
    words(
      'purpose',
      ['Purpose', '目的'],
      paragraphs([
        'Mentors talk with learners about {subject}. Mentoring is neither teaching nor recruitment, and it is free for learners.',
        '导师与学习者就 {subject} 进行交流。指导既非授课也非招聘，对学习者免费。',
      ]),
      gap('subject', 'text', ['What mentoring is about', '指导主题']),
    ),
    promise(
      'mentors',
      ['Mentors provided', '提供导师'],
      paragraphs([
        '{promiser} provides {quantity} mentors for learners of {beneficiary} between {periodStart} and {periodEnd}.',
        '{promiser} 在 {periodStart} 至 {periodEnd} 期间为 {beneficiary} 的学习者提供 {quantity} 名导师。',
      ]),
      { measure: 'mentors_provided', unit: 'mentors', every: 'once', beneficiary: 'all' },
    ),
    promise(
      'conversations',
      ['Conversations held', '交流次数'],
      paragraphs([
        '{promiser} confirms {quantity} conversations every year with learners of {beneficiary}, from {periodStart} to {periodEnd}; a learner’s organisation countersigns.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年确认与 {beneficiary} 学习者的 {quantity} 次交流；由学习者所属组织会签。',
      ]),
      { measure: 'attested', unit: 'times', every: 'year', beneficiary: 'all' },
    ),
    words(
      'conduct',
      ['Conduct', '行为准则'],
      paragraphs(
        [
          'What is said stays between mentor and learner, unless somebody is in danger. Meetings with learners who are not of age take place where others can see them.',
          '谈话内容仅限导师与学习者之间，除非有人处于危险之中。与未成年学习者的会面在他人可见的场所进行。',
        ],
        [
          'Either may end the mentoring at any time without a reason. The contact for worries is {contact}.',
          '任何一方可随时结束指导，无须说明理由。如有疑虑请联系 {contact}。',
        ],
      ),
      gap('contact', 'text', ['Contact for worries', '联系人']),
    ),
    decisions,
    ownCosts,
    ...closing,
  ],
};
