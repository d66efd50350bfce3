import { pickText, type LocalisedText } from './localised-text.ts';

interface Words {
  en: string;
  'zh-CN': string;
}

/** The closed list of notifications, in words; `{title}` is the offer's or round's title, `{person}` a name. */
export const notificationWords = {
  'application.accepted': { en: '{person} holds a place in “{title}”.', 'zh-CN': '{person} 已获得“{title}”的名额。' },
  'application.promoted': {
    en: 'A place became free: you now hold a place in “{title}”.',
    'zh-CN': '有名额空出：您已获得“{title}”的名额。',
  },
  'application.offered': {
    en: 'You have a place in “{title}”. Accept or decline it.',
    'zh-CN': '您获得了“{title}”的名额。请接受或放弃。',
  },
  'application.not_placed': {
    en: 'The result of “{title}” gave you no place. Read why.',
    'zh-CN': '“{title}”的结果中您未获名额。请查看原因。',
  },
  'application.lapsed': {
    en: 'Your place in “{title}” lapsed, because it was not accepted by the date.',
    'zh-CN': '您在“{title}”的名额因逾期未接受而失效。',
  },
  'application.withdrawn': { en: '{person} withdrew from “{title}”.', 'zh-CN': '{person} 撤回了对“{title}”的申请。' },
  'application.declined': {
    en: '{person} declined the place in “{title}”.',
    'zh-CN': '{person} 放弃了“{title}”的名额。',
  },
  'offer.withdrawn': { en: '“{title}” was withdrawn: {reason}', 'zh-CN': '“{title}”已撤回：{reason}' },
  'round.opened': {
    en: 'The round “{title}” is open. Rank what you wish for.',
    'zh-CN': '轮次“{title}”已开放。请排列您的志愿。',
  },
  'round.published': { en: 'The result of “{title}” is published.', 'zh-CN': '“{title}”的结果已公布。' },
  'round.cancelled': { en: 'The round “{title}” was cancelled: {reason}', 'zh-CN': '轮次“{title}”已取消：{reason}' },
  'plan.proposed': {
    en: '{person} proposed a plan for “{title}”. Read and approve it.',
    'zh-CN': '{person} 为“{title}”提出了计划。请阅读并批准。',
  },
  'plan.agreed': { en: 'Everybody agreed to the plan for “{title}”.', 'zh-CN': '各方已同意“{title}”的计划。' },
  'participation.created': {
    en: 'Agree on a plan for “{title}” before it begins.',
    'zh-CN': '请在“{title}”开始之前商定计划。',
  },
  'participation.ended_early': { en: '“{title}” ended early: {reason}', 'zh-CN': '“{title}”提前结束：{reason}' },
  'participation.cancelled': { en: '“{title}” will not take place: {reason}', 'zh-CN': '“{title}”不再进行：{reason}' },
  'participation.completed': {
    en: '“{title}” is completed. The provider assesses it next.',
    'zh-CN': '“{title}”已完成。接下来由提供方评定。',
  },
  'outcome.assessed': {
    en: '“{title}” was assessed. Read it and countersign in your own words.',
    'zh-CN': '“{title}”已评定。请阅读并用自己的话会签。',
  },
  'outcome.countersigned': {
    en: '{person} countersigned “{title}”. It waits for recognition.',
    'zh-CN': '{person} 已会签“{title}”，等待认定。',
  },
  'outcome.recognised': { en: '“{title}” was recognised.', 'zh-CN': '“{title}”已获认定。' },
  'outcome.not_recognised': { en: '“{title}” was not recognised: {reason}', 'zh-CN': '“{title}”未获认定：{reason}' },
  'agreement.party_invited': {
    en: '“{title}” was begun with a new party. Read the draft.',
    'zh-CN': '“{title}”新增了一方。请阅读草稿。',
  },
  'agreement.guest_invited': {
    en: '{organisation} invites you to the negotiation of “{title}”. Read the text and say what you think.',
    'zh-CN': '{organisation} 邀请您参与“{title}”的协商。请阅读文本并提出意见。',
  },
  'agreement.proposed': {
    en: 'A version of “{title}” is proposed. Review it.',
    'zh-CN': '“{title}”提出了一个版本。请审阅。',
  },
  'agreement.change_asked': {
    en: 'A change of “{title}” was asked for: {reason}',
    'zh-CN': '有一方要求修改“{title}”：{reason}',
  },
  'agreement.approved': {
    en: 'All parties approved “{title}”. It can be signed.',
    'zh-CN': '各方均已批准“{title}”，可以签署。',
  },
  'agreement.asked_for': {
    en: 'Something was asked for about “{title}”. See whether you have to answer.',
    'zh-CN': '有人就“{title}”提出请求。请查看是否需要您答复。',
  },
  'agreement.notice_given': {
    en: 'Notice was given about “{title}”.',
    'zh-CN': '有一方就“{title}”发出了通知。',
  },
  'agreement.suspended': {
    en: '“{title}” is suspended.',
    'zh-CN': '“{title}”已中止。',
  },
  'agreement.resumed': {
    en: '“{title}” runs again.',
    'zh-CN': '“{title}”已恢复。',
  },
  'agreement.terminated': {
    en: '“{title}” is terminated. What is running stays.',
    'zh-CN': '“{title}”已终止。正在进行的参与不受影响。',
  },
  'agreement.joined': {
    en: 'A party joined “{title}”.',
    'zh-CN': '有一方加入了“{title}”。',
  },
  'agreement.party_merged': {
    en: 'A party of “{title}” was merged with another, which takes its place.',
    'zh-CN': '“{title}”的一方已并入另一组织，由后者承接。',
  },
  'agreement.left': {
    en: 'A party left “{title}”.',
    'zh-CN': '有一方退出了“{title}”。',
  },
  'agreement.dormant': {
    en: 'Nothing has happened under “{title}” for half a year. Decide what becomes of it.',
    'zh-CN': '“{title}”半年来没有活动。请决定如何处理。',
  },
  'agreement.handed_over': {
    en: 'Another person is responsible for “{title}”.',
    'zh-CN': '“{title}”的负责人已变更。',
  },
  'agreement.signature_asked': {
    en: 'Sign “{title}” for {organisation} by {date}.',
    'zh-CN': '请于 {date} 前代表 {organisation} 签署“{title}”。',
  },
  'agreement.signature_due': {
    en: 'Your signature of “{title}” for {organisation} is due by {date}.',
    'zh-CN': '请记得于 {date} 前代表 {organisation} 签署“{title}”。',
  },
  'agreement.signature_declined': {
    en: '{organisation} declined to sign “{title}”: {reason}',
    'zh-CN': '{organisation} 拒绝签署“{title}”：{reason}',
  },
  'agreement.document_brought': {
    en: 'A signed document was brought for {organisation}, “{title}”. Another party confirms it.',
    'zh-CN': '已提交 {organisation} 签署的“{title}”文件，须由另一方确认。',
  },
  'agreement.sealed': {
    en: 'All have signed “{title}”; it is sealed.',
    'zh-CN': '各方均已签署“{title}”，文件已封存。',
  },
  'commitment.due_soon': {
    en: '{organisation} promised “{title}”. The time for it ends soon.',
    'zh-CN': '{organisation} 承诺了“{title}”，期限即将届满。',
  },
  'commitment.slipped': {
    en: '“{title}”, promised by {organisation}, is behind. See the rows and act.',
    'zh-CN': '{organisation} 承诺的“{title}”进度落后。请查看明细并采取措施。',
  },
  'dispute.raised': {
    en: 'The figure of “{title}” is disputed: {reason}',
    'zh-CN': '“{title}”的数字有异议：{reason}',
  },
  'membership.created': {
    en: 'You were made a member of {organisation}.',
    'zh-CN': '您已成为 {organisation} 的成员。',
  },
  'booking.requested': {
    en: '{person} asks for “{title}”. Agree or refuse.',
    'zh-CN': '{person} 请求预约“{title}”。请同意或拒绝。',
  },
  'booking.approved': {
    en: 'Your booking of “{title}” was approved.',
    'zh-CN': '您对“{title}”的预约已获同意。',
  },
  'booking.declined': {
    en: 'Your booking of “{title}” was declined: {reason}',
    'zh-CN': '您对“{title}”的预约未获同意：{reason}',
  },
  'booking.granted': {
    en: 'Your request for “{title}” was granted by fair share.',
    'zh-CN': '您对“{title}”的请求已按公平份额获准。',
  },
  'booking.refused': {
    en: 'Another partner goes first for “{title}”: it used less of its share. Read why.',
    'zh-CN': '“{title}”优先给予份额使用较少的合作方。请查看原因。',
  },
  'partnership.invited': {
    en: '{organisation} is invited to the partnership “{title}”. Read why, and accept or decline.',
    'zh-CN': '{organisation} 受邀加入合作关系“{title}”。请阅读理由，并接受或谢绝。',
  },
  'partnership.asked_to_join': {
    en: '{organisation} asks to join the partnership “{title}”. Read why, and accept or decline.',
    'zh-CN': '{organisation} 申请加入合作关系“{title}”。请阅读理由，并接受或谢绝。',
  },
  'partnership.joined': {
    en: '{organisation} is now a member of the partnership “{title}”.',
    'zh-CN': '{organisation} 现已成为合作关系“{title}”的成员。',
  },
  'partnership.not_joined': {
    en: '{organisation} does not become a member of the partnership “{title}”. {reason}',
    'zh-CN': '{organisation} 不加入合作关系“{title}”。{reason}',
  },
  'booking.promoted': {
    en: '“{title}” became free for you. Look whether you have to accept it.',
    'zh-CN': '“{title}”已为您空出。请查看是否需要接受。',
  },
  'booking.lapsed': {
    en: 'Your place in the queue for “{title}” ended.',
    'zh-CN': '您对“{title}”的候补已结束。',
  },
  'booking.not_decided': {
    en: 'Nobody decided on your request for “{title}” before it began.',
    'zh-CN': '您对“{title}”的请求在开始前无人处理。',
  },
  'booking.changed': {
    en: 'The booking of “{title}” by {person} was changed.',
    'zh-CN': '{person} 对“{title}”的预约已更改。',
  },
  'booking.cancelled': {
    en: 'The booking of “{title}” by {person} was cancelled. {reason}',
    'zh-CN': '{person} 对“{title}”的预约已取消。{reason}',
  },
  'booking.released': {
    en: 'The booking of “{title}” by {person} ended, because it can no longer be had. {reason}',
    'zh-CN': '{person} 对“{title}”的预约已终止，因其不再可用。{reason}',
  },
  'booking.missed': {
    en: 'Nobody checked in for “{title}”, so it was given to others.',
    'zh-CN': '“{title}”无人签到，已释放给他人。',
  },
  'booking.due_soon': {
    en: '“{title}” is due back within three days. Return it, or extend the loan.',
    'zh-CN': '“{title}”将在三天内到期。请归还或续借。',
  },
  'booking.overdue': {
    en: '“{title}” is overdue. Return it, or ask its owner for more time.',
    'zh-CN': '“{title}”已逾期。请归还，或者向所有者申请延期。',
  },
  'booking.overdue_elsewhere': {
    en: '{person} has not returned “{title}”, which was due.',
    'zh-CN': '{person} 尚未归还已到期的“{title}”。',
  },
  'booking.given': {
    en: 'The hours of your place are booked for you: “{title}”. You may move them.',
    'zh-CN': '您名额对应的时段已为您预约：“{title}”。您可以另改时间。',
  },
  'booking.recalled': { en: 'Return “{title}” earlier: {reason}', 'zh-CN': '请提前归还“{title}”：{reason}' },
  'resource.bookings_stranded': {
    en: 'The new hours of “{title}” leave out bookings that were made. They stay; speak to their holders.',
    'zh-CN': '“{title}”的新开放时间未涵盖已有预约。这些预约保持不变，请联系预约人。',
  },
  'resource.bookings_over_size': {
    en: 'More is booked of “{title}” than it now has. The bookings stay, and nothing joins them; speak to their holders.',
    'zh-CN': '“{title}”的预约数量已超过现有数量。已有预约保持不变，相应时段不再接受新预约，请联系预约人。',
  },
  'resource.bookings_moved': {
    en: 'What was booked of “{title}” was moved to the resource it was merged into, as far as it fits there. Who could not be moved was told.',
    'zh-CN': '“{title}”的预约已尽可能转至合并后的资源。无法转移的预约人已获通知。',
  },
  'swap.proposed': {
    en: '{person} proposes to swap bookings of “{title}” with you.',
    'zh-CN': '{person} 提议与您交换“{title}”的预约。',
  },
  'swap.accepted': { en: 'Your swap of “{title}” was accepted.', 'zh-CN': '您对“{title}”的交换已被接受。' },
  'swap.declined': { en: 'Your swap of “{title}” was declined.', 'zh-CN': '您对“{title}”的交换被拒绝。' },
  'passport.issued': { en: 'You were given the passport “{title}”.', 'zh-CN': '您已获得资格“{title}”。' },
  'passport.revoked': {
    en: 'Your passport “{title}” was revoked: {reason}',
    'zh-CN': '您的资格“{title}”已被撤销：{reason}',
  },
} as const satisfies Record<string, Words>;

export type NotificationKind = keyof typeof notificationWords;

export function isNotificationKind(kind: string): kind is NotificationKind {
  return kind in notificationWords;
}

/** The sentence of a notification in the reader's language. */
export function notificationSentence(
  kind: NotificationKind,
  parameters: Record<string, string | number | LocalisedText>,
  language: string,
): string {
  const sentence = language.startsWith('zh') ? notificationWords[kind]['zh-CN'] : notificationWords[kind].en;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name] ?? '';
    return typeof value === 'object' ? pickText(value, language) : String(value);
  });
}
