import type { TemplateContent } from '../agreements/template.ts';
import { closing, decisions, usualTerms } from './common.ts';
import { both, gap, opening, paragraphs, promise, words } from './write.ts';

export const internshipFramework: TemplateContent = {
  title: both(['Internship framework agreement', '实习框架协议']),
  purpose: both([
    'A host takes interns from one or several universities and schools on the same conditions.',
    '接收单位以相同条件接收一所或多所院校的实习生。',
  ]),
  terms: usualTerms,
  clauses: [
    words(
      'purpose',
      ['Purpose', '目的'],
      paragraphs([
        'Learners of the educating parties work at the host for a limited time, in order to learn. An internship does not replace a job.',
        '教育方的学习者在有限时间内到接收单位工作，以学习为目的。实习不替代正式岗位。',
      ]),
    ),
    promise(
      'places',
      ['Internships offered', '提供实习岗位'],
      paragraphs([
        '{promiser} offers {quantity} internships every year to learners of {beneficiary}, from {periodStart} to {periodEnd}. Places that are published after the round has closed count for the following year.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年向 {beneficiary} 的学习者提供 {quantity} 个实习岗位。轮次截止后发布的岗位计入下一年度。',
      ]),
      { measure: 'places_offered', unit: 'places', every: 'year', filters: { kind: 'internship' } },
    ),
    promise(
      'answers',
      ['Answers in time', '按时答复'],
      paragraphs([
        '{promiser} answers at least {quantity} percent of the plans that {beneficiary} proposes within the working days that are agreed, from {periodStart} to {periodEnd}.',
        '自 {periodStart} 至 {periodEnd}，{promiser} 对 {beneficiary} 提出的计划，至少 {quantity}% 在商定的工作日内答复。',
      ]),
      { measure: 'answers_within_days', unit: 'percent', every: 'year', filters: { days: 10 } },
    ),
    words(
      'plan',
      ['Plan and supervision', '计划与指导'],
      paragraphs(
        [
          'Before it begins, the learner, the host and the home organisation agree on a plan: goals, tasks, dates, hours and two supervisors.',
          '实习开始前，学习者、接收单位与所属院校商定计划：目标、任务、日期、工时与两名指导人。',
        ],
        [
          'The host’s supervisor has at least {supervisionHours} hours a week for the learner, confirms the journal and assesses the goals at the end. The learner countersigns.',
          '接收单位指导人每周至少有 {supervisionHours} 小时指导学习者，确认日志，并在结束时评定目标。学习者会签。',
        ],
      ),
      gap('supervisionHours', 'number', ['Hours of supervision a week', '每周指导小时数'], 2),
    ),
    words(
      'conditions',
      ['Pay, hours and safety', '报酬、工时与安全'],
      paragraphs(
        [
          'The host pays {pay} a month and keeps working hours under {hoursPerWeek} a week.',
          '接收单位每月支付 {pay}，每周工时不超过 {hoursPerWeek} 小时。',
        ],
        [
          'The host gives the safety training that its own staff receive before any work begins. {insurer} insures the learner against accidents and liability.',
          '开始工作前，接收单位提供与其本方人员相同的安全培训。由 {insurer} 为学习者投保意外险与责任险。',
        ],
      ),
      gap('pay', 'text', ['Pay a month, with currency', '每月报酬（含货币）']),
      gap('hoursPerWeek', 'number', ['Hours a week at most', '每周工时上限'], 38),
      gap('insurer', 'text', ['Who insures the learner', '投保方']),
    ),
    words(
      'help',
      ['Help and ending early', '求助与提前结束'],
      paragraphs([
        'A learner who meets difficulties may turn to either supervisor or to the home organisation in confidence. Either party may end an internship early with a reason that all read.',
        '学习者遇到困难时，可向任一指导人或所属院校秘密求助。任一方可提前结束实习，并说明各方可阅的理由。',
      ]),
    ),
    opening(
      'learner-data',
      ['What the host sees about interns', '接收单位可见的实习生信息'],
      paragraphs([
        '{from} opens to {to}, about learners who take part, {fields}; for this purpose: {purpose}; from {start} to {end}.',
        '{from} 向 {to} 开放参与学习者的 {fields}；用途：{purpose}；自 {start} 至 {end}。',
      ]),
      { about: 'participants', fields: ['name', 'email', 'level', 'field', 'languages'] },
    ),
    decisions,
    ...closing,
  ],
};
