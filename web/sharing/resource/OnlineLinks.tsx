import type { ResourceView } from '@collegium/contract/sharing/resources';
import { useLingui } from '@lingui/react/macro';
import { RailSection } from '../../ui/RailSection.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { OutsideLink } from './OutsideLink.tsx';

/** How the reader gets at something online or at a title: through the own institution where it says how. */
export function OnlineLinks({ resource: { links, isbn, issn, doi } }: { resource: ResourceView }) {
  const { t } = useLingui();
  const { institution, address, isThroughInstitution, openUrl } = links;
  if (address === null && openUrl === null && isbn === null && issn === null && doi === null) return null;
  return (
    <RailSection title={t`Read it`}>
      {address !== null && (
        <p>
          <OutsideLink
            url={address}
            label={isThroughInstitution && institution !== null ? t`Open through ${institution}` : t`Open it`}
          />
        </p>
      )}
      {openUrl !== null && institution !== null && (
        <p>
          <OutsideLink url={openUrl} label={t`Look it up at the library of ${institution}`} />
        </p>
      )}
      <Facts
        items={[
          [t`ISBN`, isbn],
          [t`ISSN`, issn],
          [t`DOI`, doi && <OutsideLink key="doi" url={`https://doi.org/${encodeURI(doi)}`} label={doi} />],
        ]}
      />
    </RailSection>
  );
}
