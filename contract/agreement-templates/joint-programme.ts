import type { TemplateContent } from '../agreements/template.ts';
import { closing, decisions, ownCosts, usualTerms } from './common.ts';
import { both, gap, paragraphs, promise, words } from './write.ts';

export const jointProgramme: TemplateContent = {
  title: both(['Joint programme or micro-major', '联合项目或微专业']),
  purpose: both([
    'Several organisations build one programme from blocks that each of them teaches.',
    '多个组织以各自承担的模块共同构成一个项目。',
  ]),
  terms: { ...usualTerms, noticeDays: 365 },
  clauses: [
    words(
      'programme',
      ['The programme', '项目'],
      paragraphs(
        [
          'The parties offer {programme} together: {credits} ECTS credits in blocks, each taught by one party and recognised by all.',
          '各方共同开设 {programme}：由若干模块组成，共 {credits} 个 ECTS 学分，每个模块由一方授课并由各方认可。',
        ],
        [
          'A learner admitted by one party is admitted to the blocks of all, without another application and without fees at the others.',
          '经一方录取的学习者即可修读各方模块，无须另行申请，也无须向其他各方缴费。',
        ],
      ),
      gap('programme', 'text', ['Name of the programme', '项目名称']),
      gap('credits', 'number', ['Credits (ECTS)', '学分（ECTS）'], 30),
    ),
    promise(
      'seats',
      ['Seats in blocks', '模块席位'],
      paragraphs([
        '{promiser} offers {quantity} seats every year in its blocks to learners of {beneficiary}, from {periodStart} to {periodEnd}. A seat that is empty ten days before teaching starts returns to it.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年在其模块中向 {beneficiary} 的学习者提供 {quantity} 个席位。开课前十天仍空缺的席位由其收回。',
      ]),
      { measure: 'places_offered', unit: 'places', every: 'year', beneficiary: 'all', filters: { kind: 'course' } },
    ),
    promise(
      'teaching',
      ['Hours taught', '授课学时'],
      paragraphs([
        '{promiser} teaches {quantity} hours every year to learners of {beneficiary}, from {periodStart} to {periodEnd}.',
        '{promiser} 自 {periodStart} 至 {periodEnd}，每年为 {beneficiary} 的学习者授课 {quantity} 学时。',
      ]),
      { measure: 'hours_taught', unit: 'hours', every: 'year', beneficiary: 'all' },
    ),
    words(
      'quality',
      ['Quality', '质量'],
      paragraphs([
        'A board of one person per party approves the blocks, looks at results and feedback every year, and decides what changes. Learners and employers have a seat in it.',
        '由各方各派一人组成的委员会批准模块，每年审阅结果与反馈，并决定修改。学习者与用人单位在委员会中设有席位。',
      ]),
    ),
    words(
      'recognition',
      ['Assessment and recognition', '评定与认可'],
      paragraphs([
        'The party that teaches a block assesses it. Every party recognises the credits; grades are converted by the rule that was in force when the learner began.',
        '授课方对其模块进行评定。各方均认可所得学分；成绩按学习者开始时有效的规则换算。',
      ]),
    ),
    words(
      'award',
      ['Award', '证书'],
      paragraphs([
        '{awarding} awards the certificate; it names all parties that contributed.',
        '由 {awarding} 颁发证书；证书载明所有参与方。',
      ]),
      gap('awarding', 'organisation', ['Who awards', '颁证方']),
    ),
    decisions,
    ownCosts,
    ...closing,
  ],
};
