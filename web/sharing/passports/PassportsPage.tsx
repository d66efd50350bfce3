import type { PassportView, QualificationView } from '@collegium/contract/sharing/passports';
import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { itemsOf } from '../../api/pages.ts';
import { queryClient } from '../../api/query-client.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';
import { passportsQuery, qualificationsQuery } from '../queries.ts';
import { IssueModal } from './IssueModal.tsx';
import { QualificationModal } from './QualificationModal.tsx';
import '../sharing.css';

/** What one may operate, until when; and for owners: what is asked for, and to whom it was given. */
export function PassportsPage() {
  const { t } = useLingui();
  const isOwner = useSession().permissions.includes('resource:change');
  const passports = useInfiniteQuery(passportsQuery());
  const qualifications = useInfiniteQuery(qualificationsQuery());
  const [issuing, issue] = useState<QualificationView>();
  const [changing, change] = useState<QualificationView | 'new'>();
  const given = itemsOf<PassportView>(passports.data);
  const asked = itemsOf<QualificationView>(qualifications.data);
  const error = passports.error ?? qualifications.error;
  return (
    <>
      <PageHeader
        title={t`Training passports`}
        crumbs={[{ label: t`Labs and equipment`, to: '/resources' }]}
        lede={t`Who has taken an instruction may book what asks for it, as long as the passport is valid.`}
        actions={
          isOwner && (
            <Button className="grow" onClick={() => change('new')}>
              <Trans>Add a qualification</Trans>
            </Button>
          )
        }
      />
      {error && (
        <Failed error={error} onRetry={() => void Promise.all([passports.refetch(), qualifications.refetch()])} />
      )}
      {passports.isPending && !error && <Loading rows={4} />}
      {passports.data && (
        <Section title={isOwner ? t`Given passports` : t`My passports`}>
          {given.length === 0 && (
            <Empty
              title={t`No passports yet`}
              why={t`Take an instruction, or ask the owner of what you want to use.`}
            />
          )}
          <ul className="rows">
            {given.map((passport) => (
              <li key={passport.id}>
                <PassportRow passport={passport} />
              </li>
            ))}
          </ul>
          <MoreButton list={passports} />
        </Section>
      )}
      {asked.length > 0 && (
        <Section title={t`What is asked for`}>
          <ul className="rows">
            {asked.map((qualification) => (
              <li key={qualification.id}>
                <QualificationRow
                  qualification={qualification}
                  onIssue={() => issue(qualification)}
                  onChange={() => change(qualification)}
                />
              </li>
            ))}
          </ul>
          <MoreButton list={qualifications} />
        </Section>
      )}
      {issuing && <IssueModal qualification={issuing} onClose={() => issue(undefined)} />}
      {changing && (
        <QualificationModal
          qualification={changing === 'new' ? undefined : changing}
          others={asked}
          onClose={() => change(undefined)}
        />
      )}
    </>
  );
}

interface MoreButtonProps {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

function MoreButton({ list }: MoreButtonProps) {
  const { t } = useLingui();
  if (!list.hasNextPage) return null;
  return (
    <div className="search-more">
      <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t`Show more`}</Button>
    </div>
  );
}

function PassportRow({ passport }: { passport: PassportView }) {
  const { t } = useLingui();
  const { text, date } = useFormat();
  const [isAsked, ask] = useState(false);
  const revoke = useMutation({
    mutationFn: (reason: string) =>
      api.post<PassportView>(`/passports/${passport.id}/revocation`, { reason }, { ifMatch: passport.version }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['passports'] });
      ask(false);
    },
  });
  return (
    <div className="row hov pass-row">
      <div>
        <div className="row-t">{t`${text(passport.qualification.name)}: ${passport.person.name}`}</div>
        <div className="sub">
          {[passport.qualification.organisationName, passport.evidence].filter(Boolean).join(' · ')}
        </div>
      </div>
      {passport.revokedAt !== null ? (
        <Status tone="stopped">{t`Revoked: ${passport.revocationReason ?? ''}`}</Status>
      ) : passport.isValid ? (
        <Status tone="good">
          {passport.expiresOn === null ? t`Valid for good` : t`Expires on ${date(passport.expiresOn)}`}
        </Status>
      ) : (
        <Status tone="wait">{t`Expired`}</Status>
      )}
      {passport.abilities.revoke ? (
        <Button size="xs" onClick={() => ask(true)}>
          <Trans>Revoke</Trans>
        </Button>
      ) : (
        <span />
      )}
      {isAsked && (
        <ConfirmModal
          title={t`Revoke this passport?`}
          consequence={
            <Trans>{passport.person.name} can no longer book what asks for it. Bookings that were made stay.</Trans>
          }
          confirmLabel={t`Revoke passport`}
          reasonLabel={t`Why? The person reads this.`}
          onConfirm={(reason) => revoke.mutate(reason)}
          onClose={() => ask(false)}
          isPending={revoke.isPending}
          error={revoke.error}
        />
      )}
    </div>
  );
}

function QualificationRow({
  qualification,
  onIssue,
  onChange,
}: {
  qualification: QualificationView;
  onIssue: () => void;
  onChange: () => void;
}) {
  const { t } = useLingui();
  const { text, list, number } = useFormat();
  const { offerId, validMonths, recognised, description, abilities } = qualification;
  return (
    <div className="row hov pass-row">
      <div>
        <div className="row-t">{text(qualification.name)}</div>
        <div className="sub">
          {[
            qualification.owner.name,
            validMonths === null ? t`for good` : t`for ${number(validMonths)} months`,
            recognised.length > 0
              ? t`also opened by ${list(recognised.map(({ name, organisationName }) => `${text(name)} (${organisationName})`))}`
              : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        {text(description) !== '' && <div className="cap">{text(description)}</div>}
      </div>
      <span className="sub">
        {offerId !== null && (
          <Link className="link" to="/offers/$offerId" params={{ offerId }}>
            <Trans>The instruction</Trans>
          </Link>
        )}
      </span>
      <span className="form-actions">
        {abilities.issue && (
          <Button size="xs" onClick={onIssue}>
            <Trans>Give a passport</Trans>
          </Button>
        )}
        {abilities.change && (
          <Button size="xs" variant="subtle" onClick={onChange}>
            <Trans>Change</Trans>
          </Button>
        )}
      </span>
    </div>
  );
}
