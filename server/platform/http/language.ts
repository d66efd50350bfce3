import { interfaceLanguages, type InterfaceLanguage } from '@collegium/contract/localised-text.ts';
import type { FastifyRequest } from 'fastify';

/** The language for sentences of this answer: the first of Accept-Language that we speak (pages send theirs), else the person's own. */
export function readerLanguage(request: FastifyRequest): InterfaceLanguage {
  return acceptedLanguage(request.headers['accept-language']) ?? matching(request.reader?.language) ?? 'en';
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
