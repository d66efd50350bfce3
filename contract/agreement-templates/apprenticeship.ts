import type { TemplateContent } from '../agreements/template.ts';
import { closing, decisions, usualTerms } from './common.ts';
import { both, gap, paragraphs, promise, words } from './write.ts';

export const apprenticeship: TemplateContent = {
  title: both(['Apprenticeship agreement', '学徒制协议']),
  purpose: both([
    'A school and a company train together: part of the week in class, part at work, with one plan.',
    '学校与企业共同培养：每周部分时间在校学习，部分时间在企业工作，共用一份计划。',
  ]),
  terms: { ...usualTerms, noticeDays: 365 },
  clauses: [
    words(
      'purpose',
      ['Purpose', '目的'],
      paragraphs([
        'The school and the company train apprentices in {occupation} over {months} months. Apprentices are employed by the company and enrolled at the school.',
        '学校与企业共同培养 {occupation} 学徒，为期 {months} 个月。学徒由企业雇用，并在学校注册。',
      ]),
      gap('occupation', 'text', ['Occupation', '职业']),
      gap('months', 'number', ['Months of training', '培养月数'], 36),
    ),
    promise(
      'places',
      ['Apprenticeships offered', '提供学徒岗位'],
      paragraphs([
        '{promiser} offers {quantity} apprenticeships every year to learners of {beneficiary}, from {periodStart} to {periodEnd}.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年向 {beneficiary} 的学习者提供 {quantity} 个学徒岗位。',
      ]),
      { measure: 'places_offered', unit: 'places', every: 'year', filters: { level: 'vocational' } },
    ),
    promise(
      'teaching',
      ['Teaching at school', '学校授课'],
      paragraphs([
        '{promiser} teaches {quantity} hours every year to the apprentices of {beneficiary}, from {periodStart} to {periodEnd}.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年为 {beneficiary} 的学徒授课 {quantity} 学时。',
      ]),
      { measure: 'hours_taught', unit: 'hours', every: 'year' },
    ),
    promise(
      'mentors',
      ['Trainers at work', '企业带教师傅'],
      paragraphs([
        '{promiser} provides {quantity} trainers for the apprentices of {beneficiary} between {periodStart} and {periodEnd}; each looks after three apprentices at most.',
        '{promiser} 在 {periodStart} 至 {periodEnd} 期间为 {beneficiary} 的学徒提供 {quantity} 名带教师傅；每名师傅至多带三名学徒。',
      ]),
      { measure: 'mentors_provided', unit: 'mentors', every: 'once' },
    ),
    words(
      'week',
      ['Days at school and at work', '在校与在岗时间'],
      paragraphs([
        'Apprentices spend {schoolDays} days a week at school. Time at school counts as working time and is paid.',
        '学徒每周在校 {schoolDays} 天。在校时间计入工作时间并支付报酬。',
      ]),
      gap('schoolDays', 'number', ['Days at school a week', '每周在校天数'], 2),
    ),
    words(
      'pay',
      ['Pay and protection', '报酬与保护'],
      paragraphs([
        'The company pays at least {pay} a month in the first year. Nobody under age does dangerous work, and nobody works alone with machines before having passed the safety test.',
        '企业第一年每月至少支付 {pay}。未成年人不得从事危险工作；未通过安全考核者不得单独操作机器。',
      ]),
      gap('pay', 'text', ['Pay in the first year, with currency', '第一年报酬（含货币）']),
    ),
    words(
      'examination',
      ['Examination', '考核'],
      paragraphs([
        'The school and the company examine together. The outcome lists the goals reached in both places; the certificate names both.',
        '学校与企业共同考核。结果列明在两处达成的目标；证书载明双方。',
      ]),
    ),
    decisions,
    ...closing,
  ],
};
