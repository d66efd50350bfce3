import type { ErrorDefinition } from './definition.ts';

export const fileErrors = {
  'file.not_found': {
    status: 404,
    en: 'There is no such file, or you may not see it.',
    'zh-CN': '没有该文件，或者您无权查看。',
  },
  'file.missing': { status: 422, en: 'Choose a file to upload.', 'zh-CN': '请选择要上传的文件。' },
  'file.broken_off': {
    status: 422,
    en: 'The upload broke off in the middle. Nothing was stored; upload the file again.',
    'zh-CN': '上传中断，未保存任何内容。请重新上传文件。',
  },
  'file.empty': { status: 422, en: 'The file is empty. Choose another one.', 'zh-CN': '文件是空的。请选择其他文件。' },
  'file.too_large': {
    status: 413,
    en: 'The file is larger than {limitMegabytes} MB. Make it smaller or split it.',
    'zh-CN': '文件超过 {limitMegabytes} MB。请缩小或拆分文件。',
  },
  'file.type_not_allowed': {
    status: 415,
    en: 'Files of this type are not taken. Upload PDF, PNG, JPEG, WebP, Word, Excel, PowerPoint, OpenDocument text, CSV or plain text in UTF-8.',
    'zh-CN':
      '不接受此类型的文件。请上传 PDF、PNG、JPEG、WebP、Word、Excel、PowerPoint、OpenDocument 文本、CSV 或 UTF-8 纯文本。',
  },
  'file.name_too_long': {
    status: 422,
    en: 'The name of the file is longer than 300 characters. Shorten it.',
    'zh-CN': '文件名超过 300 个字符。请缩短。',
    constraints: ['file_name_length'],
  },
  'file.no_space': {
    status: 507,
    en: 'The server has no space left for files. Nothing was stored; the operator must make room.',
    'zh-CN': '服务器没有空间存放文件。没有存储任何内容，请联系管理员清理空间。',
  },
} as const satisfies Record<string, ErrorDefinition>;
