import type { TemplateView } from '@collegium/contract/agreements/library';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facts } from '../../ui/Facts.tsx';
import { RailSection } from '../../ui/RailSection.tsx';
import { accessionNames, renewalNames, withdrawalNames } from '../words.ts';
import { keyOf } from './library-query.ts';

/** Beside a template: the terms with which an agreement begins, and every version there was. */
export function TemplateRail({ view }: { view: TemplateView }) {
  const { t } = useLingui();
  const { day } = useFormat();
  const { own, content } = view;
  const { terms } = content;
  return (
    <>
      <RailSection title={t`Terms`}>
        <Facts
          items={[
            [t`Renewal`, t(renewalNames[terms.renewal])],
            [t`Notice`, t`${terms.noticeDays} days`],
            [t`Joining`, t(accessionNames[terms.accession])],
            [t`Leaving`, t(withdrawalNames[terms.withdrawal])],
          ]}
        />
      </RailSection>
      {own && (
        <RailSection title={t`Versions`} aside={<span className="num">{own.versions.length}</span>}>
          <ul className="draft-gaps">
            {own.versions.map(({ number, changedAt, changedBy }) => (
              <li key={number}>
                <Link
                  className="link"
                  to="/agreements/library/templates/$templateKey"
                  params={{ templateKey: keyOf({ id: own.id, version: number }) }}
                  aria-current={number === own.number ? 'page' : undefined}
                >
                  {t`Version ${number}`}
                </Link>
                <span className="cap">{t`${changedBy}, ${day(changedAt)}`}</span>
              </li>
            ))}
          </ul>
        </RailSection>
      )}
    </>
  );
}
