import type { ErrorDefinition } from './definition.ts';

export const applicationErrors = {
  'application.not_found': {
    status: 404,
    en: 'There is no such application, or you may not see it.',
    'zh-CN': '没有该申请，或者您无权查看。',
  },
  'application.already_made': {
    status: 409,
    en: 'You have applied for this already. Open your applications to see how it stands.',
    'zh-CN': '您已申请过该项目。请在“我的申请”中查看进展。',
    constraints: ['application_offer_person_key', 'application_round_person_key'],
  },
  'application.by_round': {
    status: 409,
    en: 'Places of this offer are given in an allocation round. Put it on your ranked list there.',
    'zh-CN': '该项目的名额通过分配轮次给出。请在轮次中将其列入您的志愿。',
  },
  'application.too_early': {
    status: 409,
    en: 'Applications open at {opensAt}. Come back then.',
    'zh-CN': '申请将于 {opensAt} 开始。请届时再来。',
  },
  'application.deadline_passed': {
    status: 409,
    en: 'The deadline was {closesAt}. It can no longer be changed.',
    'zh-CN': '截止时间为 {closesAt}，现已无法申请或修改。',
  },
  'application.not_eligible': {
    status: 422,
    en: 'You do not meet every condition: {reasons}',
    'zh-CN': '您尚未满足全部条件：{reasons}',
  },
  'application.statement_needed': {
    status: 422,
    en: 'The provider asks why you apply. Say it in your own words, then send again.',
    'zh-CN': '提供方希望了解您申请的原因。请用自己的话说明后再提交。',
  },
  'application.round_not_open': {
    status: 409,
    en: 'This round takes no lists at the moment.',
    'zh-CN': '该轮次目前不接受志愿。',
  },
  'application.wishes_count': {
    status: 422,
    en: 'Your list needs at least {minimum} and at most {maximum} wishes.',
    'zh-CN': '您的志愿数量应为 {minimum} 至 {maximum} 个。',
  },
  'application.wish_elsewhere': {
    status: 422,
    en: 'Some wishes cannot be chosen in this round. Remove them, then save again.',
    'zh-CN': '部分志愿不能在本轮次中选择。请将其移除后再保存。',
  },
  'application.offer_gone': {
    status: 409,
    en: 'The provider has withdrawn this offer, so the place no longer exists. Its reason stands on the offer.',
    'zh-CN': '提供方已撤回该项目，名额不复存在。原因见项目页面。',
  },
  'application.response_late': {
    status: 409,
    en: 'The place had to be answered by {respondBy}. It has gone back.',
    'zh-CN': '该名额须在 {respondBy} 之前答复，现已收回。',
  },
  'application.already_begun': {
    status: 409,
    en: 'This has begun, so it cannot be withdrawn. End it early on its own page, with a reason.',
    'zh-CN': '该项目已开始，无法撤回申请。请在其页面上说明理由并提前结束。',
  },
} as const satisfies Record<string, ErrorDefinition>;
