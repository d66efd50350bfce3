import type { ErrorDefinition } from './definition.ts';

export const calendarErrors = {
  'feed.not_found': {
    status: 404,
    en: 'There is no such calendar feed, or it was revoked.',
    'zh-CN': '没有该日历订阅，或者已被撤销。',
  },
  'feed.too_many': {
    status: 409,
    en: 'You have {limit} feeds, which is the most. Revoke one that you no longer use.',
    'zh-CN': '您已有 {limit} 个订阅，达到上限。请撤销不再使用的订阅。',
  },
  'outside_calendar.not_found': {
    status: 404,
    en: 'There is no such calendar, or it is not yours.',
    'zh-CN': '没有该日历，或者不属于您。',
  },
  'outside_calendar.address_invalid': {
    status: 422,
    en: 'That is no address of a calendar. Copy the one that begins with https:// or webcal:// from your calendar program.',
    'zh-CN': '这不是日历地址。请从您的日历程序复制以 https:// 或 webcal:// 开头的地址。',
  },
  'outside_calendar.exists': {
    status: 409,
    en: 'This calendar is read already.',
    'zh-CN': '该日历已在读取。',
    constraints: ['outside_calendar_address_key'],
  },
  'outside_calendar.too_many': {
    status: 409,
    en: 'You have {limit} calendars here, which is the most. Take one out first.',
    'zh-CN': '您已添加 {limit} 个日历，达到上限。请先移除一个。',
  },
  'invitation.reply_unreadable': {
    status: 422,
    en: 'This is not an answer to an invitation. Send the reply of a calendar program (METHOD:REPLY) as it is.',
    'zh-CN': '这不是对邀请的答复。请原样发送日历程序的答复（METHOD:REPLY）。',
  },
  'invitation.not_found': {
    status: 404,
    en: 'There is no invitation that this answers, or the booking was cancelled.',
    'zh-CN': '没有与此答复对应的邀请，或者预约已取消。',
  },
  'availability.unreadable': {
    status: 422,
    en: 'There are no weekly opening hours in this file (VAVAILABILITY, RFC 7953).',
    'zh-CN': '文件中没有每周开放时间（VAVAILABILITY，RFC 7953）。',
  },
} as const satisfies Record<string, ErrorDefinition>;
