import type { ResourceView } from '@collegium/contract/sharing/resources';
import type { UseFormReturnType } from '@mantine/form';
import { AccessFields } from './AccessFields.tsx';
import { ExceptionFields } from './ExceptionFields.tsx';
import { OpeningFields } from './OpeningFields.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { RuleFields } from './RuleFields.tsx';
import { TermFields } from './TermFields.tsx';
import { WhatFields } from './WhatFields.tsx';
import type { ResourceValues } from './values.ts';

export interface ResourceFieldsProps {
  form: UseFormReturnType<ResourceValues>;
  /** As it stands; undefined while it is new. */
  resource: ResourceView | undefined;
}

/** What a resource is, where, and how it may be booked. */
export function ResourceFields({ form, resource }: ResourceFieldsProps) {
  return (
    <>
      <WhatFields form={form} resource={resource} />
      <PlaceFields form={form} />
      <AccessFields form={form} resource={resource} />
      <OpeningFields form={form} />
      <ExceptionFields form={form} />
      <RuleFields form={form} />
      <TermFields form={form} known={resource?.shares ?? []} />
    </>
  );
}
