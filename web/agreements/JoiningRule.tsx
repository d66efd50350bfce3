import type { AgreementView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../i18n/useFormat.ts';
import { accessionNames } from './words.ts';

/** The clause of the templates that says how somebody joins. */
const clauseKey = 'joining-and-leaving';

/** Why nobody signed again when a party joined: the clause, or else the terms, under which it did. */
export function JoiningRule({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const { text } = useFormat();
  const clauses = view.inForce?.clauses ?? [];
  const index = clauses.findIndex(({ key }) => key === clauseKey);
  const clause = clauses[index];
  const rule = t(accessionNames[view.accession]);
  return (
    <p className="cap">
      {clause && (
        <>
          <Link
            className="link"
            to="/agreements/$agreementId"
            params={{ agreementId: view.id }}
            hash={`clause-${clauseKey}`}
          >
            {t`Under clause ${index + 1}, ${text(clause.title)}`}
          </Link>
          {'. '}
        </>
      )}
      {t`Joining: ${rule}`}
    </p>
  );
}
