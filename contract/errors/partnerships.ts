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
    constraints: ['partnership_member_organisation_id_fkey'],
  },
  'unit.not_found': { status: 404, en: 'There is no such unit in this organisation.', 'zh-CN': '该组织中没有该部门。' },
} as const satisfies Record<string, ErrorDefinition>;
