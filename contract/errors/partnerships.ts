import type { ErrorDefinition } from './definition.ts';

export const partnershipErrors = {
  'partnership.not_found': {
    status: 404,
    en: 'There is no such partnership, or your organisation does not belong to it.',
    'zh-CN': '没有该合作关系，或者您的组织不在其中。',
  },
  'partnership.own_organisation_missing': {
    status: 422,
    en: 'Add your own organisation; coordinators found partnerships to which they belong.',
    'zh-CN': '请加入您自己的组织；协调人只能建立本组织参与的合作关系。',
  },
  'partnership.organisation_missing': {
    status: 422,
    en: 'One of the organisations does not exist. Search for it again.',
    'zh-CN': '其中一个组织不存在。请重新搜索。',
    constraints: ['partnership_member_organisation_id_fkey', 'partnership_request_organisation_id_fkey'],
  },
  'partnership.not_open': {
    status: 409,
    en: 'Organisations join this partnership by invitation. Ask one of its members.',
    'zh-CN': '该合作关系仅限受邀加入。请联系其成员。',
  },
  'partnership.asked_already': {
    status: 409,
    en: 'This organisation has asked, or was asked, already. Wait for the answer.',
    'zh-CN': '该组织已提出申请或已受邀。请等待答复。',
    constraints: ['partnership_request_open_key'],
  },
  'partnership.member_already': {
    status: 409,
    en: 'This organisation is a member already.',
    'zh-CN': '该组织已是成员。',
  },
  'partnership.ended': {
    status: 409,
    en: 'This partnership has ended and stays as it was.',
    'zh-CN': '该合作关系已结束，不能再更改。',
  },
  'partnership.owner_not_member': {
    status: 422,
    en: 'The owner of a goal must be a member of the partnership. Choose one of them.',
    'zh-CN': '目标负责方须为该合作关系的成员。请选择其中之一。',
  },
  'partnership.person_elsewhere': {
    status: 422,
    en: 'Name somebody of your own organisation, which must be a member.',
    'zh-CN': '请指定贵组织的人员；贵组织须为成员。',
    constraints: ['partnership_person_member_fkey', 'partnership_person_group_id_fkey'],
  },
  'partnership.person_already': {
    status: 409,
    en: 'This person is named already.',
    'zh-CN': '该人员已在名单中。',
    constraints: ['partnership_person_key'],
  },
  'partnership.unit_elsewhere': {
    status: 422,
    en: 'One of the units does not belong to your organisation.',
    'zh-CN': '其中一个部门不属于贵组织。',
    constraints: ['partnership_unit_unit_fkey'],
  },
  'partnership_request.not_found': {
    status: 404,
    en: 'There is no such request, or it is not yours to answer.',
    'zh-CN': '没有该申请，或者您无权答复。',
  },
  'partnership_group.not_found': {
    status: 404,
    en: 'There is no such working group, or your organisation does not belong to the partnership.',
    'zh-CN': '没有该工作组，或者贵组织不在该合作关系中。',
  },
  'partnership_goal.not_found': {
    status: 404,
    en: 'There is no such goal, or your organisation does not belong to the partnership.',
    'zh-CN': '没有该目标，或者贵组织不在该合作关系中。',
  },
  'unit.not_found': { status: 404, en: 'There is no such unit in this organisation.', 'zh-CN': '该组织中没有该部门。' },
} as const satisfies Record<string, ErrorDefinition>;
