import { Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DateTimeField } from '../DateTimeField.tsx';
import { FormActions } from '../FormActions.tsx';
import { FormRow } from '../FormRow.tsx';
import { LocalisedField } from '../LocalisedField.tsx';
import { Note } from '../Note.tsx';
import { Section } from '../Section.tsx';

const savedAt = new Date('2026-10-13T08:42:00Z');

export function FormGallery() {
  const [title, setTitle] = useState<Record<string, string>>({ en: 'Port digital twin internship' });
  const [opensAt, setOpensAt] = useState('2026-10-25T00:30:00Z');
  return (
    <Section title="Form">
      <form className="form" onSubmit={(event) => event.preventDefault()}>
        <LocalisedField label="Title" hint="Name the work, not the programme" value={title} onChange={setTitle} />
        <FormRow>
          <NumberInput label="Places" defaultValue={12} min={1} />
          <Select label="Mode" data={['On site', 'Online', 'Mixed']} defaultValue="Mixed" />
        </FormRow>
        <DateTimeField label="Applications open" value={opensAt} onChange={setOpensAt} timeZone="Asia/Shanghai" />
        <TextInput
          label="Apply by"
          defaultValue="31 September 2026"
          error="September has 30 days. Enter a date such as 30 September 2026."
        />
        <Textarea
          label="What will the learner do?"
          description="Plain words. Learners in 4 languages read this."
          defaultValue="Build and test a data model of quay traffic."
        />
        <Note tone="idle">
          <span className="sub">These 12 places count towards clause 6.3 of the Blue Coast agreement.</span>
        </Note>
        <FormActions savedAt={savedAt}>
          <Button variant="filled" type="submit">
            Continue to dates
          </Button>
          <Button>Save and close</Button>
        </FormActions>
      </form>
    </Section>
  );
}
