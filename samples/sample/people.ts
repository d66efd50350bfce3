import type { Role } from '@collegium/contract/roles.ts';

export interface SamplePerson {
  key: string;
  name: string;
  organisation: string;
  role: Role;
  /** Other memberships of the same person. */
  also?: { organisation: string; role: Role }[];
  language?: 'en' | 'zh-CN';
}

/** Fictitious people with a part in the story; the first of each role is the one-click account. */
export const samplePeople: readonly SamplePerson[] = [
  {
    key: 'marit',
    name: 'Marit de Vries',
    organisation: 'alliance',
    role: 'coordinator',
    also: [{ organisation: 'northwater', role: 'coordinator' }],
  },
  { key: 'ines', name: 'Inês Carvalho', organisation: 'alliance', role: 'network_administrator' },
  { key: 'oskar', name: 'Oskar Lindgren', organisation: 'alliance', role: 'evaluator' },
  { key: 'amina', name: 'Amina Yusuf', organisation: 'ribeira', role: 'learner' },
  { key: 'helena', name: 'Helena Sousa', organisation: 'ribeira', role: 'teacher' },
  {
    key: 'rui',
    name: 'Rui Teixeira',
    organisation: 'ribeira',
    role: 'organisation_administrator',
    also: [{ organisation: 'ribeira', role: 'coordinator' }],
  },
  { key: 'jonas', name: 'Jonas Kirk', organisation: 'vantera', role: 'host_supervisor' },
  { key: 'mette', name: 'Mette Holm', organisation: 'vantera', role: 'organisation_administrator' },
  { key: 'sanne', name: 'Sanne Bakker', organisation: 'kade', role: 'host_supervisor' },
  { key: 'pieter', name: 'Pieter van Dam', organisation: 'northwater', role: 'teacher' },
  { key: 'chen', name: '陈立新', organisation: 'jianglan', role: 'coordinator', language: 'zh-CN' },
  { key: 'lu', name: '陆佳怡', organisation: 'jianglan', role: 'teacher', language: 'zh-CN' },
  { key: 'ebba', name: 'Ebba Lindqvist', organisation: 'lindqvist', role: 'host_supervisor' },
  { key: 'sigrid', name: 'Sigrid Aas', organisation: 'halden', role: 'teacher' },
  { key: 'youssef', name: 'يوسف الحداد', organisation: 'harbour', role: 'teacher' },
  { key: 'clara', name: 'Clara O’Brien', organisation: 'literacy', role: 'host_supervisor' },
  { key: 'bram', name: 'Bram Visser', organisation: 'seawall', role: 'host_supervisor' },
];

const given = [
  'Teo',
  'Lucia',
  'Noor',
  'Elif',
  'Mateus',
  'Freya',
  'Tomasz',
  'Hana',
  'Kofi',
  'Saga',
  'Ravi',
  'Linh',
  'Bea',
  'Milan',
  'Zofia',
  'Ilse',
];
const family = ['Marques', 'Almeida', 'Jansen', 'Kaya', 'Pereira', 'Nilsen', 'Wójcik', 'Tanaka', 'Mensah', 'Berg'];
const chinese = [
  '周明',
  '吴雨桐',
  '郑浩然',
  '孙可欣',
  '何梓涵',
  '高天宇',
  '林书瑶',
  '罗子墨',
  '谢安琪',
  '唐一诺',
  '许晨曦',
  '邓博文',
  '冯思远',
  '曹雅静',
];

/** Learners who fill the rounds, so that groups are large enough to be shown: 18, 16 and 14 at three universities. */
export function sampleLearners(): SamplePerson[] {
  return [
    ...Array.from({ length: 18 }, (_, index) => learner('ribeira', index, nameOf(index))),
    ...Array.from({ length: 16 }, (_, index) => learner('northwater', index, nameOf(index + 18))),
    ...chinese.map((name, index) => ({ ...learner('jianglan', index, name), language: 'zh-CN' as const })),
  ];
}

function learner(organisation: string, index: number, name: string): SamplePerson {
  return { key: `${organisation}-${index + 1}`, name, organisation, role: 'learner' };
}

/** Steps through both lists at different paces, so that no name comes twice among the first eighty. */
function nameOf(index: number): string {
  return `${given[index % given.length]} ${family[(index * 3 + Math.floor(index / given.length)) % family.length]}`;
}
