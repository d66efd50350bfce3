import type { EligibilityFailure, Level } from './eligibility.ts';

/** What the closed list of levels is called. */
const levelNames: Record<Level, { en: string; 'zh-CN': string }> = {
  school: { en: 'school', 'zh-CN': '中小学' },
  vocational: { en: 'vocational training', 'zh-CN': '职业教育' },
  bachelor: { en: 'bachelor', 'zh-CN': '本科' },
  master: { en: 'master', 'zh-CN': '硕士' },
  doctoral: { en: 'doctorate', 'zh-CN': '博士' },
  continuing: { en: 'continuing education', 'zh-CN': '继续教育' },
};

const unknown = {
  en: 'Your profile does not say so yet: add it there.',
  'zh-CN': '您的个人资料中尚无此信息，请先补充。',
};

/**
 * One failed condition as a sentence, the same wherever a learner reads it: before applying, in a refusal, in a list.
 * `fieldName` gives the name of an ISCED-F code in the language; without it the code stands alone.
 */
export function eligibilitySentence(
  failure: EligibilityFailure,
  language: string,
  fieldName: (code: string, language: string) => string = (code) => code,
): string {
  const tongue = language.startsWith('zh') ? 'zh-CN' : 'en';
  const sentence = conditionSentence(failure.rule, tongue, fieldName);
  if (!failure.isUnknown) return sentence;
  return tongue === 'en' ? `${sentence} ${unknown.en}` : `${sentence}${unknown['zh-CN']}`;
}

function conditionSentence(
  rule: EligibilityFailure['rule'],
  tongue: 'en' | 'zh-CN',
  fieldName: (code: string, language: string) => string,
): string {
  const isEnglish = tongue === 'en';
  switch (rule.type) {
    case 'level': {
      const names = either(
        rule.anyOf.map((level) => levelNames[level][tongue]),
        tongue,
      );
      return isEnglish ? `Your level must be ${names}.` : `学习层次须为${names}。`;
    }
    case 'field': {
      const names = either(
        rule.anyOf.map((code) => fieldName(code, tongue)),
        tongue,
      );
      return isEnglish ? `Your field of education must be ${names}.` : `专业领域须为${names}。`;
    }
    case 'grade_average':
      return isEnglish
        ? `Your grade average must be at least ${rule.minimum} out of ${rule.maximum}.`
        : `平均成绩须不低于 ${rule.minimum}（满分 ${rule.maximum}）。`;
    case 'terms_completed':
      return isEnglish ? termsInEnglish(rule.minimum) : `须已完成至少 ${rule.minimum} 个学期。`;
    case 'language_test': {
      const tests = either(
        rule.anyOf.map(({ test, score }) => `${test} ${score}`),
        tongue,
      );
      return isEnglish ? `You need a language result of at least ${tests}.` : `语言成绩须达到 ${tests}。`;
    }
    case 'organisation':
      return isEnglish ? 'Only learners of certain organisations may apply.' : '仅限特定组织的学习者申请。';
  }
}

function termsInEnglish(minimum: number): string {
  return minimum === 1
    ? 'You must have completed at least one term.'
    : `You must have completed at least ${minimum} terms.`;
}

function either(names: string[], tongue: string): string {
  return new Intl.ListFormat(tongue, { type: 'disjunction' }).format(names);
}
