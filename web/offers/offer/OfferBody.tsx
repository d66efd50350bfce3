import type { OfferView } from '@collegium/contract/offers';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconFileDownload } from '@tabler/icons-react';
import { apiUrl } from '../../api/client.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Section } from '../../ui/Section.tsx';
import { Conditions } from './Conditions.tsx';
import { Description } from './Description.tsx';
import { KindDetails } from './KindDetails.tsx';
import { Sessions } from './Sessions.tsx';

/** What an offer says of itself, in the order in which one asks. Also the preview of a draft. */
export function OfferBody({ offer }: { offer: OfferView }) {
  const { t } = useLingui();
  return (
    <>
      <Section title={t`About`}>
        <Description text={offer.description} />
        {offer.skills.length > 0 && (
          <ul className="skills" aria-label={t`Skills`}>
            {offer.skills.map((skill) => (
              <li key={skill}>{skill}</li>
            ))}
          </ul>
        )}
      </Section>
      <KindDetails offer={offer} />
      {offer.sessions.length > 0 && (
        <Section title={t`Sessions`}>
          <Sessions sessions={offer.sessions} />
        </Section>
      )}
      <Section title={t`Who can take part`}>
        <Conditions offer={offer} />
      </Section>
      {offer.attachments.length > 0 && (
        <Section title={t`Files`}>
          <Files offer={offer} />
        </Section>
      )}
    </>
  );
}

function Files({ offer: { id, attachments } }: { offer: OfferView }) {
  const { number } = useFormat();
  return (
    <ul className="rows">
      {attachments.map(({ fileId, name, sizeBytes }) => (
        <li key={fileId}>
          <div className="row hov file-row">
            <IconFileDownload size={17} stroke={1.6} aria-hidden />
            <a className="link" href={apiUrl(`/offers/${id}/attachments/${fileId}`)} download>
              {name}
            </a>
            <span className="cap num">
              <Trans>{number(Math.max(1, Math.round(sizeBytes / 1024)))} kB</Trans>
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
