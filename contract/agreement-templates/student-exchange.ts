import type { TemplateContent } from '../agreements/template.ts';
import { closing, decisions, ownCosts, usualTerms } from './common.ts';
import { both, gap, opening, paragraphs, promise, words } from './write.ts';

export const studentExchange: TemplateContent = {
  title: both(['Student exchange agreement', '学生交流协议']),
  purpose: both([
    'An inter-institutional agreement: who sends how many learners to whom, at which level, on which conditions.',
    '院校间协议：谁向谁派出多少学习者、何种层次、何种条件。',
  ]),
  terms: usualTerms,
  clauses: [
    words(
      'purpose',
      ['Purpose', '目的'],
      paragraphs([
        'The parties exchange learners in {fields}. Learners stay enrolled at home, pay no fees at the host, and have the results recognised.',
        '各方在 {fields} 领域交流学习者。学习者保留原校学籍，无须向接收方缴纳学费，其成绩获得认可。',
      ]),
      gap('fields', 'text', ['Fields of education', '学科领域']),
    ),
    promise(
      'places',
      ['Exchange places', '交流名额'],
      paragraphs([
        '{promiser} offers {quantity} places every year, from {periodStart} to {periodEnd}, to learners of {beneficiary}.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年向 {beneficiary} 的学习者提供 {quantity} 个名额。',
      ]),
      { measure: 'places_offered', unit: 'places', every: 'year', filters: { kind: 'exchange_place' } },
    ),
    promise(
      'places-in-return',
      ['Places in return', '对等名额'],
      paragraphs([
        '{promiser} offers {quantity} places every year, from {periodStart} to {periodEnd}, to learners of {beneficiary}.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年向 {beneficiary} 的学习者提供 {quantity} 个名额。',
      ]),
      { measure: 'places_offered', unit: 'places', every: 'year', filters: { kind: 'exchange_place' } },
    ),
    promise(
      'balance',
      ['Balance', '平衡'],
      paragraphs([
        'Between {periodStart} and {periodEnd}, what {promiser} receives from {beneficiary} and what it sends there differ by {quantity} learners, or by no more than the tolerance that the parties agree.',
        '在 {periodStart} 至 {periodEnd} 期间，{promiser} 自 {beneficiary} 接收与向其派出的学习者之差为 {quantity} 人，或不超过各方商定的容差。',
      ]),
      { measure: 'exchange_balance', unit: 'learners', every: 'once', quantity: 0, tolerance: 3 },
    ),
    words(
      'nomination',
      ['Selection and nomination', '选拔与提名'],
      paragraphs(
        [
          'The sending party selects learners by a published rule and nominates them by {nominationDay}. They have completed {terms} terms and reach {gradeAverage} of the highest grade average.',
          '派出方依公开规则选拔学习者，并于 {nominationDay} 前提名。学习者须完成 {terms} 个学期，平均成绩达到最高值的 {gradeAverage}。',
        ],
        [
          'The receiving party answers within {answerDays} working days and gives a reason when it refuses.',
          '接收方在 {answerDays} 个工作日内答复，拒绝时说明理由。',
        ],
      ),
      gap('nominationDay', 'text', ['Nominations by', '提名截止日']),
      gap('terms', 'number', ['Terms completed', '已完成学期数'], 2),
      gap('gradeAverage', 'text', ['Share of the highest average', '成绩要求']),
      gap('answerDays', 'number', ['Working days to answer', '答复工作日数'], 10),
    ),
    words(
      'language',
      ['Language', '语言'],
      paragraphs([
        'Learners show {languageLevel} in the language of instruction before they are nominated.',
        '学习者在提名前须证明其授课语言水平达到 {languageLevel}。',
      ]),
      gap('languageLevel', 'text', ['Language and level, for instance English B2', '语言与等级，例如英语 B2']),
    ),
    words(
      'recognition',
      ['Credits and grades', '学分与成绩'],
      paragraphs(
        [
          'Before departure the learner, the sending and the receiving party agree on a plan. What was agreed and achieved is recognised in full, by the conversion that was in force when the plan was agreed.',
          '出发前，学习者、派出方与接收方商定学习计划。已商定且完成的内容，按计划商定时有效的换算规则全部认可。',
        ],
        [
          'The receiving party sends the transcript within {transcriptWeeks} weeks after the end of teaching.',
          '接收方在教学结束后 {transcriptWeeks} 周内寄送成绩单。',
        ],
      ),
      gap('transcriptWeeks', 'number', ['Weeks until the transcript', '成绩单期限（周）'], 5),
    ),
    opening(
      'learner-data',
      ['What the host sees about learners', '接收方可见的学习者信息'],
      paragraphs([
        '{from} opens to {to}, about learners who take part, {fields}; for this purpose: {purpose}; from {start} to {end}.',
        '{from} 向 {to} 开放参与学习者的 {fields}；用途：{purpose}；自 {start} 至 {end}。',
      ]),
      { about: 'participants', fields: ['name', 'email', 'level', 'field', 'grades', 'languages'], to: 'all' },
    ),
    decisions,
    ownCosts,
    ...closing,
  ],
};
