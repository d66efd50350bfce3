import type { ErrorDefinition } from './definition.ts';

/** Faults of a whole file, of a mapping, and of single rows. A faulty file changes nothing. */
export const importErrors = {
  'import.not_administrator': {
    status: 403,
    en: 'Nobody with the address {email} is an administrator of the network “{network}”. Imports need that role.',
    'zh-CN': '网络“{network}”中没有邮箱为 {email} 的网络管理员。导入需要该角色。',
  },
  'import.not_found': {
    status: 404,
    en: 'There is no such import, or you may not see it.',
    'zh-CN': '没有该导入记录，或者您无权查看。',
  },
  'import.file_empty': {
    status: 422,
    en: 'The file is empty. Choose another one.',
    'zh-CN': '文件是空的。请选择其他文件。',
  },
  'import.no_rows': {
    status: 422,
    en: 'The file has a header but no row below it. Choose another file.',
    'zh-CN': '文件只有表头，没有数据行。请选择其他文件。',
  },
  'import.not_text': {
    status: 422,
    en: 'The file is {what}, not CSV or JSON. Save the table itself as CSV in UTF-8, then import that.',
    'zh-CN': '文件是{what}，不是 CSV 或 JSON。请将表格另存为 UTF-8 编码的 CSV，然后导入。',
  },
  'import.wrong_encoding': {
    status: 422,
    en: 'Line {line} is not {encoding}. Pass --encoding windows-1252 or --encoding utf-16le, or save the file as UTF-8.',
    'zh-CN':
      '第 {line} 行不是 {encoding} 编码。请使用 --encoding windows-1252 或 --encoding utf-16le，或将文件另存为 UTF-8。',
  },
  'import.nul_character': {
    status: 422,
    en: 'Line {line} holds a NUL character, which no text has. If the file is UTF-16, pass --encoding utf-16le; otherwise save it as text again.',
    'zh-CN':
      '第 {line} 行含有 NUL 字符，文本中不应出现。如果文件是 UTF-16，请使用 --encoding utf-16le；否则请重新另存为文本。',
  },
  'import.separator_wrong': {
    status: 422,
    en: 'Only one column was found, “{header}”. Pass the separator of the file, for instance --separator "{separator}".',
    'zh-CN': '只找到一列：“{header}”。请指定文件的分隔符，例如 --separator "{separator}"。',
  },
  'import.header_repeated': {
    status: 422,
    en: 'Two columns are called “{column}”. Give each column a name of its own.',
    'zh-CN': '有两列都叫“{column}”。请为每一列取不同的名称。',
  },
  'import.column_missing': {
    status: 422,
    en: 'The file has no column “{column}”, which the mapping asks for. It has: {columns}.',
    'zh-CN': '文件没有映射所需的列“{column}”。现有列：{columns}。',
  },
  'import.quote_open': {
    status: 422,
    en: 'A quote that opens at row {row} is never closed: the file was cut off, or a quote is missing. Nothing was read from there on.',
    'zh-CN': '第 {row} 行的引号没有结束：文件不完整，或缺少引号。其后的内容无法读取。',
  },
  'import.quote_wrong': {
    status: 422,
    en: 'Line {line} has a quote where none may be. Put the whole cell in quotes and double those inside it.',
    'zh-CN': '第 {line} 行的引号位置不正确。请用引号包住整个单元格，并将其中的引号写两次。',
  },
  'import.row_too_long': {
    status: 422,
    en: 'The row after row {row} is longer than {limit} characters. A quote may be missing, or the separator be another.',
    'zh-CN': '第 {row} 行之后的一行超过 {limit} 个字符。可能缺少引号，或分隔符不正确。',
  },
  'import.too_many_columns': {
    status: 422,
    en: 'Row {row} has {count} columns; at most {limit} are read. Check the separator.',
    'zh-CN': '第 {row} 行有 {count} 列，最多读取 {limit} 列。请检查分隔符。',
  },
  'import.json_wrong': {
    status: 422,
    en: 'The JSON cannot be read after entry {row}: {reason}. Send a list of objects, or one object per line.',
    'zh-CN': '第 {row} 条之后的 JSON 无法读取：{reason}。请提供对象列表，或每行一个对象。',
  },
  'import.mapping_wrong': {
    status: 422,
    en: 'The mapping is wrong at {place}: {reason}',
    'zh-CN': '映射文件在 {place} 处有误：{reason}',
  },
  'import.cells_wrong': {
    status: 422,
    en: 'The row has {count} cells, the header {expected}. Check its quotes and separators.',
    'zh-CN': '该行有 {count} 个单元格，而表头有 {expected} 个。请检查引号和分隔符。',
  },
  'import.not_a_number': {
    status: 422,
    en: '“{value}” is not a number. Write it like {example}.',
    'zh-CN': '“{value}”不是数字。请写成 {example} 这样的形式。',
  },
  'import.not_yes_or_no': {
    status: 422,
    en: '“{value}” is neither true nor false. Write true or false, or map its values.',
    'zh-CN': '“{value}”既不是 true 也不是 false。请写 true 或 false，或在映射中对应。',
  },
  'import.characters_wrong': {
    status: 422,
    en: 'The row holds a character that cannot be stored. Type the text anew.',
    'zh-CN': '该行含有无法存储的字符。请重新输入该文本。',
  },
  'import.value_wrong': { status: 422, en: '{message}', 'zh-CN': '{message}' },
  'import.row_repeated': {
    status: 422,
    en: 'This is “{key}” again, which row {row} brought already. Remove one of the two.',
    'zh-CN': '“{key}”已在第 {row} 行出现。请删除其中一行。',
  },
  'import.identifier_left_out': {
    status: 409,
    en: 'The identifier {identifier} belongs to another organisation already, so this one was added without it. Check whether the two are the same.',
    'zh-CN': '标识符 {identifier} 已属于另一组织，因此添加时未包含它。请检查两者是否为同一组织。',
  },
  'import.organisation_unknown': {
    status: 422,
    en: 'There is no organisation “{organisation}”. Import it first, or write its identifier as scheme:value.',
    'zh-CN': '没有组织“{organisation}”。请先导入该组织，或用 scheme:value 写明其标识符。',
  },
  'import.organisation_ambiguous': {
    status: 422,
    en: 'Several organisations are called “{organisation}”. Write an identifier as scheme:value instead.',
    'zh-CN': '有多个组织名为“{organisation}”。请改用 scheme:value 形式的标识符。',
  },
} as const satisfies Record<string, ErrorDefinition>;
