import type { NeedKind } from './need-kinds.ts';

/** What waits for somebody, as the verb of the thing to do. */
export const needWords = {
  respond_to_place: { en: 'Accept or decline', 'zh-CN': '接受或放弃' },
  rank_wishes: { en: 'Rank your wishes', 'zh-CN': '排列志愿' },
  propose_plan: { en: 'Propose a plan', 'zh-CN': '提出计划' },
  approve_plan: { en: 'Approve the plan', 'zh-CN': '批准计划' },
  log_hours: { en: 'Log your hours', 'zh-CN': '记录时数' },
  countersign_outcome: { en: 'Countersign', 'zh-CN': '会签' },
  publish_offer: { en: 'Publish', 'zh-CN': '发布' },
  rank_applicants: { en: 'Rank applicants', 'zh-CN': '排列申请人' },
  confirm_hours: { en: 'Confirm hours', 'zh-CN': '确认时数' },
  complete_participation: { en: 'Complete', 'zh-CN': '完成' },
  assess_outcome: { en: 'Assess', 'zh-CN': '评定' },
  recognise_outcome: { en: 'Recognise', 'zh-CN': '认定' },
  open_round: { en: 'Open the round', 'zh-CN': '开放轮次' },
  run_round: { en: 'Run the allocation', 'zh-CN': '执行分配' },
  publish_round: { en: 'Publish the result', 'zh-CN': '公布结果' },
  sign_agreement: { en: 'Sign', 'zh-CN': '签署' },
  name_signatories: { en: 'Name who signs', 'zh-CN': '指定签署人' },
  confirm_document: { en: 'Confirm the document', 'zh-CN': '确认文件' },
} as const satisfies Record<NeedKind, { en: string; 'zh-CN': string }>;
