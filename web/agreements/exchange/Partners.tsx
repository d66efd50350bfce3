import type { IiaPreview } from '@collegium/contract/agreements/exchange';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ChosenOrganisation } from '../../ui/useFoundOrganisations.ts';
import { OrganisationField } from '../OrganisationField.tsx';

interface PartnersProps {
  partners: IiaPreview['partners'];
  /** Organisations that the reader chose, by the code of the file. */
  chosen: Record<string, ChosenOrganisation | null>;
  onChoose: (chosen: Record<string, ChosenOrganisation | null>) => void;
}

/** Whom the file means: found by the web address in the register, else chosen by the reader. */
export function Partners({ partners, chosen, onChoose }: PartnersProps) {
  const { t } = useLingui();
  return (
    <ul className="rows iia-partners">
      {partners.map(({ code, theirNumber, organisation }) => (
        <li key={code} className="row iia-partner">
          <div>
            <div className="row-t">{organisation?.name ?? code}</div>
            <div className="cap">
              {organisation && <span>{code}</span>}
              {theirNumber && (
                <span>
                  <Trans>their number {theirNumber}</Trans>
                </span>
              )}
              {!organisation && (
                <span>
                  <Trans>No organisation here has this web address.</Trans>
                </span>
              )}
            </div>
          </div>
          {!organisation && (
            <OrganisationField
              label={t`Which organisation is ${code}?`}
              value={chosen[code] ?? null}
              onChange={(one) => onChoose({ ...chosen, [code]: one })}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
