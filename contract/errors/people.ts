import type { ErrorDefinition } from './definition.ts';

export const peopleErrors = {
  'person.not_found': {
    status: 404,
    en: 'There is no such person, or you may not see them.',
    'zh-CN': '没有此人，或者您无权查看。',
  },
  'membership.not_found': {
    status: 404,
    en: 'There is no such membership, or it has ended.',
    'zh-CN': '没有该成员身份，或其已结束。',
  },
  'membership.already_there': {
    status: 409,
    en: 'This person has that role in the organisation already.',
    'zh-CN': '此人在该组织中已有该角色。',
    constraints: ['membership_current_key'],
  },
  'membership.unit_elsewhere': {
    status: 422,
    en: 'That unit belongs to another organisation.',
    'zh-CN': '该部门属于其他组织。',
    constraints: ['membership_unit_fkey'],
  },
  'membership.organisation_missing': {
    status: 404,
    en: 'There is no such organisation.',
    'zh-CN': '没有该组织。',
    constraints: ['membership_organisation_id_fkey'],
  },
  'membership.last_administrator': {
    status: 409,
    en: 'Nobody else administers this network. Give the role to somebody else first.',
    'zh-CN': '此网络没有其他管理员。请先将该角色授予他人。',
  },
  'profile.grade_above_maximum': {
    status: 422,
    en: 'The grade average is above the best possible grade. Correct one of them.',
    'zh-CN': '平均成绩高于满分。请更正其中一项。',
    constraints: ['learner_profile_grade_average_range'],
  },
  'profile.time_zone_unknown': {
    status: 422,
    en: 'There is no time zone “{timeZone}”. Choose one such as Europe/Lisbon.',
    'zh-CN': '没有时区“{timeZone}”。请选择例如 Asia/Shanghai。',
  },
} as const satisfies Record<string, ErrorDefinition>;
