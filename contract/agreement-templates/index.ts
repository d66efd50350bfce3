import type { TemplateContent } from '../agreements/template.ts';
import { apprenticeship } from './apprenticeship.ts';
import { dataSharing } from './data-sharing.ts';
import { funding } from './funding.ts';
import { internshipFramework } from './internship-framework.ts';
import { jointProgramme } from './joint-programme.ts';
import { memorandumOfUnderstanding } from './memorandum-of-understanding.ts';
import { mentoringProgramme } from './mentoring-programme.ts';
import { researchCooperation } from './research-cooperation.ts';
import { sharedLaboratory } from './shared-laboratory.ts';
import { staffExchange } from './staff-exchange.ts';
import { studentExchange } from './student-exchange.ts';

/** The templates that come with Collegium, by key. Organisations keep their own beside them. */
export const builtInTemplates = {
  memorandum_of_understanding: memorandumOfUnderstanding,
  student_exchange: studentExchange,
  staff_exchange: staffExchange,
  internship_framework: internshipFramework,
  apprenticeship,
  joint_programme: jointProgramme,
  shared_laboratory: sharedLaboratory,
  mentoring_programme: mentoringProgramme,
  research_cooperation: researchCooperation,
  funding,
  data_sharing: dataSharing,
} as const satisfies Record<string, TemplateContent>;

export type BuiltInTemplate = keyof typeof builtInTemplates;
export const builtInTemplateKeys = Object.keys(builtInTemplates) as BuiltInTemplate[];

/** A built-in template by its key; undefined when there is none. */
export function findBuiltInTemplate(key: string): TemplateContent | undefined {
  return Object.hasOwn(builtInTemplates, key) ? builtInTemplates[key as BuiltInTemplate] : undefined;
}
