import type { OfferView } from '@collegium/contract/offers';
import type { CourseDetails } from '@collegium/contract/kinds/course';
import type { ExchangePlaceDetails } from '@collegium/contract/kinds/exchange-place';
import type { InternshipDetails } from '@collegium/contract/kinds/internship';
import type { ResourceTimeDetails } from '@collegium/contract/kinds/resource-time';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/useFormat.ts';
import { Facts } from '../../ui/Facts.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { Section } from '../../ui/Section.tsx';

/** What the kind of the offer adds. */
export function KindDetails({ offer: { details } }: { offer: OfferView }) {
  switch (details.kind) {
    case 'internship':
      return <Internship details={details} />;
    case 'course':
      return <Course details={details} />;
    case 'exchange_place':
      return <ExchangePlace details={details} />;
    case 'resource_time':
      return <ResourceTime details={details} />;
    case undefined:
      return null;
  }
}

function Internship({ details }: { details: Partial<InternshipDetails> }) {
  const { t } = useLingui();
  const { number, money } = useFormat();
  const { hoursPerWeek, payMinorPerMonth: pay, currency, tasks } = details;
  const amount = pay !== undefined && currency ? money(pay, currency) : '';
  const hours = number(hoursPerWeek ?? 0);
  const facts: [string, string | undefined][] = [
    [t`Working time`, hoursPerWeek === undefined ? undefined : t`${hours} h a week`],
    [t`Pay`, pay === 0 ? t`unpaid` : amount && t`${amount} a month`],
  ];
  return (
    <>
      {tasks && (
        <Section title={t`What you will do`}>
          <RichText text={tasks} />
        </Section>
      )}
      {facts.some(([, value]) => value) && (
        <Section title={t`Terms`}>
          <Facts items={facts} />
        </Section>
      )}
    </>
  );
}

function Course({ details: { learningOutcomes, assessment, prerequisites } }: { details: Partial<CourseDetails> }) {
  const { t } = useLingui();
  return (
    <>
      {learningOutcomes && learningOutcomes.length > 0 && (
        <Section title={t`What you will be able to do`}>
          <ul className="plain-list">
            {learningOutcomes.map((outcome) => (
              <li key={outcome}>{outcome}</li>
            ))}
          </ul>
        </Section>
      )}
      {prerequisites && (
        <Section title={t`What you should know before`}>
          <RichText text={prerequisites} />
        </Section>
      )}
      {assessment && (
        <Section title={t`How it is assessed`}>
          <RichText text={assessment} />
        </Section>
      )}
    </>
  );
}

function ExchangePlace({ details }: { details: Partial<ExchangePlaceDetails> }) {
  const { t } = useLingui();
  const { terms, tuitionWaived, conditions, excludedFields } = details;
  const facts: [string, string | undefined][] = [
    [t`Length of the stay`, terms === undefined ? undefined : t`${plural(terms, { one: '# term', other: '# terms' })}`],
    [t`Tuition fee`, tuitionWaived === undefined ? undefined : tuitionWaived ? t`waived` : t`to be paid`],
  ];
  return (
    <>
      {facts.some(([, value]) => value) && (
        <Section title={t`Terms of the stay`}>
          <Facts items={facts} />
        </Section>
      )}
      {conditions && (
        <Section title={t`Conditions of the partner`}>
          <RichText text={conditions} />
        </Section>
      )}
      {excludedFields && (
        <Section title={t`Fields that the partner does not take`}>
          <RichText text={excludedFields} />
        </Section>
      )}
    </>
  );
}

function ResourceTime({ details: { resourceId } }: { details: Partial<ResourceTimeDetails> }) {
  const { t } = useLingui();
  if (resourceId === undefined) return null;
  return (
    <Section title={t`What the hours are for`}>
      <p className="sub">
        <Trans>
          Whoever takes a place has its hours booked, as far as they could be held, and may move them on the page of the
          booking.
        </Trans>
      </p>
      <Link className="link" to="/resources/$resourceId" params={{ resourceId }}>
        <Trans>See the resource and when it is free</Trans>
      </Link>
    </Section>
  );
}
