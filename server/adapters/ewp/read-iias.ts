import type { XmlElement } from 'libxml2-wasm';
import { conditionsHash } from './conditions-hash.ts';
import {
  type Iia,
  IiaError,
  type IiaPartner,
  type Mobility,
  mobilityKinds,
  type MobilityKind,
  type SubjectArea,
} from './iia.ts';
import { childrenNamed, childrenOf, parseXml, textOf, validate } from './xml.ts';

/**
 * Reads the agreements of a document. Throws an `IiaError` with a sentence for what is no XML, declares entities, is not
 * what version 7 allows, or has conditions that do not give the hash that stands beside them.
 */
export function readIias(file: string | Uint8Array): Iia[] {
  const document = parseXml(file);
  try {
    validate(document);
    return childrenNamed(document.root, 'iia').map(readIia);
  } finally {
    document.dispose();
  }
}

function readIia(element: XmlElement): Iia {
  const said = textOf(element, 'iia-hash') ?? '';
  const found = conditionsHash(element);
  if (said !== found) throw new IiaError('iia.hash_differs', { said, found });
  const conditions = childrenNamed(element, 'cooperation-conditions')[0] as XmlElement;
  const mobilities = childrenOf(conditions).map(readMobility);
  const open = conditions.find('.//@not-yet-defined | .//@v6-value');
  if (open.length > 0) throw new IiaError('iia.not_defined');
  const [terminated] = conditions.attrs.filter(({ name }) => name === 'terminated-as-a-whole');
  return {
    partners: childrenNamed(element, 'partner').map(readPartner),
    inEffect: isTrue(textOf(element, 'in-effect')),
    mobilities,
    isTerminatedAsAWhole: isTrue(terminated?.value),
  };
}

function readPartner(element: XmlElement): IiaPartner {
  const [contact] = childrenNamed(element, 'signing-contact');
  const [iiaId, iiaCode, signingDate] = ['iia-id', 'iia-code', 'signing-date'].map((name) => textOf(element, name));
  const email = contact && textOf(contact, 'email');
  return {
    heiId: textOf(element, 'hei-id') ?? '',
    ...(iiaId !== undefined && { iiaId }),
    ...(iiaCode !== undefined && { iiaCode }),
    ...(contact && { signingContact: { name: textOf(contact, 'contact-name') ?? '', ...(email && { email }) } }),
    ...(signingDate !== undefined && { signingDate }),
  };
}

function readMobility(element: XmlElement): Mobility {
  const kind = mobilityKinds.find((one) => one === element.name) as MobilityKind;
  const sendingUnitId = textOf(element, 'sending-ounit-id');
  const receivingUnitId = textOf(element, 'receiving-ounit-id');
  const otherInfo = textOf(element, 'other-info-terms');
  const totalPerYear = textOf(element, 'total-months-per-year') ?? textOf(element, 'total-days-per-year');
  const blended = textOf(element, 'blended');
  return {
    kind,
    sendingHeiId: textOf(element, 'sending-hei-id') ?? '',
    ...(sendingUnitId !== undefined && { sendingUnitId }),
    receivingHeiId: textOf(element, 'receiving-hei-id') ?? '',
    ...(receivingUnitId !== undefined && { receivingUnitId }),
    firstYear: textOf(element, 'receiving-first-academic-year-id') ?? '',
    lastYear: textOf(element, 'receiving-last-academic-year-id') ?? '',
    mobilitiesPerYear: Number(textOf(element, 'mobilities-per-year')),
    languages: childrenNamed(element, 'recommended-language-skill').map((one) => {
      const cefrLevel = textOf(one, 'cefr-level');
      const [subjectArea] = childrenNamed(one, 'subject-area').map(readSubjectArea);
      return {
        language: textOf(one, 'language') ?? '',
        ...(cefrLevel !== undefined && { cefrLevel }),
        ...(subjectArea && { subjectArea }),
      };
    }),
    subjectAreas: childrenNamed(element, 'subject-area').map(readSubjectArea),
    ...(otherInfo !== undefined && { otherInfo }),
    ...(totalPerYear !== undefined && { totalPerYear }),
    ...(blended !== undefined && { blended: isTrue(blended) }),
    eqfLevels: childrenNamed(element, 'eqf-level').map(({ content }) => content),
  };
}

function readSubjectArea(element: XmlElement): SubjectArea {
  const clarification = textOf(element, 'isced-clarification');
  return { iscedCode: textOf(element, 'isced-f-code') ?? '', ...(clarification !== undefined && { clarification }) };
}

function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}
