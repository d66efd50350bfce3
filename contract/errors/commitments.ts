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
} as const satisfies Record<string, ErrorDefinition>;

export type CommitmentErrorCode = keyof typeof commitmentErrors;
