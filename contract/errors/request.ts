import type { ErrorDefinition } from './definition.ts';

export const requestErrors = {
  'request.invalid': {
    status: 422,
    en: 'Some fields need another value: {fields}.',
    'zh-CN': '部分字段需要修改：{fields}。',
  },
  'request.malformed': {
    status: 400,
    en: 'The request could not be read as JSON. Send UTF-8 JSON with the right Content-Type.',
    'zh-CN': '无法将请求读作 JSON。请发送 UTF-8 编码的 JSON，并设置正确的 Content-Type。',
  },
  'request.zero_character': {
    status: 422,
    en: 'A text holds a character that cannot be kept (U+0000, or half of a pair). Take it out and send again.',
    'zh-CN': '文本中含有无法保存的字符（U+0000，或不成对的代理字符）。请删除后重新发送。',
  },
  'request.too_large': {
    status: 413,
    en: 'The request is larger than the {limit} that are allowed here.',
    'zh-CN': '请求超过此处允许的 {limit}。',
  },
  'request.unsupported_type': {
    status: 415,
    en: 'This address does not take content of that type.',
    'zh-CN': '此地址不接受该类型的内容。',
  },
  'request.not_found': {
    status: 404,
    en: 'There is nothing at this address, or you may not see it.',
    'zh-CN': '此地址没有内容，或者您无权查看。',
  },
  'request.sign_in_needed': {
    status: 401,
    en: 'Sign in first, then try again. Nothing was lost.',
    'zh-CN': '请先登录，然后重试。内容没有丢失。',
  },
  'request.cross_site': {
    status: 403,
    en: 'This request came from another site and was refused.',
    'zh-CN': '此请求来自其他网站，已被拒绝。',
  },
  'request.version_needed': {
    status: 412,
    en: 'Send the version you are changing in If-Match.',
    'zh-CN': '请在 If-Match 中给出您要修改的版本。',
  },
  'request.version_stale': {
    status: 412,
    en: 'Somebody changed this since you opened it. Load it again, then repeat your change.',
    'zh-CN': '您打开之后有人做了修改。请重新加载，然后再次修改。',
  },
  'request.key_reused': {
    status: 422,
    en: 'This Idempotency-Key was used for another request. Send a new key.',
    'zh-CN': '该 Idempotency-Key 已用于另一请求。请使用新的键。',
  },
  'request.already_done': {
    status: 409,
    en: 'This request was already carried out. Load the record to see its result.',
    'zh-CN': '此请求已经执行。请加载记录查看结果。',
    constraints: ['idempotency_key_pkey'],
  },
  'request.conflict': {
    status: 409,
    en: 'This contradicts what is recorded already. Load it again and check.',
    'zh-CN': '这与已有记录冲突。请重新加载并检查。',
  },
  'request.too_many': {
    status: 429,
    en: 'Too many attempts. Wait {seconds} seconds, then try again.',
    'zh-CN': '尝试次数过多。请等待 {seconds} 秒后重试。',
  },
  'request.move_not_allowed': {
    status: 409,
    en: 'This is {state} now, so that step is not possible.',
    'zh-CN': '当前状态为“{state}”，无法执行该操作。',
  },
  'request.reason_needed': {
    status: 422,
    en: 'Give a reason; those concerned will read it.',
    'zh-CN': '请说明理由；相关人员会看到。',
  },
  'server.failed': {
    status: 500,
    en: 'Something failed on our side. Nothing was changed. Quote {requestId} when you ask for help.',
    'zh-CN': '服务器出现故障，没有做任何修改。求助时请提供编号 {requestId}。',
  },
  'server.unavailable': {
    status: 503,
    en: 'The database cannot be reached at the moment. Nothing was changed; try again shortly.',
    'zh-CN': '暂时无法连接数据库。没有做任何修改，请稍后重试。',
  },
  'server.no_space': {
    status: 507,
    en: 'The server has no space left. Nothing was changed; the operator must make room.',
    'zh-CN': '服务器空间不足。没有做任何修改，请联系管理员清理空间。',
  },
} as const satisfies Record<string, ErrorDefinition>;
