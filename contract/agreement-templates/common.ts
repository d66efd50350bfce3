import type { Clause } from '../agreements/clause.ts';
import type { TemplateContent } from '../agreements/template.ts';
import { gap, paragraphs, words } from './write.ts';

/** Terms from which most agreements begin: they end on a day, and go on when all agree. */
export const usualTerms: TemplateContent['terms'] = {
  authenticLanguage: 'en',
  startsOn: null,
  endsOn: null,
  renewal: 'on_request',
  renewalMonths: 24,
  noticeDays: 180,
  accession: 'in_force_parties_approve',
  withdrawal: 'by_notice',
};

/** Who answers for the agreement, and how the parties decide. */
export const decisions: Clause = words(
  'decisions',
  ['How decisions are made', '决策方式'],
  paragraphs(
    [
      'Each party names a person who is responsible for this agreement. These people meet at least once every {meetingMonths} months.',
      '各方指定一名本协议的负责人。负责人至少每 {meetingMonths} 个月会面一次。',
    ],
    [
      'Decisions are made by consensus. What changes this agreement is proposed as a new version; the version in force stays in force until all parties have signed the new one.',
      '决定以协商一致方式作出。对本协议的修改以新版本提出；在各方签署新版本之前，现行版本继续有效。',
    ],
  ),
  gap('meetingMonths', 'number', ['Months between meetings', '会面间隔月数'], 6),
);

export const personalData: Clause = words(
  'personal-data',
  ['Personal data', '个人数据'],
  paragraphs(
    [
      'Each party handles personal data under the law that applies to it, only as far as this agreement needs it, and only while it is in force.',
      '各方依照其适用的法律处理个人数据，仅限于本协议所需的范围，且仅在本协议有效期内。',
    ],
    [
      'People see which data about them is open to whom, under which clause, and who looked. Requests about personal data go to {dataContact}.',
      '个人可以查看其哪些数据依据哪一条款向谁开放，以及谁查看过。有关个人数据的请求请联系 {dataContact}。',
    ],
  ),
  gap('dataContact', 'text', ['Contact for personal data', '个人数据联系人']),
);

export const ownCosts: Clause = words(
  'money',
  ['Money', '费用'],
  paragraphs([
    'Each party bears its own costs. Nothing in this agreement obliges a party to pay another unless a clause says so.',
    '各方自行承担费用。除非条款另有规定，本协议不要求任何一方向另一方付款。',
  ]),
);

export const results: Clause = words(
  'results',
  ['Results and publication', '成果与发表'],
  paragraphs(
    [
      'What a party brings in stays its own. Results that parties produce together belong to them together, in shares that follow their contributions.',
      '各方带入的成果仍归其所有。各方共同产生的成果归其共同所有，份额依各自贡献确定。',
    ],
    [
      'A party that wishes to publish joint results tells the others {publicationDays} days before; they may ask to leave out what is confidential.',
      '一方拟发表共同成果时，须提前 {publicationDays} 天通知其他各方；其他各方可要求删除机密内容。',
    ],
  ),
  gap('publicationDays', 'number', ['Days before publication', '发表前天数'], 30),
);

export const disagreement: Clause = words(
  'disagreement',
  ['Disagreement', '分歧'],
  paragraphs(
    [
      'Parties first seek a solution between the people responsible, then between their heads. What is not settled within {settlementDays} days goes to {forum}.',
      '各方首先由负责人协商解决，再由各方主管协商。{settlementDays} 天内未能解决的，提交 {forum}。',
    ],
    [
      'A figure that is measured under this agreement may be disputed in the platform; parties then look at the same rows behind it.',
      '对依据本协议计量的数字可在平台上提出异议；各方据此查看相同的明细。',
    ],
  ),
  gap('settlementDays', 'number', ['Days to settle', '解决期限（天）'], 60),
  gap('forum', 'text', ['Court or arbitration', '法院或仲裁机构']),
);

export const duration: Clause = words(
  'joining-and-leaving',
  ['Beginning, joining, leaving and end', '生效、加入、退出与终止'],
  paragraphs(
    [
      'This agreement enters into force with the last signature or on the day that its terms name. How it is renewed, who may join and how a party leaves follow from its terms.',
      '本协议自最后一方签署之日或条款所载日期起生效。续期、加入与退出依条款办理。',
    ],
    [
      'Whoever takes part when the agreement ends, or when a party leaves, finishes on the conditions under which they began.',
      '在本协议终止或一方退出时仍在参与的人员，按其开始时的条件完成参与。',
    ],
  ),
);

/** The clauses with which every template ends. */
export const closing: readonly Clause[] = [personalData, disagreement, duration];
