import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { Database } from '../../platform/database/database.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { isFreshSignIn } from './fresh.ts';

/** Whether the signatory in scope has signed, and, when it was elsewhere, another party has confirmed it. */
export function hasSigned(): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'agreement_signatory'>();
  return eb.exists(
    eb
      .selectFrom('agreement_signature as given')
      .select('given.id')
      .whereRef('given.signatory_id', '=', 'agreement_signatory.id')
      .where('given.refused_at', 'is', null)
      .where((given) =>
        given.or([given('given.method', '<>', 'elsewhere'), given('given.confirmed_at', 'is not', null)]),
      ),
  );
}

/** Whether nobody is left who signs before the signatory in scope. */
export function isTheirTurn(): Expression<SqlBool> {
  const eb = expressionBuilder<Tables, 'agreement_signatory'>();
  return eb.not(
    eb.exists(
      eb
        .selectFrom('agreement_signatory as before')
        .select('before.id')
        .whereRef('before.agreement_version_id', '=', 'agreement_signatory.agreement_version_id')
        .whereRef('before.step', '<', 'agreement_signatory.step')
        .where((earlier) =>
          earlier.not(
            earlier.exists(
              earlier
                .selectFrom('agreement_signature as given')
                .select('given.id')
                .whereRef('given.signatory_id', '=', 'before.id')
                .where('given.refused_at', 'is', null)
                .where((given) =>
                  given.or([given('given.method', '<>', 'elsewhere'), given('given.confirmed_at', 'is not', null)]),
                ),
            ),
          ),
        ),
    ),
  );
}

/** A signatory with all that decides whether and what may be done about it. One round trip. */
export function selectSignatory(db: Database) {
  return db
    .selectFrom('agreement_signatory')
    .innerJoin(
      'agreement_signing as signing',
      'signing.agreement_version_id',
      'agreement_signatory.agreement_version_id',
    )
    .innerJoin('agreement_version', 'agreement_version.id', 'agreement_signatory.agreement_version_id')
    .innerJoin('organisation', 'organisation.id', 'agreement_signatory.organisation_id')
    .selectAll('agreement_signatory')
    .select([
      'organisation.name as organisation_name',
      'signing.check_code',
      'signing.due_on',
      'agreement_version.agreement_id',
      'agreement_version.state as version_state',
      'agreement_version.number',
      'agreement_version.content',
      'agreement_version.hash',
      'agreement_version.proposed_at',
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom('agreement_delegate')
          .select('agreement_delegate.person_id as id')
          .whereRef('signatory_id', '=', 'agreement_signatory.id'),
      ).as('delegates'),
      jsonArrayFrom(
        eb
          .selectFrom('agreement_party')
          .select(['organisation_id', 'left_on'])
          .whereRef('agreement_party.agreement_id', '=', 'agreement_version.agreement_id'),
      ).as('parties'),
      jsonArrayFrom(
        eb
          .selectFrom('agreement_signatory as earlier')
          .innerJoin('organisation as of', 'of.id', 'earlier.organisation_id')
          .leftJoin('agreement_signature as given', (join) =>
            join
              .onRef('given.signatory_id', '=', 'earlier.id')
              .on('given.refused_at', 'is', null)
              .on((on) => on.or([on('given.method', '<>', 'elsewhere'), on('given.confirmed_at', 'is not', null)])),
          )
          .select('of.name')
          .distinct()
          .whereRef('earlier.agreement_version_id', '=', 'agreement_signatory.agreement_version_id')
          .whereRef('earlier.step', '<', 'agreement_signatory.step')
          .where('given.id', 'is', null),
      ).as('before'),
      jsonObjectFrom(
        eb
          .selectFrom('agreement_signature as given')
          .select(['given.id', 'given.method', 'given.recorded_for', 'given.confirmed_at', 'given.file_id'])
          .whereRef('given.signatory_id', '=', 'agreement_signatory.id')
          .where('given.refused_at', 'is', null),
      ).as('given'),
    ]);
}

/** See `selectSignatory`; undefined when there is none. */
export function findSignatory(db: Database, id: string) {
  return selectSignatory(db).where('agreement_signatory.id', '=', id).executeTakeFirst();
}
export type SignatoryRow = NonNullable<Awaited<ReturnType<typeof findSignatory>>>;

/** The same, found by the hash of a link's secret, with how the link stands. */
export function selectByLink(db: Database, tokenSha256: string) {
  return selectSignatory(db)
    .innerJoin('signing_link as link', 'link.signatory_id', 'agreement_signatory.id')
    .select(['link.id as link_id', 'link.email as link_email', 'link.expires_at', 'link.replaced_at', 'link.used_at'])
    .where('link.token_sha256', '=', tokenSha256);
}

export function findByLink(db: Database, tokenSha256: string) {
  return selectByLink(db, tokenSha256).executeTakeFirst();
}
export type LinkRow = NonNullable<Awaited<ReturnType<typeof findByLink>>>;

/** A signatory and the member who is about to sign: the name, and whether this browser signed in anew; see `isFreshSignIn`. */
export function findForSigner(
  db: Database,
  id: string,
  { personId, accountId, token, now }: { personId: string; accountId: string; token: string | undefined; now: Date },
) {
  return selectSignatory(db)
    .select((eb) => [
      eb.selectFrom('person').select('person.name').where('person.id', '=', personId).as('signer_name'),
      isFreshSignIn(accountId, token, now).as('is_fresh'),
    ])
    .where('agreement_signatory.id', '=', id)
    .executeTakeFirst();
}

/**
 * See `selectByLink`; uses up one guess at the code, in one statement that guesses at the same time cannot get around. `code_sha256`
 * is null when no code is to be guessed: none was sent since `since`, or it was tried `guesses` times.
 */
export function findByLinkGuessing(
  db: Database,
  tokenSha256: string,
  { since, now, guesses }: { since: Date; now: Date; guesses: number },
) {
  const guessing = db.with('guess', (qc) =>
    qc
      .updateTable('signing_link')
      .set((eb) => ({ code_attempts: eb('code_attempts', '+', 1) }))
      .where('token_sha256', '=', tokenSha256)
      .where('code_attempts', '<', guesses)
      .where('code_sent_at', '>', since)
      .where('code_sent_at', '<=', new Date(now.getTime() + 60_000))
      .returning('code_sha256'),
  );
  return selectByLink(guessing as unknown as Database, tokenSha256)
    .select(sql<string | null>`(select guess.code_sha256 from guess)`.as('code_sha256'))
    .executeTakeFirst();
}
