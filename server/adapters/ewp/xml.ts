import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ParseOption, XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';
import { decodeXml } from './decode-xml.ts';
import { IiaError } from './iia.ts';

/** Larger than any agreement; a file beyond it is not one. */
const mostBytes = 5_242_880;

/**
 * Reads XML that came from outside. A document type is refused before anything is parsed: with it come entities, which
 * could read files of this machine or grow without end. Nothing is fetched. What the
 * declaration says of an encoding is heeded before. The caller disposes of the document.
 */
export function parseXml(file: string | Uint8Array): XmlDocument {
  const size = typeof file === 'string' ? Buffer.byteLength(file) : file.length;
  if (size > mostBytes) throw new IiaError('iia.too_large');
  const text = typeof file === 'string' ? file : decodeXml(file);
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new IiaError('iia.entities');
  const options = [ParseOption.XML_PARSE_NONET, ParseOption.XML_PARSE_NO_XXE, ParseOption.XML_PARSE_IGNORE_ENC];
  const option: ParseOption = options.reduce((all, one) => all | one);
  try {
    return XmlDocument.fromString(text, { option });
  } catch (error) {
    throw new IiaError('iia.no_xml', { reason: reasonOf(error) });
  }
}

/** Throws an `IiaError` with the first fault and its line when the document is not what version 7 allows. */
export function validate(document: XmlDocument): void {
  const schema = XmlDocument.fromString(readFileSync(join(import.meta.dirname, 'iia-v7.xsd'), 'utf8'));
  const validator = XsdValidator.fromDoc(schema);
  try {
    validator.validate(document);
  } catch (error) {
    throw new IiaError('iia.no_agreement', { reason: reasonOf(error) });
  } finally {
    validator.dispose();
    schema.dispose();
  }
}

/** The elements below an element, in their order. */
export function childrenOf(element: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  for (let child = element.firstChild; child; child = child.next) if (child instanceof XmlElement) found.push(child);
  return found;
}

/** The elements below an element that have this name. */
export function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).filter((child) => child.name === name);
}

/** The text of the first element with this name; undefined when there is none. */
export function textOf(element: XmlElement, name: string): string | undefined {
  return childrenNamed(element, name)[0]?.content;
}

function reasonOf(error: unknown): string {
  const details =
    error instanceof Error && 'details' in error ? (error.details as { message: string; line: number }[]) : [];
  const [first] = details;
  if (first) return `line ${first.line}: ${first.message.trim().replaceAll(/\{[^}]*\}/g, '')}`;
  return error instanceof Error ? error.message : String(error);
}
