import type { ErrorDefinition } from './definition.ts';

export const commitmentErrors = {
  'commitment.not_found': {
    status: 404,
    en: 'There is no such commitment, or your organisation is not a party to its agreement.',
    'zh-CN': '没有该承诺，或者您的组织不是相关协议的一方。',
  },
  'commitment.not_a_party': {
    status: 422,
    en: 'Only parties of the agreement can promise and be promised. Choose one of them.',
    'zh-CN': '只有协议的各方才能作出或接受承诺。请选择其中一方。',
  },
  'commitment.opened_to_itself': {
    status: 422,
    en: 'A party sees its own learners without a clause. Choose another party.',
    'zh-CN': '一方查看本方学习者无须条款。请选择另一方。',
  },
  'commitment.promised_to_itself': {
    status: 422,
    en: 'A party cannot promise something to itself. Choose another party.',
    'zh-CN': '一方不能向自己作出承诺。请选择另一方。',
    constraints: ['commitment_parties_differ', 'access_grant_parties_differ'],
  },
  'commitment.unit_differs': {
    status: 422,
    en: 'This measure is counted in another unit. Take the unit that belongs to the measure.',
    'zh-CN': '该衡量标准使用另一种单位。请使用与之对应的单位。',
  },
  'commitment.currency_unfitting': {
    status: 422,
    en: 'Money needs exactly one currency, and only money has one.',
    'zh-CN': '金额必须且只能使用一种货币；其他单位没有货币。',
    constraints: ['commitment_money_has_currency'],
  },
  'commitment.ends_before_it_begins': {
    status: 422,
    en: 'The last day is before the first. Change one of them.',
    'zh-CN': '结束日期早于开始日期。请修改其中之一。',
    constraints: ['commitment_period_in_order', 'access_grant_dates_in_order'],
  },
  'commitment.quantity_missing': {
    status: 422,
    en: 'Say how much is promised: a number above zero.',
    'zh-CN': '请说明承诺的数量：须大于零。',
    constraints: ['commitment_quantity_range'],
  },
  'commitment.quantity_unfitting': {
    status: 422,
    en: 'What is counted one by one needs a whole number, and a share is at most 100 percent.',
    'zh-CN': '逐个计数的数量须为整数；百分比不超过 100。',
  },
  'commitment.days_missing': {
    status: 422,
    en: 'Say within how many working days answers are promised.',
    'zh-CN': '请说明承诺在几个工作日内答复。',
  },
  'commitment.weights_unfitting': {
    status: 422,
    en: 'Only an exchange balance has weights and a tolerance. Remove them, or choose that measure.',
    'zh-CN': '只有交流平衡才有权重和容差。请删除，或改选该衡量标准。',
  },
  'commitment.filter_unfitting': {
    status: 422,
    en: 'This measure cannot be narrowed in that way. Remove the condition.',
    'zh-CN': '该衡量标准不能这样限定。请删除该条件。',
  },
  'contribution.not_found': {
    status: 404,
    en: 'There is no such record, or your organisation may not act on it.',
    'zh-CN': '没有该记录，或者您的组织无权处理。',
  },
  'contribution.not_recorded_by_hand': {
    status: 422,
    en: 'This promise is counted from what happens, so nothing is recorded by hand. Dispute its figure when it is wrong.',
    'zh-CN': '该承诺由实际发生的事项计数，无需手工记录。若数字有误，请提出异议。',
  },
  'contribution.currency_differs': {
    status: 422,
    en: 'The promise is in {currency}. Record the amount in that currency.',
    'zh-CN': '该承诺以 {currency} 计。请用该货币记录金额。',
  },
  'contribution.evidence_missing': {
    status: 422,
    en: 'What only people can confirm needs evidence: a file or a link.',
    'zh-CN': '只能由人确认的事项需要证据：文件或链接。',
  },
  'contribution.file_missing': {
    status: 422,
    en: 'There is no such file of your organisation. Upload it first.',
    'zh-CN': '贵组织没有该文件。请先上传。',
    constraints: ['contribution_file_id_fkey'],
  },
  'contribution.outside_period': {
    status: 422,
    en: 'The day is outside the time for which this is promised ({startsOn} to {endsOn}).',
    'zh-CN': '该日期不在承诺期间内（{startsOn} 至 {endsOn}）。',
  },
  'contribution.already_settled': {
    status: 409,
    en: 'This record was counter-signed or withdrawn already. Load the page again.',
    'zh-CN': '该记录已会签或已撤回。请重新加载页面。',
  },
  'dispute.not_found': {
    status: 404,
    en: 'There is no such dispute, or your organisation may not act on it.',
    'zh-CN': '没有该异议，或者您的组织无权处理。',
  },
  'dispute.row_missing': {
    status: 422,
    en: 'There is no such figure or row in this period. Load the rows again.',
    'zh-CN': '该期间没有这个数字或明细。请重新加载明细。',
    constraints: ['figure_dispute_figure_fkey'],
  },
  'dispute.already_open': {
    status: 409,
    en: 'A dispute about this is open already. Answer or withdraw it first.',
    'zh-CN': '对此已有未结的异议。请先答复或撤回。',
    constraints: ['figure_dispute_open_key'],
  },
  'dispute.already_settled': {
    status: 409,
    en: 'This dispute was settled already. Load the page again.',
    'zh-CN': '该异议已处理。请重新加载页面。',
  },
} as const satisfies Record<string, ErrorDefinition>;

export type CommitmentErrorCode = keyof typeof commitmentErrors;
