import type { TemplateContent } from '../agreements/template.ts';
import { decisions, disagreement, duration, ownCosts, usualTerms } from './common.ts';
import { both, gap, opening, paragraphs, promise, words } from './write.ts';

export const dataSharing: TemplateContent = {
  title: both(['Data sharing agreement', '数据共享协议']),
  purpose: both([
    'A party opens stated data about stated people, for one purpose and a limited time.',
    '一方为单一用途、在有限时间内开放特定人群的特定数据。',
  ]),
  terms: { ...usualTerms, renewal: 'none', renewalMonths: null, accession: 'all_sign', noticeDays: 30 },
  clauses: [
    words(
      'purpose',
      ['Purpose and legal basis', '用途与法律依据'],
      paragraphs([
        'Data is shared for {purpose} on the basis of {legalBasis}. It is used for nothing else and passed on to nobody.',
        '数据基于 {legalBasis}，为 {purpose} 而共享。不得用于其他用途，不得转交他人。',
      ]),
      gap('purpose', 'text', ['Purpose', '用途']),
      gap('legalBasis', 'text', ['Legal basis', '法律依据']),
    ),
    opening(
      'opened-data',
      ['What is opened', '开放内容'],
      paragraphs([
        '{from} opens to {to}, about learners who take part, {fields}; for this purpose: {purpose}; from {start} to {end}. Access ends with this clause.',
        '{from} 向 {to} 开放参与学习者的 {fields}；用途：{purpose}；自 {start} 至 {end}。访问权随本条款终止。',
      ]),
      { about: 'participants' },
    ),
    words(
      'security',
      ['Security', '安全'],
      paragraphs(
        [
          'Data stays in the platform or in systems with the same protection: {measures}.',
          '数据保存在平台或具有同等保护的系统中：{measures}。',
        ],
        [
          'A party that learns of a breach tells the others within {breachHours} hours, with what is known and what was done.',
          '一方获知泄露后，在 {breachHours} 小时内将已知情况与已采取措施告知其他各方。',
        ],
      ),
      gap('measures', 'text', ['Measures of protection', '保护措施']),
      gap('breachHours', 'number', ['Hours to report a breach', '泄露通知小时数'], 24),
    ),
    words(
      'people',
      ['Rights of people', '个人权利'],
      paragraphs([
        'People see in the platform what is open about them, to whom and under which clause, and who looked. The party that opened the data answers their requests; the others help.',
        '个人可在平台上查看其哪些数据依据哪一条款向谁开放，以及谁查看过。由开放数据的一方答复其请求，其他各方予以协助。',
      ]),
    ),
    words(
      'deletion',
      ['Deletion', '删除'],
      paragraphs([
        'Copies are deleted within {deletionDays} days after access has ended. The receiver confirms it in writing.',
        '访问权终止后 {deletionDays} 天内删除副本。接收方以书面确认。',
      ]),
      gap('deletionDays', 'number', ['Days until deletion', '删除期限（天）'], 30),
    ),
    promise(
      'attestation',
      ['Yearly confirmation', '年度确认'],
      paragraphs([
        '{promiser} confirms {quantity} time every year to {beneficiary}, from {periodStart} to {periodEnd}, that the data was used as agreed.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年向 {beneficiary} 确认 {quantity} 次数据已按约定使用。',
      ]),
      { measure: 'attested', unit: 'times', every: 'year', quantity: 1 },
    ),
    decisions,
    ownCosts,
    disagreement,
    duration,
  ],
};
