import { hash } from 'node:crypto';
import type { XmlElement } from 'libxml2-wasm';
import { childrenNamed, childrenOf } from './xml.ts';

/**
 * The hash of an agreement's conditions, as the transformation that is published with version 7 of the IIAs API gives it:
 * SHA-256 over a text of both partners' ids and every leaf of the conditions, contacts left out. Both partners compute
 * it, so every underscore counts.
 */
export function conditionsHash(iia: XmlElement): string {
  return hash('sha256', conditionsText(iia), 'hex');
}

/** The text that is hashed. */
export function conditionsText(iia: XmlElement): string {
  const conditions = childrenNamed(iia, 'cooperation-conditions');
  const terminated = conditions.some((one) => isTrue(attributeOf(one, 'terminated-as-a-whole')));
  const ids = childrenNamed(iia, 'partner').map(
    (partner, index) => `_iia-id_${index + 1}=${childrenNamed(partner, 'iia-id')[0]?.content ?? ''}_`,
  );
  const mobilities = conditions.flatMap((one) => childrenOf(one)).map((mobility) => mobilityText(mobility));
  return `${terminated ? '_@terminated-as-a-whole@_' : ''}${ids.join('')}${mobilities.join('')}`;
}

function mobilityText(mobility: XmlElement): string {
  const conditions = mobility.parent as XmlElement;
  const year = (name: string) => {
    const [element] = childrenNamed(mobility, name);
    return `_${name}=${element?.content ?? ''}_`;
  };
  const isOpen = [conditions, mobility].some((one) => isTrue(attributeOf(one, 'not-yet-defined')));
  const leaves = isOpen ? '' : belowText(mobility, conditions.name);
  return leaves + year('receiving-first-academic-year-id') + year('receiving-last-academic-year-id');
}

const leftOut = ['receiving-first-academic-year-id', 'receiving-last-academic-year-id'];
const contacts = ['sending-contact', 'receiving-contact'];

/** Everything below an element in document order; what is not defined yet is left out whole. */
function belowText(element: XmlElement, above: string): string {
  return childrenOf(element)
    .map((child) => {
      if (isTrue(attributeOf(child, 'not-yet-defined'))) return '';
      const path = `${above}.${element.name}.${child.name}`;
      const own = leftOut.includes(child.name) ? '' : attributesText(child, path) + leafText(child, path);
      return own + (contacts.includes(child.name) ? '' : belowText(child, element.name));
    })
    .join('');
}

function attributesText(element: XmlElement, path: string): string {
  return element.attrs
    .filter(({ name }) => name !== 'not-yet-defined' && name !== 'v6-value')
    .map(({ name, value }) => `_@${path}.${name}=${value}@_`)
    .join('');
}

function leafText(element: XmlElement, path: string): string {
  if (childrenOf(element).length > 0) return '';
  const old = element.name === 'isced-f-code' ? attributeOf(element, 'v6-value') : undefined;
  return `_${path}=${old || element.content}_`;
}

function attributeOf(element: XmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function isTrue(value: string | undefined): boolean {
  return value === 'true' || value === '1';
}
