import type { TemplateContent } from '../agreements/template.ts';
import { closing, decisions, results, usualTerms } from './common.ts';
import { both, gap, paragraphs, promise, words } from './write.ts';

export const sharedLaboratory: TemplateContent = {
  title: both(['Shared laboratory', '共享实验室']),
  purpose: both([
    'An owner opens a laboratory or instrument to the others for a number of hours a year.',
    '所有方每年在一定时数内向其他各方开放实验室或仪器。',
  ]),
  terms: { ...usualTerms, accession: 'lead_approves' },
  clauses: [
    words(
      'resource',
      ['What is shared', '共享内容'],
      paragraphs([
        'The owner opens {resource} at {place} to the other parties for teaching and research. It stays the owner’s property.',
        '所有方向其他各方开放位于 {place} 的 {resource}，用于教学与研究。其所有权不变。',
      ]),
      gap('resource', 'text', ['Laboratory or instrument', '实验室或仪器']),
      gap('place', 'text', ['Place', '地点']),
    ),
    promise(
      'hours',
      ['Hours made available', '开放时数'],
      paragraphs([
        '{promiser} makes {quantity} hours every year available to {beneficiary}, from {periodStart} to {periodEnd}. Hours that nobody has booked fourteen days ahead are offered to all parties.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年向 {beneficiary} 开放 {quantity} 小时。提前十四天仍无人预约的时段向各方开放。',
      ]),
      { measure: 'resource_hours_available', unit: 'hours', every: 'year', beneficiary: 'all' },
    ),
    words(
      'booking',
      ['Booking', '预约'],
      paragraphs([
        'Hours are booked in the platform. The party furthest below its share goes first. A booking that is not used is cancelled {cancelHours} hours before at the latest.',
        '时段在平台上预约。低于其份额最多的一方优先。不使用的预约最迟提前 {cancelHours} 小时取消。',
      ]),
      gap('cancelHours', 'number', ['Hours before', '提前小时数'], 48),
    ),
    words(
      'safety',
      ['Training and safety', '培训与安全'],
      paragraphs([
        'Nobody works in the laboratory without the owner’s training, which is valid for {trainingMonths} months. The owner may stop work that is not safe.',
        '未经所有方培训者不得在实验室工作；培训有效期为 {trainingMonths} 个月。所有方可停止不安全的工作。',
      ]),
      gap('trainingMonths', 'number', ['Months a training is valid', '培训有效月数'], 24),
    ),
    promise(
      'upkeep',
      ['Contribution to upkeep', '维护费用分担'],
      paragraphs([
        '{promiser} contributes {quantity} every year to the upkeep by {beneficiary}, from {periodStart} to {periodEnd}.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年向 {beneficiary} 分担维护费用 {quantity}。',
      ]),
      { measure: 'money_contributed', unit: 'money', every: 'year' },
    ),
    words(
      'damage',
      ['Damage', '损坏'],
      paragraphs([
        'A party answers for damage that its people cause by breaking the rules of the laboratory; ordinary wear is the owner’s.',
        '一方对其人员违反实验室规则造成的损坏负责；正常磨损由所有方承担。',
      ]),
    ),
    results,
    decisions,
    ...closing,
  ],
};
