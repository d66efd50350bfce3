import { interfaceLanguages, type InterfaceLanguage } from '@collegium/contract/localised-text.ts';
import type { FastifyRequest } from 'fastify';

/** The language for sentences of this answer: the person's own once known, else the first of Accept-Language that we speak. */
export function readerLanguage(request: FastifyRequest): InterfaceLanguage {
  return matching(request.reader?.language) ?? acceptedLanguage(request.headers['accept-language']) ?? 'en';
}

function acceptedLanguage(header: string | undefined): InterfaceLanguage | undefined {
  const wanted = (header ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => part.split(';')[0]?.trim());
  return wanted.map(matching).find((language) => language !== undefined);
}

function matching(tag: string | undefined): InterfaceLanguage | undefined {
  return interfaceLanguages.find((language) => tag && language.split('-')[0] === tag.toLowerCase().split('-')[0]);
}
