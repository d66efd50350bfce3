import type { AgreementCheck } from '@collegium/contract/agreements/seal';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Note } from '../../ui/Note.tsx';
import { Section } from '../../ui/Section.tsx';

/** What a document says, who signed it, how it stands today, and whether nothing was changed since it was sealed. */
export function CheckResult({ check }: { check: AgreementCheck }) {
  const { t } = useLingui();
  const { text, date, dateTime, list } = useFormat();
  const { reference, number, hash, parties, signatures, accessions, sealedAt, keyId } = check;
  return (
    <Section title={text(check.title)}>
      <div className="check-result">
        <Standing check={check} />
        <Facts
          items={[
            [t`Agreement`, t`${reference}, version ${number}`],
            [t`Parties`, list(parties)],
            [t`Sealed`, sealedAt && dateTime(sealedAt)],
            [t`Key`, keyId && <span className="mono">{keyId}</span>],
            [
              t`Fingerprint (SHA-256)`,
              <span key="hash" className="mono hash">
                {hash}
              </span>,
            ],
          ]}
        />
        <ul className="rows">
          {signatures.map((one) => (
            <li key={`${one.organisationId}${one.name}${one.at ?? one.on}`}>
              <div className="row checked">
                <div>
                  <div className="row-t">{one.name}</div>
                  <div className="sub">{t`${one.office}, for ${one.organisation}`}</div>
                </div>
                <How signature={one} />
              </div>
            </li>
          ))}
          {accessions.map(({ joinedOn, signature }) => (
            <li key={`${signature.organisationId}${joinedOn}`}>
              <div className="row checked">
                <div>
                  <div className="row-t">{signature.name}</div>
                  <div className="sub">
                    {t`${signature.office}, for ${signature.organisation}, which joined on ${date(joinedOn)}`}
                  </div>
                </div>
                <How signature={signature} />
              </div>
            </li>
          ))}
        </ul>
        <p className="cap">{t`Compare the fingerprint with the one on your document. The record is attached to the PDF; it can be checked without this page.`}</p>
      </div>
    </Section>
  );
}

function Standing({ check: { standing, missing, isSealRight } }: { check: AgreementCheck }) {
  const { t } = useLingui();
  if (isSealRight === false)
    return (
      <Note tone="bad">{t`The text kept here does not fit its seal: it was changed after it was sealed. Rely on your own copy, and tell the parties.`}</Note>
    );
  const words: Record<AgreementCheck['standing'], string> = {
    being_signed: t`${plural(missing, { one: 'It is being signed: # signature is still to come.', other: 'It is being signed: # signatures are still to come.' })}`,
    sealed: t`All have signed, and nothing was changed since. It is not in force yet.`,
    in_force: t`All have signed, nothing was changed since, and this version is in force.`,
    replaced: t`All have signed, and nothing was changed since. A later version has taken its place.`,
    ended: t`All have signed, and nothing was changed since. The agreement has ended.`,
    declined: t`Somebody declined to sign this version: it never came into force.`,
  };
  const tone = standing === 'in_force' ? 'good' : standing === 'being_signed' ? 'wait' : 'idle';
  return <Note tone={tone}>{words[standing]}</Note>;
}

function How({ signature: { method, at, on, confirmedBy } }: { signature: AgreementCheck['signatures'][number] }) {
  const { t } = useLingui();
  const { dateTime, date } = useFormat();
  const when = at ? dateTime(at) : date(on ?? '');
  if (method === 'elsewhere')
    return <span className="sub">{t`Signed elsewhere ${when}, confirmed by ${confirmedBy ?? ''}`}</span>;
  return (
    <span className="sub">{method === 'link' ? t`Signed by a link, ${when}` : t`Signed with an account, ${when}`}</span>
  );
}
