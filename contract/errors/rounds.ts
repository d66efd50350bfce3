import type { ErrorDefinition } from './definition.ts';

export const roundErrors = {
  'round.not_found': {
    status: 404,
    en: 'There is no such round, or you may not see it.',
    'zh-CN': '没有该轮次，或者您无权查看。',
  },
  'round.window_reversed': {
    status: 422,
    en: 'The round closes before it opens. Choose a later closing time.',
    'zh-CN': '截止时间早于开放时间。请选择更晚的截止时间。',
    constraints: ['round_window_in_order'],
  },
  'round.respond_by_too_early': {
    status: 422,
    en: 'The date for answers is before the round closes. Choose a later one.',
    'zh-CN': '答复期限早于轮次截止时间。请选择更晚的期限。',
    constraints: ['round_respond_by_after_close'],
  },
  'round.wishes_reversed': {
    status: 422,
    en: 'More wishes are needed than are allowed. Lower the least number or raise the greatest.',
    'zh-CN': '最少志愿数大于最多志愿数。请调低最少数或调高最多数。',
    constraints: ['round_wishes_range'],
  },
  'round.score_rule_needed': {
    status: 422,
    en: 'Say in a sentence how the score is made; learners read it before they apply.',
    'zh-CN': '请用一句话说明分数的计算方法；学习者申请前会看到。',
  },
  'round.not_draft': {
    status: 409,
    en: 'The round was opened already, so this can no longer be changed.',
    'zh-CN': '轮次已经开放，无法再修改此项。',
  },
  'round.already_run': {
    status: 409,
    en: 'The round was run already, so this can no longer be changed.',
    'zh-CN': '分配已经执行，无法再修改此项。',
  },
  'round.no_offers': {
    status: 409,
    en: 'The round has no offers yet. Collect offers, then open it.',
    'zh-CN': '轮次中还没有项目。请先收集项目，再开放轮次。',
  },
  'round.no_learners': {
    status: 409,
    en: 'Nobody is invited to the round yet. Collect learners, then open it.',
    'zh-CN': '轮次尚未邀请学习者。请先收集学习者，再开放轮次。',
  },
  'round.closes_in_past': {
    status: 409,
    en: 'The closing time has passed already. Choose a later one, then open the round.',
    'zh-CN': '截止时间已过。请选择更晚的时间，再开放轮次。',
  },
  'round.still_open': {
    status: 409,
    en: 'The round is open until {closesAt}. It can be run after that.',
    'zh-CN': '轮次开放至 {closesAt}，之后才能执行分配。',
  },
  'round.is_running': {
    status: 409,
    en: 'The allocation is being run at this moment. Wait for its result.',
    'zh-CN': '分配正在执行。请等待结果。',
    constraints: ['run_one_at_a_time_key', 'run_number_key'],
  },
  'round.nothing_runs': {
    status: 409,
    en: 'No allocation is being run at this moment: it is finished or was stopped already. Nothing was changed.',
    'zh-CN': '目前没有正在执行的分配：它已经完成或已被停止。没有任何更改。',
  },
  'round.offers_in_another': {
    status: 409,
    en: '{count} offers stand in another round that is running, first: {first}. Take them out of this round, or wait until that one is published or cancelled.',
    'zh-CN': '有 {count} 个项目正处于另一个进行中的轮次，第一个：{first}。请将其移出本轮次，或等待该轮次公布或取消。',
    constraints: ['round_offer_running_key'],
  },
  'round.scores_missing': {
    status: 409,
    en: '{count} learners who applied have no score. Add their scores, then run again.',
    'zh-CN': '有 {count} 位申请者没有分数。请补充分数后再执行。',
  },
  'round.not_in_review': {
    status: 409,
    en: 'There is no result in review. Run the allocation first.',
    'zh-CN': '没有待复核的结果。请先执行分配。',
  },
  'round.not_published': {
    status: 409,
    en: 'The result is not published yet. You will be told when it is.',
    'zh-CN': '结果尚未公布。公布时会通知您。',
  },
  'round.already_published': {
    status: 409,
    en: 'The result was published already, perhaps by a colleague a moment ago. Nothing was published twice.',
    'zh-CN': '结果已经公布，可能是您的同事刚刚公布的。没有重复公布。',
  },
  'round.is_cancelled': {
    status: 409,
    en: 'The round was cancelled.',
    'zh-CN': '轮次已取消。',
  },
  'round.respond_by_passed': {
    status: 409,
    en: 'Learners would have no time to answer: the date for answers has passed or is missing. Choose a later one.',
    'zh-CN': '学习者没有时间答复：答复期限已过或未设置。请选择更晚的期限。',
  },
  'round.offer_withdrawn_since_run': {
    status: 409,
    en: 'An offer in which learners were placed was withdrawn after the run. Run again, or move them by hand.',
    'zh-CN': '执行分配后，有已安排学习者的项目被撤回。请重新执行，或手动调整。',
  },
  'round.places_gone': {
    status: 409,
    en: 'An offer has fewer free places now than the result gives. Run again, or move learners by hand.',
    'zh-CN': '有项目的空余名额少于结果所分配的名额。请重新执行，或手动调整。',
  },
  'round.no_place_left': {
    status: 409,
    en: 'All places of this offer are given in this result. Free one first, or choose another offer.',
    'zh-CN': '该项目的名额在本次结果中已全部分配。请先腾出名额，或选择其他项目。',
  },
  'round.offer_elsewhere': {
    status: 422,
    en: 'That offer does not belong to this round, or was withdrawn. Choose one of the round.',
    'zh-CN': '该项目不属于本轮次，或已撤回。请选择本轮次的项目。',
  },
  'round.learner_elsewhere': {
    status: 404,
    en: 'That learner has no application in this round.',
    'zh-CN': '该学习者在本轮次没有申请。',
  },
  'round.scores_unknown': {
    status: 422,
    en: '{count} rows name nobody in this round, first: {first}. Nothing was stored; correct the list and send it again.',
    'zh-CN': '有 {count} 行不对应本轮次中的任何人，第一个：{first}。没有保存任何内容；请更正后重新提交。',
  },
  'round.scores_unreadable': {
    status: 422,
    en: 'Row {row} could not be read: {problem}. Nothing was stored. The columns are membership, person or email, and score.',
    'zh-CN': '无法读取第 {row} 行：{problem}。没有保存任何内容。列名应为 membership、person 或 email，以及 score。',
  },
  'ranking.not_applicants': {
    status: 422,
    en: '{count} people in the ranking do not wish for this offer any more. Load it again and check.',
    'zh-CN': '排序中有 {count} 人已不再选择该项目。请重新加载并检查。',
  },
  'ranking.named_twice': {
    status: 422,
    en: 'Somebody stands in the ranking twice. Name everyone once.',
    'zh-CN': '排序中有人出现两次。每人只能出现一次。',
  },
  'ranking.not_used': {
    status: 409,
    en: 'In this round offers do not rank learners themselves, so there is nothing to rank.',
    'zh-CN': '本轮次不由提供方排序，因此无需排序。',
  },
} as const satisfies Record<string, ErrorDefinition>;
