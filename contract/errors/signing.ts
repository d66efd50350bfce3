import type { ErrorDefinition } from './definition.ts';

export const signingErrors = {
  'signatory.not_found': {
    status: 404,
    en: 'There is no such signatory, or it is not yours to act for.',
    'zh-CN': '没有该签署人，或者您无权代其操作。',
  },
  'signing.not_approved': {
    status: 409,
    en: 'Signing starts when every party has approved the text. Get the approvals first.',
    'zh-CN': '各方批准文本后才能开始签署。请先取得批准。',
  },
  'signing.other_text': {
    status: 409,
    en: 'You read another text than the one that is being signed. Read that one, then sign.',
    'zh-CN': '您阅读的文本与正在签署的文本不同。请阅读后再签署。',
  },
  'signing.not_open': {
    status: 409,
    en: 'This version is not being signed: it was declined, replaced or is signed already. Open the agreement to see which holds.',
    'zh-CN': '该版本不在签署中：已被拒绝、取代或已完成签署。请打开协议查看现行版本。',
  },
  'signing.party_missing': {
    status: 422,
    en: 'Nobody signs for {organisations}. Name a signatory for each party.',
    'zh-CN': '{organisations} 没有签署人。请为每一方指定签署人。',
  },
  'signing.not_a_party': {
    status: 422,
    en: 'A signatory signs for an organisation that is not a party. Choose one of the parties.',
    'zh-CN': '有签署人所代表的组织不是协议的一方。请选择协议的一方。',
  },
  'signing.person_elsewhere': {
    status: 422,
    en: 'A signatory is not a member of the organisation. Choose a member, or send a link to an address.',
    'zh-CN': '签署人不是该组织的成员。请选择成员，或向其邮箱发送链接。',
  },
  'signing.who_unclear': {
    status: 422,
    en: 'A link needs a name and an address, and no member. Give both, or choose a member.',
    'zh-CN': '发送链接需要姓名和邮箱，且不能同时选择成员。请填写两者，或选择成员。',
    constraints: ['agreement_signatory_who', 'agreement_signatory_named'],
  },
  'signing.due_passed': {
    status: 422,
    en: 'The day by which all shall sign has passed. Choose a later one.',
    'zh-CN': '签署截止日期已过。请选择更晚的日期。',
  },
  'signature.sign_in_again': {
    status: 409,
    en: 'To sign, sign in again: it must not be longer than five minutes ago.',
    'zh-CN': '签署前请重新登录：登录时间不得超过五分钟。',
  },
  'signature.not_your_turn': {
    status: 409,
    en: 'Others sign first: {names}. You are told when it is your turn.',
    'zh-CN': '需先由 {names} 签署。轮到您时会通知您。',
  },
  'signature.given': {
    status: 409,
    en: 'This signature was given already.',
    'zh-CN': '该签名已经完成。',
    constraints: ['agreement_signature_given_key'],
  },
  'signature.file_not_found': {
    status: 404,
    en: 'There is no such upload of your organisation. Upload the document again.',
    'zh-CN': '您的组织没有该上传文件。请重新上传。',
  },
  'signature.document_type': {
    status: 415,
    en: 'A signed document is a PDF or a picture of it (PNG, JPEG, WebP), and this file is neither, whatever its name says.',
    'zh-CN': '已签署文件须为 PDF 或图片（PNG、JPEG、WebP）；无论文件名如何，该文件都不是。',
  },
  'signature.in_future': {
    status: 422,
    en: 'The document cannot have been signed on a day that has not come, or before the text was proposed ({proposedOn}).',
    'zh-CN': '签署日期不能晚于今天，也不能早于文本提出之日（{proposedOn}）。',
  },
  'signature.nothing_to_confirm': {
    status: 409,
    en: 'No document waits for your confirmation here: another party than the one that brought it confirms.',
    'zh-CN': '此处没有等待您确认的文件：须由提交方以外的另一方确认。',
  },
  'signature.refusal_reason_missing': {
    status: 422,
    en: 'Say why the document is not this signature.',
    'zh-CN': '请说明该文件为何不是此签名。',
  },
  'signing_link.not_found': {
    status: 404,
    en: 'This link is not known. Check that the address is whole, or ask the sender for a new one.',
    'zh-CN': '该链接不存在。请检查地址是否完整，或向发送方索取新链接。',
  },
  'signing_link.expired': {
    status: 410,
    en: 'This link expired on {on}. Ask the sender for a new one; it goes to your address again.',
    'zh-CN': '该链接已于 {on} 过期。请向发送方索取新链接；新链接将再次发送到您的邮箱。',
  },
  'signing_link.replaced': {
    status: 410,
    en: 'A newer link was sent to the same signatory. Use that one, in the latest mail.',
    'zh-CN': '已向同一签署人发送了新链接。请使用最新邮件中的链接。',
  },
  'signing_link.used': {
    status: 410,
    en: 'This link was used: the signature was given on {on}. A link signs once.',
    'zh-CN': '该链接已使用：签名已于 {on} 完成。每个链接只能签署一次。',
  },
  'signing_link.not_a_link': {
    status: 409,
    en: 'This signatory signs with an account. Name an address instead to send a link.',
    'zh-CN': '该签署人使用账户签署。如需发送链接，请改填邮箱地址。',
  },
  'signing_link.code_wrong': {
    status: 422,
    en: 'This is not the code. It went to {address}; if that is not your address, the link was forwarded to you and cannot be signed by you.',
    'zh-CN': '验证码不正确。验证码已发送至 {address}；如果这不是您的邮箱，则该链接是转发给您的，您不能签署。',
  },
  'signing_link.code_expired': {
    status: 410,
    en: 'The code is older than five minutes, or was tried too often. Ask for a new one.',
    'zh-CN': '验证码已超过五分钟，或尝试次数过多。请重新获取。',
  },
  'agreement_check.not_found': {
    status: 404,
    en: 'No document has this code. Type it as it stands on the signature page.',
    'zh-CN': '没有使用该代码的文件。请按签名页上的代码输入。',
  },
} as const satisfies Record<string, ErrorDefinition>;
