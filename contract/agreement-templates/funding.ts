import type { TemplateContent } from '../agreements/template.ts';
import { closing, decisions, usualTerms } from './common.ts';
import { both, gap, paragraphs, promise, words } from './write.ts';

export const funding: TemplateContent = {
  title: both(['Funding agreement', '资助协议']),
  purpose: both([
    'A funder gives money for a stated purpose; receivers report what became of it.',
    '资助方为明确用途提供资金；受助方报告使用情况。',
  ]),
  terms: { ...usualTerms, renewal: 'none', renewalMonths: null, accession: 'all_sign', withdrawal: 'all_agree' },
  clauses: [
    words(
      'purpose',
      ['What the money is for', '资金用途'],
      paragraphs([
        'The funder supports {project}. Money is used for that alone; what is not used goes back.',
        '资助方支持 {project}。资金仅用于该用途；未使用部分须退还。',
      ]),
      gap('project', 'text', ['What is supported', '资助内容']),
    ),
    promise(
      'contribution',
      ['Contribution of the funder', '资助方出资'],
      paragraphs([
        '{promiser} pays {quantity} to {beneficiary} between {periodStart} and {periodEnd}, in the instalments of the annex.',
        '{promiser} 在 {periodStart} 至 {periodEnd} 期间，按附件所列分期向 {beneficiary} 支付 {quantity}。',
      ]),
      { measure: 'money_contributed', unit: 'money', every: 'once' },
    ),
    promise(
      'own-share',
      ['Own share of the receiver', '受助方自筹'],
      paragraphs([
        '{promiser} brings in work, rooms and material worth {quantity} towards {beneficiary} between {periodStart} and {periodEnd}.',
        '{promiser} 在 {periodStart} 至 {periodEnd} 期间，向 {beneficiary} 投入价值 {quantity} 的人力、场地与材料。',
      ]),
      { measure: 'kind_contributed', unit: 'money', every: 'once' },
    ),
    promise(
      'reports',
      ['Reports', '报告'],
      paragraphs([
        '{promiser} delivers {quantity} reports every year to {beneficiary}, from {periodStart} to {periodEnd}: what was done, what it cost, what came of it.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年向 {beneficiary} 提交 {quantity} 份报告：所做工作、费用与成效。',
      ]),
      { measure: 'reports_delivered', unit: 'reports', every: 'year' },
    ),
    words(
      'costs',
      ['Costs that may be paid', '可列支费用'],
      paragraphs([
        'Eligible are costs that arose in the period, are needed for the purpose and can be shown. Indirect costs are {indirectPercent} percent of the direct ones. Moving more than {movePercent} percent between headings needs the funder’s consent.',
        '可列支费用须发生于资助期内、为用途所必需且可证明。间接费用为直接费用的 {indirectPercent}%。科目间调整超过 {movePercent}% 须经资助方同意。',
      ]),
      gap('indirectPercent', 'number', ['Indirect costs, percent', '间接费用百分比'], 15),
      gap('movePercent', 'number', ['Moved without consent, percent', '自行调整上限百分比'], 10),
    ),
    words(
      'audit',
      ['Records and audit', '凭证与审计'],
      paragraphs([
        'Receivers keep records for {recordYears} years and show them when the funder asks. What was not used as agreed is paid back.',
        '受助方保存凭证 {recordYears} 年，并应资助方要求出示。未按约定使用的资金须退还。',
      ]),
      gap('recordYears', 'number', ['Years to keep records', '凭证保存年限'], 7),
    ),
    words(
      'publicity',
      ['Naming the funder', '署名'],
      paragraphs([
        'Receivers name the funder where the project is shown, and say that views are their own.',
        '受助方在展示项目时注明资助方，并说明观点仅代表自身。',
      ]),
    ),
    decisions,
    ...closing,
  ],
};
