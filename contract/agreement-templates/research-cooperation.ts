import type { TemplateContent } from '../agreements/template.ts';
import { closing, decisions, results, usualTerms } from './common.ts';
import { both, gap, paragraphs, promise, words } from './write.ts';

export const researchCooperation: TemplateContent = {
  title: both(['Research cooperation', '科研合作协议']),
  purpose: both([
    'Parties work on a research question together, with learners taking part.',
    '各方共同研究一个课题，并有学习者参与。',
  ]),
  terms: { ...usualTerms, accession: 'all_sign', withdrawal: 'by_notice' },
  clauses: [
    words(
      'project',
      ['The project', '项目'],
      paragraphs([
        'The parties work on {question}. The work plan is annexed; the lead keeps it up to date and tells the others what changed.',
        '各方共同研究 {question}。工作计划作为附件；牵头方负责更新并告知其他各方。',
      ]),
      gap('question', 'text', ['Research question', '研究课题']),
    ),
    promise(
      'reports',
      ['Reports', '报告'],
      paragraphs([
        '{promiser} delivers {quantity} reports every year to {beneficiary}, from {periodStart} to {periodEnd}.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年向 {beneficiary} 提交 {quantity} 份报告。',
      ]),
      { measure: 'reports_delivered', unit: 'reports', every: 'year', beneficiary: 'all' },
    ),
    promise(
      'in-kind',
      ['Contribution in kind', '实物投入'],
      paragraphs([
        '{promiser} contributes people, material and use of equipment worth {quantity} to {beneficiary} between {periodStart} and {periodEnd}.',
        '{promiser} 在 {periodStart} 至 {periodEnd} 期间，以人员、材料与设备使用向 {beneficiary} 投入价值 {quantity} 的实物。',
      ]),
      { measure: 'kind_contributed', unit: 'money', every: 'once', beneficiary: 'all' },
    ),
    promise(
      'learners',
      ['Learners in research', '学习者参与科研'],
      paragraphs([
        '{promiser} takes {quantity} learners of {beneficiary} into the project every year, from {periodStart} to {periodEnd}.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年接收 {beneficiary} 的 {quantity} 名学习者参与项目。',
      ]),
      { measure: 'learners_received', unit: 'learners', every: 'year' },
    ),
    words(
      'conduct',
      ['Good research practice', '科研诚信'],
      paragraphs([
        'The parties keep to {code}. Data and methods are kept for {years} years so that others can repeat the work.',
        '各方遵守 {code}。数据与方法保存 {years} 年，以便他人重复研究。',
      ]),
      gap('code', 'text', ['Code of conduct', '行为准则'], 'the European Code of Conduct for Research Integrity'),
      gap('years', 'number', ['Years to keep data', '数据保存年限'], 10),
    ),
    words(
      'confidentiality',
      ['Confidentiality', '保密'],
      paragraphs([
        'What a party marks as confidential is used only for the project and kept to oneself for {secrecyYears} years after its end. Theses may be defended; confidential parts may be kept back for a limited time.',
        '一方标明为机密的内容仅用于本项目，并在项目结束后保密 {secrecyYears} 年。学位论文可以答辩；机密部分可在有限时间内暂不公开。',
      ]),
      gap('secrecyYears', 'number', ['Years of secrecy', '保密年限'], 3),
    ),
    results,
    decisions,
    ...closing,
  ],
};
