import type { InterfaceLanguage } from '@collegium/contract/localised-text.ts';

interface InvitationWords {
  organiser: (organisation: string) => string;
  booked: (what: string) => string;
  changed: (what: string) => string;
  cancelled: (what: string) => string;
  because: (reason: string) => string;
  attached: string;
  answer: string;
  open: string;
  stop: string;
  and: string;
}

/** What stands in the mail around an invitation. */
export const invitationWords: Record<InterfaceLanguage, InvitationWords> = {
  en: {
    organiser: (organisation) => `Collegium, for ${organisation}`,
    booked: (what) => `Booked: ${what}`,
    changed: (what) => `Changed: ${what}`,
    cancelled: (what) => `Cancelled: ${what}`,
    because: (reason) => `Why: ${reason}`,
    attached: 'Your calendar program reads the attached invitation.',
    answer: 'Whether you come, you can answer there or on the page.',
    open: 'Open the booking',
    stop: 'You can turn these mails off in your settings.',
    and: ', ',
  },
  'zh-CN': {
    organiser: (organisation) => `Collegium（代表 ${organisation}）`,
    booked: (what) => `已预约：${what}`,
    changed: (what) => `已更改：${what}`,
    cancelled: (what) => `已取消：${what}`,
    because: (reason) => `原因：${reason}`,
    attached: '您的日历程序可读取附件中的邀请。',
    answer: '是否参加，您可以在日历程序中或在页面上答复。',
    open: '打开预约',
    stop: '您可以在设置中关闭这类邮件。',
    and: '、',
  },
};
