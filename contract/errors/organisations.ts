import type { ErrorDefinition } from './definition.ts';

export const organisationErrors = {
  'organisation.not_found': { status: 404, en: 'There is no such organisation.', 'zh-CN': '没有该组织。' },
  'organisation.archived_already': {
    status: 409,
    en: 'The organisation is archived already.',
    'zh-CN': '该组织已归档。',
  },
  'organisation.merged_into_itself': {
    status: 422,
    en: 'An organisation cannot be merged into itself. Choose another one.',
    'zh-CN': '组织不能并入自身。请选择另一组织。',
    constraints: ['organisation_merged_into_another'],
  },
  'organisation.merged_into_missing': {
    status: 422,
    en: 'The organisation that should take its place is not in the register, or is archived.',
    'zh-CN': '承接的组织不在名册中，或已归档。',
  },
  'organisation.merged_away': {
    status: 422,
    en: '{name} was merged into {successor}. Name {successor} instead.',
    'zh-CN': '{name} 已并入 {successor}。请改为选择 {successor}。',
  },
  'organisation.gone': {
    status: 422,
    en: '{name} is archived and takes part in nothing new. Choose another organisation.',
    'zh-CN': '{name} 已归档，不再参与新的事务。请选择其他组织。',
  },
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
