import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { signingQuery } from './signing-query.ts';

/** The way to the signing of an agreement: filled when the reader is to sign, or to name who signs. */
export function SignAction({ agreementId }: { agreementId: string }) {
  const { t } = useLingui();
  const { data } = useQuery({ ...signingQuery(agreementId), retry: false });
  if (!data || !['approved', 'signing'].includes(data.state)) return null;
  const mine = data.signatories.find(({ abilities }) => abilities.sign);
  const label = mine ? t`Sign for ${mine.organisation.name}` : data.canStart ? t`Name who signs` : t`Open the signing`;
  return (
    <Button
      className="grow"
      variant={mine || data.canStart ? 'filled' : 'default'}
      renderRoot={(props) => <Link to="/agreements/$agreementId/sign" params={{ agreementId }} {...props} />}
    >
      {label}
    </Button>
  );
}
