import type { AgreementView } from '@collegium/contract/agreements/views';
import { useLingui } from '@lingui/react/macro';
import { Button, Select } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormRow } from '../ui/FormRow.tsx';
import { Section } from '../ui/Section.tsx';

/** Any two versions side by side as a redline; offered once there are two. */
export function CompareVersions({ view }: { view: AgreementView }) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: '/agreements/$agreementId' });
  const numbers = view.versions.map(({ number }) => number);
  const [latest, before] = numbers;
  const [version, setVersion] = useState(latest);
  const [against, setAgainst] = useState(before);
  if (version === undefined || against === undefined) return null;
  const choices = numbers.map((number) => ({ value: String(number), label: t`Version ${number}` }));
  return (
    <Section title={t`Compare two versions`}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void navigate({ search: { version, against } });
        }}
      >
        <FormRow>
          <Select
            label={t`Compare version`}
            allowDeselect={false}
            data={choices}
            value={String(version)}
            onChange={(value) => setVersion(Number(value))}
          />
          <Select
            label={t`with version`}
            allowDeselect={false}
            data={choices}
            value={String(against)}
            onChange={(value) => setAgainst(Number(value))}
          />
        </FormRow>
        <div className="form-actions">
          <Button type="submit" disabled={version === against}>
            {t`Compare`}
          </Button>
        </div>
      </form>
    </Section>
  );
}
