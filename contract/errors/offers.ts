import type { ErrorDefinition } from './definition.ts';

export const offerErrors = {
  'offer.not_found': {
    status: 404,
    en: 'There is no such offer, or you may not see it.',
    'zh-CN': '没有该项目，或者您无权查看。',
  },
  'offer.agreement_missing': {
    status: 422,
    en: 'Choose an agreement to which your organisation is a party. Offers for its parties alone need one.',
    'zh-CN': '请选择贵组织作为一方的协议。仅面向协议各方的项目必须指定协议。',
    constraints: ['offer_agreement_party_fkey', 'offer_agreement_audience'],
  },
  'offer.already_imported': {
    status: 409,
    en: 'An offer with this identifier of the source exists already.',
    'zh-CN': '已有来自该来源的相同编号的项目。',
    constraints: ['offer_external_key'],
  },
  'offer.places_below_taken': {
    status: 409,
    en: 'More places are taken than you want to offer. Keep at least as many places as are taken.',
    'zh-CN': '已占用名额多于您要提供的名额。名额不得少于已占用数。',
    constraints: ['offer_not_oversold'],
  },
  'offer.fixed_once_published': {
    status: 409,
    en: 'The kind of a published offer, and how its places are given, stay as they are: people rely on them. Withdraw this offer and publish another.',
    'zh-CN': '项目发布后，其类型和名额分配方式不可更改，因为已有人据此行事。请撤回该项目，另行发布。',
  },
  'offer.already_withdrawn': {
    status: 409,
    en: 'This offer is withdrawn and stays as it was. Make a new one instead.',
    'zh-CN': '该项目已撤回，不能再修改。请新建项目。',
  },
  'offer.window_over': {
    status: 409,
    en: 'Applications would be closed already. Choose a later closing time, then publish.',
    'zh-CN': '申请截止时间已过。请选择更晚的截止时间，然后发布。',
  },
  'offer.not_a_draft': {
    status: 409,
    en: 'Only a draft can be discarded. Withdraw the offer instead, with a reason.',
    'zh-CN': '只能删除草稿。请说明理由并撤回该项目。',
  },
  'offer.too_many_attachments': {
    status: 409,
    en: 'An offer shows at most {limit} files. Remove one first.',
    'zh-CN': '一个项目最多显示 {limit} 个文件。请先移除一个。',
  },
  'offer.dates_reversed': {
    status: 422,
    en: 'The last day is before the first. Choose a later last day.',
    'zh-CN': '结束日期早于开始日期。请选择更晚的结束日期。',
    constraints: ['offer_dates_in_order'],
  },
  'offer.window_reversed': {
    status: 422,
    en: 'Applications close before they open. Choose a later closing time.',
    'zh-CN': '申请截止时间早于开始时间。请选择更晚的截止时间。',
    constraints: ['offer_window_in_order'],
  },
  'offer.session_reversed': {
    status: 422,
    en: 'A session ends before it begins. Choose a later end.',
    'zh-CN': '有一场次的结束时间早于开始时间。请选择更晚的结束时间。',
    constraints: ['session_in_order'],
  },
  'offer.unit_elsewhere': {
    status: 422,
    en: 'That unit belongs to another organisation. Choose one of yours.',
    'zh-CN': '该部门属于其他组织。请选择您组织的部门。',
    constraints: ['offer_unit_fkey'],
  },
} as const satisfies Record<string, ErrorDefinition>;
