import type { ErrorDefinition } from './definition.ts';

export const participationErrors = {
  'participation.not_found': {
    status: 404,
    en: 'There is no such participation, or you may not see it.',
    'zh-CN': '没有该参与记录，或者您无权查看。',
  },
  'plan.not_found': {
    status: 404,
    en: 'The plan has no version {number}.',
    'zh-CN': '计划没有第 {number} 版。',
  },
  'plan.superseded': {
    status: 409,
    en: 'A newer version of the plan was proposed. Read that one and approve it instead.',
    'zh-CN': '已有更新的计划版本。请阅读并批准新版本。',
  },
  'plan.party_not_yours': {
    status: 422,
    en: 'You can approve only for yourself or for the organisation you act for.',
    'zh-CN': '您只能为自己或您所代表的组织批准。',
  },
  'plan.goal_repeated': {
    status: 422,
    en: 'Two goals have the same identifier. Each goal needs its own.',
    'zh-CN': '有两个目标使用了相同的编号。每个目标需要各自的编号。',
  },
  'plan.supervisor_elsewhere': {
    status: 422,
    en: 'A supervisor is not on the staff of that organisation. Choose somebody who is.',
    'zh-CN': '所选导师不是该组织的工作人员。请另选一位。',
  },
  'plan.dates_reversed': {
    status: 422,
    en: 'The last day is before the first. Choose a later last day.',
    'zh-CN': '结束日期早于开始日期。请选择更晚的结束日期。',
    constraints: ['plan_dates_in_order'],
  },
  'plan.work_assessed': {
    status: 409,
    en: 'The work was assessed against the plan in force, so the plan can no longer change.',
    'zh-CN': '已按现行计划完成评定，计划不能再修改。',
  },
  'journal.not_found': {
    status: 404,
    en: 'There is no such entry in the journal.',
    'zh-CN': '日志中没有该条目。',
  },
  'journal.in_future': {
    status: 422,
    en: 'That day has not come yet ({today} at the place). Write what has been done.',
    'zh-CN': '该日期尚未到来（当地今天为 {today}）。请填写已完成的内容。',
  },
  'journal.before_start': {
    status: 422,
    en: 'That day is before the first day of the plan, {startsOn}. Choose a later day.',
    'zh-CN': '该日期早于计划的开始日期 {startsOn}。请选择更晚的日期。',
  },
  'journal.day_full': {
    status: 422,
    en: 'A day has 24 hours, and the journal would hold more for that one. Correct the time.',
    'zh-CN': '一天只有 24 小时，当天的日志将超过此数。请更正时长。',
  },
  'journal.confirmed': {
    status: 409,
    en: 'This entry is confirmed and stays as it is.',
    'zh-CN': '该条目已确认，不能再更改。',
  },
} as const satisfies Record<string, ErrorDefinition>;
