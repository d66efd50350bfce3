import type { Clause } from '@collegium/contract/agreements/clause.ts';
import { localeOf, readClause } from '@collegium/contract/agreements/read-clause.ts';
import type { AgreementRecord } from '@collegium/contract/agreements/record.ts';
import type { AgreementFile, SealedSignature } from '@collegium/contract/agreements/seal.ts';
import { measureDefinitions } from '@collegium/contract/commitments/measures.ts';
import { pickText } from '@collegium/contract/pick-text.ts';
import { type DocumentWords, documentWords, wordsLanguage } from './words.ts';

/** What the template of the document shows, as plain text in one language; see agreement.typ. */
export function documentData(file: AgreementFile, language: string) {
  const { record, signatures, seal, accessions = [] } = file;
  const words = documentWords(language);
  const locale = localeOf(language);
  const spoken = wordsLanguage(language);
  const say = sayerOf(localeOf(spoken));
  const title = pickText(record.terms.title, language);
  const names = new Map(record.parties.map(({ organisationId, name }) => [organisationId, name]));
  const signed = new Set(signatures.filter(({ kind }) => kind === 'signatory').map((one) => one.organisationId));
  return {
    language: tagOf(language),
    wordsLanguage: tagOf(spoken),
    title,
    authors: record.parties.map(({ name }) => name),
    description: words.subtitle(record.reference, record.number),
    subtitle: words.subtitle(record.reference, record.number),
    footer: `${record.reference} · ${record.number} · ${file.hash.slice(0, 8)}`,
    notes: [words.authentic(say.language(record.terms.authenticLanguage))],
    parties: record.parties.map(({ name, role }) => ({ name, role: words.roles[role] })),
    terms: termsOf(record, words, say),
    clauses: record.clauses.map((clause, index) => {
      const { title: heading, paragraphs } = readClause(clause, {
        language: locale,
        nameOf: (id) => names.get(id) ?? id,
      });
      return { number: String(index + 1), title: heading, paragraphs };
    }),
    commitments: record.clauses.flatMap((clause, index) =>
      commitmentRow(clause, index + 1, { language, words, names, say }),
    ),
    standing: seal
      ? words.allSigned(say.instant(seal.statement.sealedAt))
      : signatures.length > 0
        ? words.someSigned(signatures.length)
        : words.noneSigned,
    signatures: [
      ...signatures.map((signature) => signatureOf(signature, words, say)),
      ...accessions.map(({ statement: { joinedOn, signature } }) => {
        const signed = signatureOf(signature, words, say);
        return { ...signed, how: `${signed.how}; ${words.joined(say.day(joinedOn))}` };
      }),
    ],
    missing: seal ? [] : record.parties.filter((party) => !signed.has(party.organisationId)).map(({ name }) => name),
    check: {
      sentence: seal ? words.checkSentence : words.checkNotYet,
      url: file.checkUrl,
      facts: [
        [words.fingerprint, file.hash],
        ...(seal
          ? [
              [words.code, inFours(seal.statement.checkCode)],
              [words.key, seal.keyId],
            ]
          : []),
      ],
    },
    words: {
      parties: words.parties,
      party: words.party,
      role: words.role,
      terms: words.terms,
      commitments: words.commitments,
      clause: words.clause,
      promise: words.promise,
      who: words.who,
      quantity: words.quantity,
      period: words.period,
      signatures: words.signatures,
      missing: words.missing,
      check: words.check,
      attachment: words.attachment,
    },
  };
}

/** A language tag in the parts that the typesetter takes. */
function tagOf(language: string) {
  const [tag = 'en', region] = language.split('-');
  return { tag, region: region?.toLowerCase() ?? null };
}

/** A check code as people read it aloud: four by four. */
export function inFours(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-');
}

type Sayer = ReturnType<typeof sayerOf>;

function sayerOf(language: string) {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(language);
  const languages = new Intl.DisplayNames([language], { type: 'language' });
  return {
    day: (day: string) => date.format(new Date(`${day}T00:00:00Z`)),
    instant: (at: string) => `${instant.format(new Date(at))} UTC`,
    number: (value: number) => number.format(value),
    money: (minor: number, currency: string) => moneyOf(language, minor, currency),
    language: (tag: string) => languages.of(tag) ?? tag,
  };
}

function moneyOf(language: string, minor: number, currency: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

function termsOf({ terms }: AgreementRecord, words: DocumentWords, say: Sayer): [string, string][] {
  return [
    [words.startsOn, terms.startsOn ? say.day(terms.startsOn) : words.withLastSignature],
    [words.endsOn, terms.endsOn ? say.day(terms.endsOn) : words.open],
    [words.notice, words.noticeDays(terms.noticeDays)],
  ];
}

function commitmentRow(
  { commitment, title }: Clause,
  number: number,
  { language, words, names, say }: { language: string; words: DocumentWords; names: Map<string, string>; say: Sayer },
): string[][] {
  const { measure, promiser, beneficiary, quantity, unit, currency, periodStart, periodEnd, every } = commitment ?? {};
  if (!measure || !promiser || quantity === undefined || !unit || !periodStart || !periodEnd) return [];
  const definition = measureDefinitions[measure];
  const who = beneficiary === 'all' || !beneficiary ? words.everybody : (names.get(beneficiary) ?? beneficiary);
  const amount =
    unit === 'money' && currency ? say.money(quantity, currency) : `${say.number(quantity)} ${words.units[unit]}`;
  return [
    [
      String(number),
      `${pickText(title, language)}: ${language.startsWith('zh') ? definition['zh-CN'] : definition.en}`,
      `${names.get(promiser) ?? promiser} → ${who}`,
      `${amount} ${words.every[every ?? 'once']}`,
      `${say.day(periodStart)} – ${say.day(periodEnd)}`,
    ],
  ];
}

function signatureOf(signature: SealedSignature, words: DocumentWords, say: Sayer) {
  return {
    organisation: signature.organisation,
    name: signature.name,
    office: signature.kind === 'witness' ? `${signature.office} (${words.witness})` : signature.office,
    how: howSigned(signature, words, say),
    statement: signature.statement,
  };
}

function howSigned(signature: SealedSignature, words: DocumentWords, say: Sayer): string {
  const { method, at, on, documentSha256, confirmedBy, confirmedAt } = signature;
  const parts = [words.how[method](at ? say.instant(at) : on ? say.day(on) : '')];
  if (documentSha256) parts.push(`${words.document} ${documentSha256}`);
  if (confirmedBy && confirmedAt) parts.push(words.confirmed(confirmedBy, say.instant(confirmedAt)));
  return parts.join(', ');
}
