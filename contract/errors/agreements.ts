import type { ErrorDefinition } from './definition.ts';

export const agreementErrors = {
  'agreement.not_found': {
    status: 404,
    en: 'There is no such agreement, or your organisation is not a party to it.',
    'zh-CN': '没有该协议，或者您的组织不是其中一方。',
  },
  'agreement.template_not_found': {
    status: 404,
    en: 'There is no such template. Choose one from the list.',
    'zh-CN': '没有该模板。请从列表中选择。',
  },
  'agreement.own_organisation_missing': {
    status: 422,
    en: 'Your organisation must be one of the parties. Add it.',
    'zh-CN': '您的组织必须是其中一方。请添加。',
  },
  'agreement.party_repeated': {
    status: 422,
    en: 'A party is named twice. A party cannot promise to itself; name each once.',
    'zh-CN': '同一方被重复列出。一方不能向自己承诺；每方只列一次。',
    constraints: ['agreement_party_pkey'],
  },
  'agreement.party_missing': {
    status: 422,
    en: 'A party is not an organisation of this network. Choose another one.',
    'zh-CN': '其中一方不是本网络的组织。请另选。',
    constraints: ['agreement_party_organisation_id_fkey', 'agreement_request_organisation_id_fkey'],
  },
  'agreement.parties_too_few': {
    status: 422,
    en: 'An agreement needs two parties at least.',
    'zh-CN': '协议至少需要两方。',
  },
  'agreement.days_too_far_apart': {
    status: 422,
    en: 'The last day is before the first, or more than three years later. Choose another one.',
    'zh-CN': '最后一天早于第一天，或相隔超过三年。请选择其他日期。',
  },
  'agreement.dates_reversed': {
    status: 422,
    en: 'The last day is before the first. Choose a later last day.',
    'zh-CN': '最后一天早于第一天。请选择更晚的日期。',
    constraints: ['agreement_dates_in_order'],
  },
  'agreement.renewal_months_missing': {
    status: 422,
    en: 'Say by how many months the agreement is renewed.',
    'zh-CN': '请说明协议续期的月数。',
    constraints: ['agreement_renewal_has_months'],
  },
  'agreement.clause_not_found': {
    status: 404,
    en: 'The draft has no such clause.',
    'zh-CN': '草稿中没有该条款。',
  },
  'agreement.clause_exists': {
    status: 409,
    en: 'The draft has a clause with this key already. Choose another key.',
    'zh-CN': '草稿中已有使用该标识的条款。请另选标识。',
    constraints: ['draft_clause_key_key'],
  },
  'agreement.clause_stale': {
    status: 412,
    en: 'Somebody else changed this clause since you opened it. Compare both texts, then save again.',
    'zh-CN': '您打开之后有人修改了该条款。请比较两份文本，然后重新保存。',
  },
  'agreement.clause_key_differs': {
    status: 422,
    en: 'A clause keeps its key. Send the clause under its own address.',
    'zh-CN': '条款的标识不能更改。请在其原有地址提交。',
  },
  'agreement.order_differs': {
    status: 422,
    en: 'The order must name every clause of the draft once.',
    'zh-CN': '顺序中必须将草稿的每一条款各列一次。',
  },
  'agreement.no_draft': {
    status: 409,
    en: 'No draft is open. Start the next version to change the text; a proposed version stays as it is.',
    'zh-CN': '当前没有草稿。请开始下一版本以修改文本；已提出的版本不会改变。',
  },
  'agreement.unfilled': {
    status: 422,
    en: '{count} parts are not filled in yet. Fill them, then propose.',
    'zh-CN': '还有 {count} 处未填写。请填写后再提出。',
  },
  'agreement.faulty': {
    status: 422,
    en: '{count} promises cannot stand as they are. Correct them, then propose.',
    'zh-CN': '有 {count} 处承诺不能成立。请更正后再提出。',
  },
  'agreement.version_not_found': {
    status: 404,
    en: 'The agreement has no version {number} that you could read.',
    'zh-CN': '该协议没有可供您阅读的第 {number} 版。',
  },
  'agreement.version_open': {
    status: 409,
    en: 'A version is being negotiated already. Finish or abandon that one first.',
    'zh-CN': '已有版本正在协商。请先完成或放弃该版本。',
    constraints: ['agreement_version_open_key'],
  },
  'agreement.other_text': {
    status: 409,
    en: 'You read another text than the one in review. Read that one, then decide.',
    'zh-CN': '您阅读的文本与审核中的文本不同。请阅读后再作决定。',
  },
  'agreement.step_not_due': {
    status: 409,
    en: 'This step of the review is not due: an earlier one is open, or it was decided already.',
    'zh-CN': '该审核步骤尚未到期：前一步未完成，或该步骤已作决定。',
  },
  'agreement.person_elsewhere': {
    status: 422,
    en: 'That person does not work for your organisation. Choose somebody who does.',
    'zh-CN': '该人员不属于您的组织。请选择本组织人员。',
  },
  'agreement.person_missing': {
    status: 422,
    en: 'There is no such person in this network. Choose another one.',
    'zh-CN': '本网络中没有该人员。请另选。',
    constraints: ['agreement_guest_person_id_fkey'],
  },
  'agreement.comment_not_found': {
    status: 404,
    en: 'There is no such comment.',
    'zh-CN': '没有该意见。',
    constraints: ['clause_comment_reply_to_fkey'],
  },
  'agreement.comment_resolved': {
    status: 409,
    en: 'This thread is closed already.',
    'zh-CN': '该讨论已结束。',
  },
  'agreement.nothing_suggested': {
    status: 422,
    en: 'This comment suggests no other wording, so there is nothing to accept.',
    'zh-CN': '该意见没有提出其他措辞，因此没有可采纳的内容。',
  },
  'agreement.request_not_found': {
    status: 404,
    en: 'There is no such request, or it does not wait for your organisation.',
    'zh-CN': '没有该请求，或者它不等待您的组织答复。',
  },
  'agreement.request_open': {
    status: 409,
    en: 'The same was asked for already and is not settled yet.',
    'zh-CN': '相同的请求已经提出，尚未处理完毕。',
    constraints: ['agreement_request_open_key'],
  },
  'agreement.signature_missing': {
    status: 422,
    en: 'Whoever joins signs the text in force. Read it, say in which function you sign, and sign.',
    'zh-CN': '加入方须签署现行文本。请阅读文本，填写签署身份后签署。',
  },
  'agreement.notice_too_short': {
    status: 422,
    en: 'The agreement asks for {days} days of notice. Choose {earliest} or a later day.',
    'zh-CN': '协议要求提前 {days} 天通知。请选择 {earliest} 或之后的日期。',
  },
  'agreement.request_not_allowed': {
    status: 422,
    en: 'The agreement does not provide for that. Propose a new version that all sign.',
    'zh-CN': '协议没有作出此项规定。请提出需各方签署的新版本。',
  },
  'agreement.day_passed': {
    status: 422,
    en: 'That day has passed. Choose today or a later day.',
    'zh-CN': '该日期已过。请选择今天或之后的日期。',
  },
  'agreement.party_already': {
    status: 409,
    en: 'That organisation is a party already.',
    'zh-CN': '该组织已是其中一方。',
  },
} as const satisfies Record<string, ErrorDefinition>;
