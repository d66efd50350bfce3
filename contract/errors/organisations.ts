import type { ErrorDefinition } from './definition.ts';

export const organisationErrors = {
  'organisation.not_found': { status: 404, en: 'There is no such organisation.', 'zh-CN': '没有该组织。' },
  'organisation.identifier_taken': {
    status: 409,
    en: 'Another organisation has this identifier already. Search for it before you add it again.',
    'zh-CN': '该标识符已属于另一组织。添加之前请先搜索。',
    constraints: ['organisation_identifier_pkey'],
  },
  'organisation.parent_unit_elsewhere': {
    status: 422,
    en: 'The unit above belongs to another organisation.',
    'zh-CN': '上级部门属于其他组织。',
    constraints: ['unit_parent_fkey'],
  },
} as const satisfies Record<string, ErrorDefinition>;
