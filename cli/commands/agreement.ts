import { readFileSync } from 'node:fs';
import { pickText } from '../../contract/pick-text.ts';
import { type FileReport, verifyAgreementFile } from '../../server/agreements/document/verify-file.ts';
import { exportAgreement, importAgreements } from '../agreement/exchange.ts';
import { defineCommand, UsageError } from '../command.ts';
import { exitCode } from '../exit-codes.ts';

export const command = defineCommand({
  name: 'agreement',
  summary: 'Checks a signed agreement, and exchanges agreements with other systems.',
  usage: `
Usage: collegium agreement verify <file.pdf | file.json> [--key <hex>] [--json]
       collegium agreement export --network <slug> --agreement <reference> [--out <file>]
                                  [--language <code>:<level>] [--hei <code>=<organisation id>]
       collegium agreement import <file.xml> --network <slug> --as <mail address>
                                  [--hei <code>=<organisation id>]

verify takes the record out of the PDF and checks, without asking anybody, that the text is
the one that was signed, that the signatures are the ones that were sealed, and that the
seal is sound; it says who signed what when. --key is the public key of the platform that
you know from elsewhere: /<network>/api/seal shows it.

export writes the version in force as Erasmus Without Paper does (IIAs API, version 7), with
the hash of its conditions; import begins a draft from such a file, and refuses one whose
hash does not fit. Organisations are known by their SCHAC code: the domain of their web
address in the register, or what --hei says. --language stands where a promise says nothing
of language.

Exit code 0 when everything fits, 1 when it does not. See docs/guide/lawyer.md.`,
  options: {
    key: { type: 'string' },
    json: { type: 'boolean' },
    network: { type: 'string' },
    agreement: { type: 'string' },
    as: { type: 'string' },
    out: { type: 'string' },
    language: { type: 'string' },
    hei: { type: 'string', multiple: true },
  },
  run: async ({ values, positionals, io }) => {
    const [action, path, ...rest] = positionals;
    if (rest.length > 0) throw new UsageError('Say one file.');
    if (action === 'export') return exportAgreement(values, io);
    if (action === 'import') return importAgreements(path, values, io);
    if (action !== 'verify') throw new UsageError('Say what to do: verify, export or import.');
    if (path === undefined) throw new UsageError('Say which file: a PDF or its record as JSON.');
    if (values.key !== undefined && !/^[0-9a-f]{64}$/i.test(values.key))
      throw new UsageError('--key is a public key: 64 hex digits.');
    const report = verifyAgreementFile(readFile(path), values.key);
    if (values.json) io.out(JSON.stringify(report));
    else if (report.faults.length > 0) io.err(report.faults.join('\n'));
    if (!values.json && report.file) io.out(wordsFor(report));
    return report.faults.length === 0 ? exitCode.ok : exitCode.failed;
  },
});

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UsageError(`${path} cannot be read.`, { cause: error });
  }
}

function wordsFor({ file, faults, isSealed, isKeyKnown }: FileReport): string {
  if (!file) return '';
  const { record, hash, signatures, seal, accessions = [] } = file;
  const lines = [
    `${pickText(record.terms.title, 'en')}, ${record.reference}, version ${record.number}`,
    `Parties: ${record.parties.map(({ name }) => name).join(', ')}`,
    `Fingerprint: ${hash}`,
    '',
    ...signatures.map(({ name, office, organisation, method, at, on, documentSha256, confirmedBy }) =>
      [
        `${at ?? on ?? ''}  ${name}, ${office}, for ${organisation}`,
        { signed_in: 'signed with an account', link: 'signed by a link', elsewhere: 'signed elsewhere' }[method],
        documentSha256 && `document ${documentSha256}`,
        confirmedBy && `confirmed by ${confirmedBy}`,
      ]
        .filter(Boolean)
        .join(', '),
    ),
    ...accessions.map(
      ({ statement: { joinedOn, signature } }) =>
        `${signature.at ?? ''}  ${signature.name}, ${signature.office}, for ${signature.organisation}, which joined on ${joinedOn}, signed with an account`,
    ),
    '',
  ];
  if (faults.length > 0) lines.push('This document does not fit together; see above.');
  else if (!isSealed) lines.push('The text fits its fingerprint. It is not sealed: not everybody has signed it.');
  else if (seal)
    lines.push(
      `Sealed on ${seal.statement.sealedAt} with key ${seal.keyId}. Everything fits.`,
      keyWords(isKeyKnown, seal.publicKey),
    );
  return lines.join('\n');
}

function keyWords(isKeyKnown: boolean | null, publicKey: string): string {
  return isKeyKnown
    ? 'The key is the one you gave.'
    : `Whose key that is, this file cannot prove: compare ${publicKey} with /<network>/api/seal of the platform, or give it with --key.`;
}
