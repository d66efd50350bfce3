import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { conditionsHash } from './conditions-hash.ts';
import { type Iia, type IiaPartner, type Mobility, mobilityKinds, namespaces } from './iia.ts';
import { validate } from './xml.ts';

/** Writes agreements as a document of the IIAs API, version 7, each with the hash of its conditions. Valid by its schema. */
export function writeIias(iias: readonly Iia[]): string {
  const document = XmlDocument.create();
  try {
    const root = document.createRoot('iias-get-response', namespaces.iia);
    root.addNsDeclaration(namespaces.contact, 'c');
    for (const iia of iias) writeIia(root, iia);
    validate(document);
    return document.toString({ format: true });
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
    const contact = partner.addElement('signing-contact');
    leaf(contact, 'contact-name', signingContact.name, 'c');
    leaf(contact, 'email', signingContact.email, 'c');
  }
  leaf(partner, 'signing-date', signingDate);
}

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
  for (const { language, cefrLevel } of mobility.languages) {
    const skill = element.addElement('recommended-language-skill');
    leaf(skill, 'language', language);
    leaf(skill, 'cefr-level', cefrLevel);
  }
  for (const { iscedCode, clarification } of mobility.subjectAreas) {
    const area = element.addElement('subject-area');
    leaf(area, 'isced-f-code', iscedCode);
    leaf(area, 'isced-clarification', clarification);
  }
  leaf(element, 'other-info-terms', mobility.otherInfo);
  leaf(element, isStaff ? 'total-days-per-year' : 'total-months-per-year', mobility.totalPerYear);
  if (isStaff) return;
  leaf(element, 'blended', String(mobility.blended ?? false));
  for (const level of mobility.eqfLevels) leaf(element, 'eqf-level', level);
}

function leaf(parent: XmlElement, name: string, value: string | undefined, prefix?: string): void {
  if (value !== undefined) parent.addElement(name, prefix).addText(value);
}
