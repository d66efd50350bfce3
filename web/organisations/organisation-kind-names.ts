import type { OrganisationKind } from '@collegium/contract/organisation-kinds';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';

export const organisationKindNames: Record<OrganisationKind, MessageDescriptor> = {
  university: msg`University`,
  school: msg`School`,
  vocational_school: msg`Vocational school`,
  research_institute: msg`Research institute`,
  company: msg`Company`,
  public_body: msg`Public body`,
  ngo: msg`NGO`,
  international_organisation: msg`International organisation`,
  community_organisation: msg`Community organisation`,
};
