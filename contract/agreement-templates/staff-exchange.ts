import type { TemplateContent } from '../agreements/template.ts';
import { closing, decisions, ownCosts, usualTerms } from './common.ts';
import { both, gap, paragraphs, promise, words } from './write.ts';

export const staffExchange: TemplateContent = {
  title: both(['Staff exchange agreement', '人员交流协议']),
  purpose: both([
    'Teachers and other staff teach, train and work at another party for a time.',
    '教师及其他人员在一定时间内到另一方授课、培训与工作。',
  ]),
  terms: usualTerms,
  clauses: [
    words(
      'purpose',
      ['Purpose', '目的'],
      paragraphs([
        'The parties let members of their staff teach, train or work at each other for between {shortest} and {longest} days.',
        '各方允许其人员到对方授课、培训或工作，时间为 {shortest} 至 {longest} 天。',
      ]),
      gap('shortest', 'number', ['Shortest stay in days', '最短天数'], 2),
      gap('longest', 'number', ['Longest stay in days', '最长天数'], 60),
    ),
    promise(
      'teaching',
      ['Hours taught', '授课学时'],
      paragraphs([
        '{promiser} teaches {quantity} hours every year to learners of {beneficiary}, from {periodStart} to {periodEnd}.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年为 {beneficiary} 的学习者授课 {quantity} 学时。',
      ]),
      { measure: 'hours_taught', unit: 'hours', every: 'year' },
    ),
    promise(
      'teaching-in-return',
      ['Hours taught in return', '对等授课学时'],
      paragraphs([
        '{promiser} teaches {quantity} hours every year to learners of {beneficiary}, from {periodStart} to {periodEnd}.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年为 {beneficiary} 的学习者授课 {quantity} 学时。',
      ]),
      { measure: 'hours_taught', unit: 'hours', every: 'year' },
    ),
    words(
      'status',
      ['Status and insurance', '身份与保险'],
      paragraphs(
        [
          'Staff on exchange stay employed and insured by their own organisation. The host gives them a workplace, access to what they teach with, and the safety training that its own staff receive.',
          '交流人员仍由其所属组织雇用并投保。接收方提供工作场所、教学所需条件，以及与其本方人员相同的安全培训。',
        ],
        [
          'Before the stay, the person, the sending and the receiving party agree in writing on what will be done.',
          '交流开始前，本人、派出方与接收方书面商定工作内容。',
        ],
      ),
    ),
    words(
      'travel',
      ['Travel and stay', '差旅与食宿'],
      paragraphs([
        'The sending party pays travel, the host pays {hostPays}.',
        '派出方承担差旅费，接收方承担 {hostPays}。',
      ]),
      gap('hostPays', 'text', ['What the host pays', '接收方承担的费用']),
    ),
    decisions,
    ownCosts,
    ...closing,
  ],
};
