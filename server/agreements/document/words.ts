import type { SigningMethod } from '@collegium/contract/agreements/signing.ts';
import type { CommitmentUnit } from '@collegium/contract/commitments/measures.ts';
import type { CommitmentRhythm } from '@collegium/contract/commitments.ts';

/** Everything that stands on the document besides the text of the agreement itself. */
export interface DocumentWords {
  parties: string;
  party: string;
  role: string;
  roles: { lead: string; party: string };
  terms: string;
  startsOn: string;
  withLastSignature: string;
  endsOn: string;
  open: string;
  notice: string;
  noticeDays: (days: number) => string;
  commitments: string;
  clause: string;
  promise: string;
  who: string;
  quantity: string;
  period: string;
  everybody: string;
  units: Record<CommitmentUnit, string>;
  every: Record<CommitmentRhythm, string>;
  signatures: string;
  missing: string;
  joined: (on: string) => string;
  check: string;
  attachment: string;
  subtitle: (reference: string, number: number) => string;
  authentic: (language: string) => string;
  allSigned: (sealedAt: string) => string;
  someSigned: (given: number) => string;
  noneSigned: string;
  how: Record<SigningMethod, (at: string) => string>;
  witness: string;
  confirmed: (by: string, at: string) => string;
  checkSentence: string;
  checkNotYet: string;
  code: string;
  fingerprint: string;
  key: string;
  document: string;
}

const en: DocumentWords = {
  parties: 'Parties',
  party: 'Party',
  role: 'Role',
  roles: { lead: 'Lead', party: 'Party' },
  terms: 'Terms',
  startsOn: 'In force from',
  withLastSignature: 'the last signature',
  endsOn: 'Until',
  open: 'terminated',
  notice: 'Notice',
  noticeDays: (days) => `${days} days`,
  commitments: 'Commitments',
  clause: 'Clause',
  promise: 'What is promised',
  who: 'By whom, to whom',
  quantity: 'How much',
  period: 'When',
  everybody: 'all other parties',
  units: {
    places: 'places',
    learners: 'learners',
    hours: 'hours',
    percent: 'per cent',
    mentors: 'mentors',
    money: '',
    reports: 'reports',
    meetings: 'meetings',
    times: 'times',
  },
  every: { once: 'in all', term: 'each half year', year: 'each year' },
  signatures: 'Signatures',
  missing: 'Still to sign',
  joined: (on) => `joined on ${on}, under the terms on joining`,
  check: 'Check this document',
  attachment: 'The record of this version with its signatures and seal',
  subtitle: (reference, number) => `${reference}, version ${number}`,
  authentic: (language) => `The text in ${language} is authentic.`,
  allSigned: (sealedAt) => `All have signed. The platform sealed this version on ${sealedAt}.`,
  someSigned: (given) =>
    given === 1
      ? 'This version is being signed: one signature is given so far.'
      : `This version is being signed: ${given} signatures are given so far.`,
  noneSigned: 'Nobody has signed this version yet.',
  how: {
    signed_in: (at) => `Signed on ${at}, after signing in anew`,
    link: (at) => `Signed on ${at}, by a link and a code sent to a personal address`,
    elsewhere: (at) => `Signed elsewhere on ${at}`,
  },
  witness: 'as a witness',
  confirmed: (by, at) => `confirmed by ${by} on ${at}`,
  checkSentence:
    'The record is attached to this file. Anybody can check it here, by the code at the address below, or without the platform with “collegium agreement verify”.',
  checkNotYet: 'The record is attached to this file. It is not sealed.',
  code: 'Code',
  fingerprint: 'Fingerprint of the text (SHA-256)',
  key: 'Sealed with key',
  document: 'document',
};

const zh: DocumentWords = {
  parties: '各方',
  party: '当事方',
  role: '角色',
  roles: { lead: '牵头方', party: '当事方' },
  terms: '条件',
  startsOn: '生效日期',
  withLastSignature: '最后一份签名完成时',
  endsOn: '有效期至',
  open: '终止时',
  notice: '通知期',
  noticeDays: (days) => `${days} 天`,
  commitments: '承诺',
  clause: '条款',
  promise: '承诺内容',
  who: '承诺方与受益方',
  quantity: '数量',
  period: '期间',
  everybody: '其他各方',
  units: {
    places: '个名额',
    learners: '名学习者',
    hours: '小时',
    percent: '%',
    mentors: '名导师',
    money: '',
    reports: '份报告',
    meetings: '次会议',
    times: '次',
  },
  every: { once: '总计', term: '每半年', year: '每年' },
  signatures: '签名',
  missing: '尚待签署',
  joined: (on) => `依据加入条款于 ${on} 加入`,
  check: '核验本文件',
  attachment: '本版本的记录及其签名与封存',
  subtitle: (reference, number) => `${reference}，第 ${number} 版`,
  authentic: (language) => `以${language}文本为准。`,
  allSigned: (sealedAt) => `各方均已签署。平台已于 ${sealedAt} 封存本版本。`,
  someSigned: (given) => `本版本正在签署中：目前已有 ${given} 份签名。`,
  noneSigned: '本版本尚无签名。',
  how: {
    signed_in: (at) => `于 ${at} 重新登录后签署`,
    link: (at) => `于 ${at} 通过发送至个人邮箱的链接和验证码签署`,
    elsewhere: (at) => `于 ${at} 在其他地方签署`,
  },
  witness: '见证人',
  confirmed: (by, at) => `由${by}于 ${at} 确认`,
  checkSentence: '记录附于本文件中。任何人均可凭代码在以下网址核验，或使用“collegium agreement verify”在平台之外核验。',
  checkNotYet: '记录附于本文件中，尚未封存。',
  code: '代码',
  fingerprint: '文本指纹（SHA-256）',
  key: '封存密钥',
  document: '文件',
};

/** The language in which we have words for a document in `language`: its own, else English. */
export function wordsLanguage(language: string): string {
  return /^(en|zh)(-|$)/.test(language) ? language : 'en';
}

/** The words of the document in a language; English where we have none. */
export function documentWords(language: string): DocumentWords {
  return language.startsWith('zh') ? zh : en;
}
