import { sql, type RawBuilder } from 'kysely';
import type { Role } from '@collegium/contract/roles.ts';
import { schemaOf, type Database } from '../database/database.ts';
import { prepared } from '../database/prepared.ts';
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
 * current membership chosen by the request, else the one chosen last in the header, else the oldest. A token that was
 * made for one membership acts under no other.
 * undefined: signed out, expired, revoked, or not a member here.
 */
export async function findActor(
  db: Database,
  slug: string,
  credentials: Credentials,
  now: Date,
): Promise<FoundActor | undefined> {
  const { signInToken, machineTokenSha256, membershipId, idempotencyKey } = credentials;
  const [row] = await actorRows(db, { slug, signInToken, machineTokenSha256, membershipId, idempotencyKey, now });
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
    earlier: row.earlier,
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
  earlier: EarlierRequest | null;
}

type ActorQuestion = Required<Credentials> & { slug: string; now: Date };

/** Raw because it joins the platform's schema with the network's. */
const actorRows = prepared<ActorQuestion, ActorRow>(['slug'], (db, asked) => {
  const { slug, now } = asked;
  const schema = sql.raw(schemaOf(slug));
  const account = asked.machineTokenSha256
    ? sql`select account_id, membership_id, scopes from platform.machine_token
          where token_sha256 = ${asked.machineTokenSha256} and network_slug = ${slug}
            and revoked_at is null and (expires_at is null or expires_at > ${now})`
    : sql`select user_id as account_id, null::uuid as membership_id, array['read', 'write'] as scopes
          from platform.sign_in where token = ${asked.signInToken ?? ''} and expires_at > ${now}`;
  const chosen = asked.membershipId ? sql`and id = ${asked.membershipId}::uuid` : sql``;
  return sql<ActorRow>`
    select person.account_id, person.id as person_id, person.language, membership.id as membership_id,
           membership.organisation_id, membership.role, account.scopes,
           ${asked.idempotencyKey ? sql`to_json(earlier)` : sql`null`} as earlier
    from (${account}) account
    join ${schema}.person on person.account_id = account.account_id
    join lateral (
      select id, organisation_id, role from ${schema}.membership
      where person_id = person.id and (ended_on is null or ended_on > ${now}::date) ${chosen}
        and (account.membership_id is null or id = account.membership_id)
      order by (id = person.acting_membership_id) desc nulls last, id
      limit 1
    ) membership on true
    ${asked.idempotencyKey ? earlierRequest(schema, asked.idempotencyKey) : sql``}
    limit 1`.compile(db);
});

function earlierRequest(schema: RawBuilder<unknown>, key: string): RawBuilder<unknown> {
  return sql`left join lateral (
      select request_sha256 as "requestSha256", status, body, headers from ${schema}.idempotency_key
      where person_id = person.id and key = ${key}
    ) earlier on true`;
}
