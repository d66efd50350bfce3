import type { ImportKind } from '@collegium/contract/imports.ts';
import { addAgreements } from '../agreements/add-agreements.ts';
import { addOffers } from '../offers/add-offers.ts';
import { type CheckedOffer, checkOffer } from '../offers/check-offer.ts';
import { addOrganisations } from '../organisations/add-organisations.ts';
import { addMembers } from '../people/add-members.ts';
import { Problem } from '../platform/problem/problem.ts';
import type { ReadRow, RowHandler } from './row-handler.ts';
import type { AgreementRow, OfferRow, OrganisationRow, PersonRow } from './row-schemas.ts';
import { shortMarkOf } from './short-mark.ts';

const organisations: RowHandler<OrganisationRow> = {
  objectType: 'organisation',
  read: (input) => ({ key: keyOfOrganisation(input), organisationName: null, input }),
  write: async (scope, _source, rows) => {
    const inputs = rows.map(({ input }) => ({ ...input, shortMark: input.shortMark ?? shortMarkOf(input.name) }));
    const { added, taken } = await addOrganisations(scope, inputs);
    const notices = taken.map(({ index, identifier }) => ({
      index,
      code: 'import.identifier_left_out' as const,
      parameters: { identifier },
    }));
    return { created: added, notices };
  },
};

function keyOfOrganisation({ name, identifiers }: OrganisationRow): string {
  const first = identifiers?.[0];
  return first ? `${first.scheme}:${first.value}` : name;
}

const offers: RowHandler<OfferRow & { checked?: CheckedOffer }> = {
  objectType: 'offer',
  read: (input, scope) => {
    const checked = checkOffer(input, scope.language);
    const { startsOn, endsOn, applicationsOpenAt: opensAt, applicationsCloseAt: closesAt, state } = input;
    if (startsOn && endsOn && endsOn < startsOn) throw at('offer.dates_reversed', '/endsOn');
    if (opensAt && closesAt && Date.parse(closesAt) <= Date.parse(opensAt))
      throw at('offer.window_reversed', '/applicationsCloseAt');
    if (state === 'published' && closesAt && new Date(closesAt) <= scope.clock.now())
      throw at('offer.window_over', '/applicationsCloseAt');
    return { key: input.id, organisationName: input.provider, input: { ...input, checked } };
  },
  write: async (scope, source, rows) => {
    const offers = rows.flatMap(({ input, organisation }) => {
      const { checked, id, state } = input;
      if (!organisation || !checked) return [];
      const { city = organisation.city, country = organisation.country } = input;
      return [
        {
          externalId: id,
          organisationId: organisation.id,
          input: { ...input, city, country },
          checked,
          isPublished: state === 'published',
        },
      ];
    });
    const added = await addOffers(scope, source, offers);
    return { created: placesOf(rows, ({ input }) => added.get(input.id)), notices: [] };
  },
};

function at(
  code: 'offer.dates_reversed' | 'offer.window_reversed' | 'offer.window_over' | 'agreement.dates_reversed',
  pointer: string,
): Problem {
  const problem = new Problem(code);
  return new Problem(code, {}, [{ pointer, message: problem.message }]);
}

function placesOf<Row>(rows: readonly Row[], idOf: (row: Row) => string | undefined): Map<number, string> {
  return new Map(
    rows.flatMap((row, index) => {
      const id = idOf(row);
      return id === undefined ? [] : [[index, id] as const];
    }),
  );
}

const people: RowHandler<PersonRow> = {
  objectType: 'membership',
  read: (input) => ({
    key: `${input.email.toLowerCase()} (${input.role}, ${input.organisation})`,
    organisationName: input.organisation,
    input,
  }),
  write: async (scope, _source, rows) => {
    const members = rows.map(({ input, organisation }) => ({ ...input, organisationId: organisation?.id ?? '' }));
    return { created: await addMembers(scope, members), notices: [] };
  },
};

/** What an imported agreement says of its conditions is what its offer says. */
const agreements: RowHandler<AgreementRow & { checked?: CheckedOffer }> = {
  objectType: 'agreement',
  read: (input, scope) => {
    if (input.agreementEndsOn < input.agreementStartsOn) throw at('agreement.dates_reversed', '/agreementEndsOn');
    return offers.read(input, scope) as ReadRow<AgreementRow & { checked?: CheckedOffer }>;
  },
  write: async (scope, source, rows) => {
    const brought = rows.flatMap(({ input, organisation }) => {
      if (!organisation) return [];
      const { details } = input;
      return [
        {
          reference: `${source}/${input.id}`,
          partner: { id: organisation.id, name: organisation.name },
          title: input.title,
          startsOn: input.agreementStartsOn,
          endsOn: input.agreementEndsOn,
          places: input.places,
          conditions: details?.kind === 'exchange_place' ? (details.conditions ?? '') : '',
        },
      ];
    });
    const added = await addAgreements(scope, source, brought);
    const fresh = rows.flatMap((row) => {
      const agreementId = added.get(`${source}/${row.input.id}`);
      return agreementId === undefined
        ? []
        : [{ ...row, input: { ...row.input, agreementId, audience: 'agreement' as const } }];
    });
    await offers.write(scope, source, fresh);
    return { created: placesOf(rows, ({ input }) => added.get(`${source}/${input.id}`)), notices: [] };
  },
};

/** How rows of each kind are read and written. */
export const rowHandlers = { organisations, offers, people, agreements } as unknown as Record<ImportKind, RowHandler>;
