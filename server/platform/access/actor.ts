import { sql } from 'kysely';
import type { Role } from '@collegium/contract/roles.ts';
import { schemaOf, type Database } from '../database/database.ts';
import type { Actor } from '../scope.ts';

/** How a request says who sends it: a sign-in cookie or a machine token, and perhaps the membership to act under. */
export interface Credentials {
  signInToken?: string | undefined;
  machineTokenSha256?: string | undefined;
  membershipId?: string | undefined;
  idempotencyKey?: string | undefined;
}

/** An earlier request with the same Idempotency-Key by the same person; `status` is null until its answer is stored. */
export interface EarlierRequest {
  requestSha256: string;
  status: number | null;
  body: string | null;
  headers: Record<string, string> | null;
}

export interface FoundActor {
  actor: Actor;
  scopes: string[];
  language: string;
  earlier: EarlierRequest | null;
}

/**
 * Finds who sends a request, in one round trip: the account of the cookie or token, the person in this network, and the
 * current membership chosen by the request, else the one chosen last in the header, else the oldest.
 * undefined: signed out, expired, revoked, or not a member here.
 */
export async function findActor(
  db: Database,
  slug: string,
  credentials: Credentials,
  now: Date,
): Promise<FoundActor | undefined> {
  const { rows } = await actorQuery(schemaOf(slug), slug, credentials, now).execute(db);
  const row = rows[0];
  if (!row) return undefined;
  return {
    actor: {
      role: row.role,
      accountId: row.account_id,
      personId: row.person_id,
      membershipId: row.membership_id,
      organisationId: row.organisation_id,
    },
    scopes: row.scopes,
    language: row.language,
    earlier:
      row.request_sha256 === null
        ? null
        : {
            requestSha256: row.request_sha256,
            status: row.status,
            body: row.body,
            headers: row.headers,
          },
  };
}

interface ActorRow {
  account_id: string;
  person_id: string;
  language: string;
  membership_id: string;
  organisation_id: string;
  role: Role;
  scopes: string[];
  request_sha256: string | null;
  status: number | null;
  body: string | null;
  headers: Record<string, string> | null;
}

/** Raw because it joins the platform's schema with the network's. */
function actorQuery(network: string, slug: string, credentials: Credentials, now: Date) {
  const schema = sql.raw(network);
  const account = credentials.machineTokenSha256
    ? sql`select account_id, membership_id, scopes from platform.machine_token
          where token_sha256 = ${credentials.machineTokenSha256} and network_slug = ${slug}
            and revoked_at is null and (expires_at is null or expires_at > ${now})`
    : sql`select user_id as account_id, null::uuid as membership_id, array['read', 'write'] as scopes
          from platform.sign_in where token = ${credentials.signInToken ?? ''} and expires_at > ${now}`;
  return sql<ActorRow>`
    select person.account_id, person.id as person_id, person.language, membership.id as membership_id,
           membership.organisation_id, membership.role, account.scopes,
           earlier.request_sha256, earlier.status, earlier.body, earlier.headers
    from (${account}) account
    join ${schema}.person on person.account_id = account.account_id
    join lateral (
      select id, organisation_id, role from ${schema}.membership
      where person_id = person.id and (ended_on is null or ended_on > ${now}::date)
        and (id = ${credentials.membershipId ?? null}::uuid or ${credentials.membershipId ?? null}::uuid is null)
      order by (id = account.membership_id) desc nulls last, (id = person.acting_membership_id) desc nulls last, id
      limit 1
    ) membership on true
    left join ${schema}.idempotency_key earlier
      on earlier.person_id = person.id and earlier.key = ${credentials.idempotencyKey ?? null}::text
    limit 1`;
}
