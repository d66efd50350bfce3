import { useLingui } from '@lingui/react/macro';
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useSession } from '../../api/session.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import { useStaff } from '../useStaff.ts';

/** Who signs for a party, as it is being filled in. */
export interface Who {
  by: 'member' | 'administrators' | 'link';
  personId: string | null;
  name: string;
  email: string;
  office: string;
}

/** Whether enough is filled in to be sent. */
export function isWhoWhole({ by, personId, name, email }: Who): boolean {
  if (by === 'member') return personId !== null;
  return by === 'administrators' || (name.trim().length > 1 && /^\S+@\S+\.\S+$/.test(email.trim()));
}

/** As the interface takes it. */
export function whoBody({ by, personId, name, email, office }: Who) {
  return {
    ...(by === 'member' && { personId }),
    ...(by === 'link' && { name: name.trim(), email: email.trim() }),
    ...(office.trim().length > 1 && { office: office.trim() }),
  };
}

interface SignatoryFieldsProps {
  organisation: { id: string; name: string };
  value: Who;
  onChange: (who: Who) => void;
}

/** A member of one's own organisation; any administrator of a party; or somebody without an account, by a mailed link. */
export function SignatoryFields({ organisation, value, onChange }: SignatoryFieldsProps) {
  const { t } = useLingui();
  const { acting } = useSession();
  const isOwn = acting.organisation.id === organisation.id;
  const set = (change: Partial<Who>) => onChange({ ...value, ...change });
  const people = useStaff(organisation.id, isOwn);
  const ways = [
    ...(isOwn ? [{ value: 'member', label: t`A member` }] : []),
    { value: 'administrators', label: t`Its administrators` },
    { value: 'link', label: t`By a link` },
  ];
  return (
    <>
      <SegmentedControl
        aria-label={t`How ${organisation.name} signs`}
        value={value.by}
        onChange={(by) => set({ by: by as Who['by'] })}
        data={ways}
      />
      {value.by === 'member' && (
        <Select
          label={t`Person`}
          searchable
          data={people}
          value={value.personId}
          onChange={(personId) => set({ personId })}
        />
      )}
      {value.by === 'link' && (
        <FormRow>
          <TextInput
            label={t`Name`}
            value={value.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t`Mail address`}
            type="email"
            value={value.email}
            onChange={(event) => set({ email: event.currentTarget.value })}
          />
        </FormRow>
      )}
      <TextInput
        label={t`Function`}
        placeholder={t`Rector`}
        value={value.office}
        onChange={(event) => set({ office: event.currentTarget.value })}
      />
    </>
  );
}
