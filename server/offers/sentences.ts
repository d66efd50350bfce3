/** Sentences beside the fields of an offer, where no schema has one. `{name}` stands for a parameter. */
const sentences = {
  timeZoneUnknown: {
    en: '“{timeZone}” is not a time zone. Choose one like Europe/Paris.',
    'zh-CN': '“{timeZone}”不是时区。请选择类似 Asia/Shanghai 的时区。',
  },
  kindMismatch: {
    en: 'These details belong to “{other}”, but the offer is of the kind “{kind}”. Send the details of that kind.',
    'zh-CN': '这些内容属于“{other}”，而项目类型是“{kind}”。请提供该类型的内容。',
  },
  conditionUnknown: {
    en: 'There is no such condition. Choose one of: {types}.',
    'zh-CN': '没有这种条件。请选择：{types}。',
  },
  averageAboveScale: {
    en: 'The average asked for is above the best of its scale. Enter a smaller one.',
    'zh-CN': '要求的平均成绩高于该评分制的最高分。请输入较小的数值。',
  },
  timeSkipped: {
    en: 'In {timeZone} the clocks jump over {time}, so it never comes. Choose an earlier or later time.',
    'zh-CN': '在 {timeZone}，时钟会跳过 {time}，该时间并不存在。请选择更早或更晚的时间。',
  },
  sessionReversed: {
    en: 'The session ends before it begins. Choose a later end.',
    'zh-CN': '该场次的结束时间早于开始时间。请选择更晚的结束时间。',
  },
  sessionTooLong: {
    en: 'A session lasts at most 31 days. For a longer stay, use the first and last day of the offer.',
    'zh-CN': '一个场次最长 31 天。更长的时间请填写项目的开始和结束日期。',
  },
} as const;

/** One of the sentences, in the reader's language. */
export function offerSentence(
  name: keyof typeof sentences,
  language: string,
  parameters: Record<string, string> = {},
): string {
  const sentence = sentences[name][language.startsWith('zh') ? 'zh-CN' : 'en'];
  return sentence.replace(/\{(\w+)\}/g, (whole, key: string) => parameters[key] ?? whole);
}
