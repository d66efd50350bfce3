import type { ErrorDefinition } from './definition.ts';

export const outcomeErrors = {
  'outcome.not_found': {
    status: 404,
    en: 'There is no such outcome, or you may not see it.',
    'zh-CN': '没有该成果，或者您无权查看。',
  },
  'outcome.exists': {
    status: 409,
    en: 'This participation was assessed already. Open the assessment to change it.',
    'zh-CN': '该参与记录已有评定。请打开评定进行修改。',
    constraints: ['outcome_participation_key'],
  },
  'outcome.no_plan': {
    status: 409,
    en: 'There is no plan that all parties agreed to, so there is nothing to assess against.',
    'zh-CN': '没有各方同意的计划，因此无从评定。',
  },
  'outcome.goals_differ': {
    status: 422,
    en: 'Assess every goal of the plan in force exactly once.',
    'zh-CN': '请对现行计划的每个目标各评定一次。',
  },
  'outcome.grade_needs_scale': {
    status: 422,
    en: 'A grade means nothing without its scale. Give both or neither.',
    'zh-CN': '没有评分标准的成绩没有意义。请两项都填或都不填。',
    constraints: ['outcome_grade_has_scale', 'outcome_recognised_grade_has_scale'],
  },
  'outcome.still_running': {
    status: 409,
    en: 'The participation has not ended yet. It can be recognised when the provider has completed it.',
    'zh-CN': '该参与尚未结束。提供方确认完成后方可认定。',
  },
} as const satisfies Record<string, ErrorDefinition>;
