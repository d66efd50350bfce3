import type { ErrorDefinition } from './definition.ts';

/** Why a file of an inter-institutional agreement is not taken, or an agreement cannot be written as one. */
export const exchangeErrors = {
  'iia.too_large': {
    status: 422,
    en: 'The file is larger than 5 MB, so it is no agreement.',
    'zh-CN': '文件大于 5 MB，不是协议文件。',
  },
  'iia.entities': {
    status: 422,
    en: 'The file declares a document type or entities. An agreement needs neither; it is not read.',
    'zh-CN': '文件声明了文档类型或实体。协议不需要这些，因此未读取。',
  },
  'iia.no_xml': { status: 422, en: 'The file is no XML: {reason}', 'zh-CN': '该文件不是 XML：{reason}' },
  'iia.no_agreement': {
    status: 422,
    en: 'The file is no agreement of version 7: {reason}',
    'zh-CN': '该文件不是第 7 版的协议：{reason}',
  },
  'iia.encoding_unknown': {
    status: 422,
    en: 'The file says that its encoding is {encoding}, which is not known. Ask for it in UTF-8.',
    'zh-CN': '文件声明的编码为 {encoding}，无法识别。请索取 UTF-8 编码的文件。',
  },
  'iia.encoding_wrong': {
    status: 422,
    en: 'The file is not in {encoding}, as it says. Ask for it in UTF-8.',
    'zh-CN': '文件的编码并非其声明的 {encoding}。请索取 UTF-8 编码的文件。',
  },
  'iia.hash_differs': {
    status: 422,
    en: 'The conditions are not those that were hashed: the file says {said}, they give {found}. Ask the partner for the file again.',
    'zh-CN': '合作条件与其哈希值不符：文件写明 {said}，实际算得 {found}。请向合作方重新索取文件。',
  },
  'iia.not_defined': {
    status: 422,
    en: 'Parts of the conditions are not defined yet in version 7. Ask the partner to complete them first.',
    'zh-CN': '部分合作条件尚未按第 7 版填写完整。请合作方先行补全。',
  },
  'iia.terminated': {
    status: 422,
    en: 'The partners ended this agreement as a whole; there is nothing to begin.',
    'zh-CN': '合作各方已终止整份协议，无可开始。',
  },
  'iia.no_conditions': {
    status: 422,
    en: 'The agreement has no conditions yet, so there is nothing to begin.',
    'zh-CN': '该协议尚无合作条件，无可开始。',
  },
  'iia.partner_unknown': {
    status: 422,
    en: 'No organisation of this network has the code {code}. Say which one it is, or put its web address into the register.',
    'zh-CN': '本网络没有代码为 {code} 的组织。请指明是哪个组织，或在名册中填写其网址。',
  },
  'iia.code_missing': {
    status: 422,
    en: '{name} has no SCHAC code. Put its web address into the register.',
    'zh-CN': '{name} 没有 SCHAC 代码。请在名册中填写其网址。',
  },
  'iia.nothing_promised': {
    status: 422,
    en: 'No clause promises places from one party to another, so there is nothing to write.',
    'zh-CN': '没有条款承诺一方向另一方提供名额，因此无可导出。',
  },
  'iia.not_proposed': {
    status: 409,
    en: 'No version of this agreement was proposed yet, so there is nothing to write.',
    'zh-CN': '该协议尚无提交的版本，因此无可导出。',
  },
  'iia.not_in_file': {
    status: 422,
    en: 'The file has fewer agreements. Read it again.',
    'zh-CN': '文件中的协议没有这么多。请重新读取。',
  },
} as const satisfies Record<string, ErrorDefinition>;
