import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { conditionsHash } from './conditions-hash.ts';
import { type Iia, type IiaPartner, type Mobility, mobilityKinds, namespaces, type SubjectArea } from './iia.ts';
import { parseXml, validate } from './xml.ts';

/** Writes agreements as a document of the IIAs API, version 7, each with the hash of its conditions. Valid by its schema. */
export function writeIias(iias: readonly Iia[]): string {
  const document = XmlDocument.create();
  try {
    const root = document.createRoot('iias-get-response', namespaces.iia);
    root.addNsDeclaration(namespaces.contact, 'c');
    for (const iia of iias) writeIia(root, iia);
    return checked(document.toString({ format: true }));
  } finally {
    document.dispose();
  }
}

/** The text, when it is valid as others read it: in memory, attributes stand in the namespace of their element, in the text in none. */
function checked(text: string): string {
  const document = parseXml(text);
  try {
    validate(document);
    return text;
  } finally {
    document.dispose();
  }
}

function writeIia(root: XmlElement, { partners, inEffect, mobilities, isTerminatedAsAWhole }: Iia): void {
  const iia = root.addElement('iia');
  for (const partner of partners) writePartner(iia, partner);
  leaf(iia, 'in-effect', String(inEffect));
  const conditions = iia.addElement('cooperation-conditions');
  if (isTerminatedAsAWhole) conditions.setAttr('terminated-as-a-whole', 'true');
  for (const kind of mobilityKinds)
    for (const mobility of mobilities.filter((one) => one.kind === kind)) writeMobility(conditions, mobility);
  leaf(iia, 'iia-hash', conditionsHash(iia));
}

function writePartner(iia: XmlElement, { heiId, iiaId, iiaCode, signingContact, signingDate }: IiaPartner): void {
  const partner = iia.addElement('partner');
  leaf(partner, 'hei-id', heiId);
  leaf(partner, 'iia-id', iiaId);
  leaf(partner, 'iia-code', iiaCode);
  if (signingContact) {
    const { email } = signingContact;
    const contact = partner.addElement('signing-contact');
    leaf(contact, 'contact-name', signingContact.name, 'c');
    leaf(contact, 'email', email && writableEmail.test(email) ? email : undefined, 'c');
  }
  leaf(partner, 'signing-date', signingDate);
}

/** What the published type of a mail address allows; another one, of a local machine for instance, is left out. */
const writableEmail = /^[^@]+@[^.]+\..+$/;

function writeMobility(conditions: XmlElement, mobility: Mobility): void {
  const element = conditions.addElement(mobility.kind);
  const isStaff = mobility.kind.startsWith('staff');
  leaf(element, 'sending-hei-id', mobility.sendingHeiId);
  leaf(element, 'sending-ounit-id', mobility.sendingUnitId);
  leaf(element, 'receiving-hei-id', mobility.receivingHeiId);
  leaf(element, 'receiving-ounit-id', mobility.receivingUnitId);
  leaf(element, 'receiving-first-academic-year-id', mobility.firstYear);
  leaf(element, 'receiving-last-academic-year-id', mobility.lastYear);
  leaf(element, 'mobilities-per-year', String(mobility.mobilitiesPerYear));
  for (const { language, cefrLevel, subjectArea } of mobility.languages) {
    const skill = element.addElement('recommended-language-skill');
    leaf(skill, 'language', language);
    leaf(skill, 'cefr-level', cefrLevel);
    if (subjectArea) writeSubjectArea(skill, subjectArea);
  }
  for (const area of mobility.subjectAreas) writeSubjectArea(element, area);
  leaf(element, 'other-info-terms', mobility.otherInfo);
  leaf(element, isStaff ? 'total-days-per-year' : 'total-months-per-year', mobility.totalPerYear);
  if (isStaff) return;
  leaf(element, 'blended', String(mobility.blended ?? false));
  for (const level of mobility.eqfLevels) leaf(element, 'eqf-level', level);
}

function writeSubjectArea(parent: XmlElement, { iscedCode, clarification }: SubjectArea): void {
  const area = parent.addElement('subject-area');
  leaf(area, 'isced-f-code', iscedCode);
  leaf(area, 'isced-clarification', clarification);
}

/** Control characters that XML 1.0 cannot hold at all, written or escaped. */
// oxlint-disable-next-line no-control-regex -- exactly these are looked for
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function leaf(parent: XmlElement, name: string, value: string | undefined, prefix?: string): void {
  if (value !== undefined) parent.addElement(name, prefix).addText(value.replaceAll(unwritable, '').toWellFormed());
}
