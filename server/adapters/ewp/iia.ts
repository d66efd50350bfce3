import type { ErrorCode } from '@collegium/contract/errors.ts';
import { Problem } from '../../platform/problem/problem.ts';

/**
 * An inter-institutional agreement in the words of Erasmus Without Paper (IIAs API, version 7). These words stay in this
 * folder; `hei` is a higher education institution, known by its SCHAC code, for instance `uw.edu.pl`.
 */
export interface Iia {
  partners: IiaPartner[];
  inEffect: boolean;
  mobilities: Mobility[];
  isTerminatedAsAWhole: boolean;
}

export interface IiaPartner {
  heiId: string;
  iiaId?: string;
  iiaCode?: string;
  signingContact?: { name: string; email?: string };
  signingDate?: string;
}

export const mobilityKinds = [
  'student-studies-mobility-spec',
  'student-traineeship-mobility-spec',
  'staff-teacher-mobility-spec',
  'staff-training-mobility-spec',
] as const;
export type MobilityKind = (typeof mobilityKinds)[number];

/** A field of education of four digits (ISCED-F 2013), and what the partners say about it. */
export interface SubjectArea {
  iscedCode: string;
  clarification?: string;
}

/** So many people a year from one institution to the other, in one direction. */
export interface Mobility {
  kind: MobilityKind;
  sendingHeiId: string;
  sendingUnitId?: string;
  receivingHeiId: string;
  receivingUnitId?: string;
  firstYear: string;
  lastYear: string;
  mobilitiesPerYear: number;
  /** The subject area says for whom the level is recommended; without one, for everybody. */
  languages: { language: string; cefrLevel?: string; subjectArea?: SubjectArea }[];
  subjectAreas: SubjectArea[];
  otherInfo?: string;
  /** Months for students, days for staff; decimal digits as they stand. */
  totalPerYear?: string;
  /** For students. */
  blended?: boolean;
  eqfLevels: string[];
}

export const namespaces = {
  iia: 'https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v7/endpoints/get-response.xsd',
  contact: 'https://github.com/erasmus-without-paper/ewp-specs-types-contact/tree/stable-v1',
} as const;

/** Why a file is not taken, or an agreement cannot be written: one of the codes that begin with `iia.`. */
export class IiaError extends Problem {
  constructor(code: Extract<ErrorCode, `iia.${string}`>, parameters: Record<string, string> = {}) {
    super(code, parameters);
  }
}
