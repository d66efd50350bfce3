import { expect, test } from 'vitest';
import { eligibilityFailures, type EligibilityRule, type LearnerFacts } from './eligibility.ts';
import { eligibilitySentence } from './eligibility-words.ts';

const learner: LearnerFacts = {
  level: 'bachelor',
  fieldCode: '0413',
  gradeAverage: 3.1,
  gradeAverageMaximum: 4.5,
  termsCompleted: 1,
  languageResults: [{ test: 'IELTS', score: 5.5 }],
  organisationId: 'here',
};

const rules: EligibilityRule[] = [
  { type: 'level', anyOf: ['master', 'doctoral'] },
  { type: 'field', anyOf: ['061', '0714'] },
  { type: 'grade_average', minimum: 3.5, maximum: 4.5 },
  { type: 'terms_completed', minimum: 2 },
  {
    type: 'language_test',
    anyOf: [
      { test: 'TOEFL iBT', score: 80 },
      { test: 'IELTS', score: 6 },
    ],
  },
  { type: 'organisation', anyOf: ['elsewhere'] },
];

const fieldName = (code: string, language: string) =>
  language === 'en' ? ({ '061': 'ICTs', '0714': 'Electronics' }[code] ?? code) : `领域 ${code}`;
const sentences = (language: string) =>
  eligibilityFailures(rules, learner).map((failure) => eligibilitySentence(failure, language, fieldName));

test('every kind of condition is told in English', () => {
  expect(sentences('en')).toEqual([
    'Your level must be master or doctorate.',
    'Your field of education must be ICTs or Electronics.',
    'Your grade average must be at least 3.5 out of 4.5.',
    'You must have completed at least 2 terms.',
    'You need a language result of at least TOEFL iBT 80 or IELTS 6.',
    'Only learners of certain organisations may apply.',
  ]);
});

test('and in Chinese', () => {
  expect(sentences('zh-CN')).toEqual([
    '学习层次须为硕士或博士。',
    '专业领域须为领域 061或领域 0714。',
    '平均成绩须不低于 3.5（满分 4.5）。',
    '须已完成至少 2 个学期。',
    '语言成绩须达到 TOEFL iBT 80或IELTS 6。',
    '仅限特定组织的学习者申请。',
  ]);
});

test('what the profile does not say is told as such, with what to do', () => {
  const failures = eligibilityFailures([{ type: 'terms_completed', minimum: 1 }], { ...learner, termsCompleted: null });
  expect(failures.map((failure) => eligibilitySentence(failure, 'en'))).toEqual([
    'You must have completed at least one term. Your profile does not say so yet: add it there.',
  ]);
  expect(failures.map((failure) => eligibilitySentence(failure, 'zh-CN'))).toEqual([
    '须已完成至少 1 个学期。您的个人资料中尚无此信息，请先补充。',
  ]);
});
