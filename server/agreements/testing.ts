import type { Clause } from '@collegium/contract/agreements/clause.ts';
import type { AgreementView } from '@collegium/contract/agreements/views.ts';
import type { TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { enterIntoForce } from './enter-into-force.ts';

/** The agreement as this member reads it. */
export async function readAs(world: TestApp, member: TestMember, id: string): Promise<AgreementView> {
  const answer = await world.request(member, 'GET', `/agreements/${id}`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}

/** Begins an agreement from the exchange template between these organisations. */
export async function begin(
  world: TestApp,
  member: TestMember,
  organisations: readonly TestOrganisation[],
  more: object = {},
): Promise<string> {
  const answer = await world.request(member, 'POST', '/agreements', {
    template: 'staff_exchange',
    parties: organisations.map(({ id }) => ({ organisationId: id })),
    ...more,
  });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<{ id: string }>().id;
}

/** Leaves one plain clause and one promise in the draft, with nothing unfilled. */
export async function fill(world: TestApp, member: TestMember, id: string): Promise<void> {
  const { open, parties } = await readAs(world, member, id);
  const [promiser, beneficiary] = parties.map(({ organisationId }) => organisationId);
  for (const clause of open?.clauses ?? []) {
    const url = `/agreements/${id}/draft/clauses/${clause.key}`;
    const version = open?.edits[clause.key]?.version ?? 0;
    const answer = await world.request(member, 'PUT', url, filled(clause, promiser, beneficiary), {
      'if-match': `"${version}"`,
    });
    if (answer.statusCode !== 200) throw new Error(answer.body);
  }
}

function filled(clause: Clause, promiser: string | undefined, beneficiary: string | undefined): Clause {
  return {
    ...clause,
    fields: clause.fields.map((field) => ({
      ...field,
      value: field.value ?? (field.type === 'number' ? 3 : 'stated'),
    })),
    ...(clause.commitment &&
      promiser &&
      beneficiary && {
        commitment: {
          quantity: 20,
          ...clause.commitment,
          promiser,
          beneficiary,
          periodStart: '2026-10-01',
          periodEnd: '2028-09-30',
        },
      }),
  };
}

/** Proposes the draft as it stands. */
export async function propose(world: TestApp, member: TestMember, id: string): Promise<AgreementView> {
  const { open } = await readAs(world, member, id);
  const headers = { 'if-match': `"${open?.version}"` };
  const answer = await world.request(member, 'POST', `/agreements/${id}/proposal`, undefined, headers);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return readAs(world, member, id);
}

/** Approves the open version for each party, step by step, as the administrators given. */
export async function approveAll(world: TestApp, administrators: readonly TestMember[], id: string): Promise<void> {
  for (const administrator of administrators) {
    for (;;) {
      const { open, yourSteps } = await readAs(world, administrator, id);
      const [step] = yourSteps;
      if (!open || !step) break;
      const url = `/agreements/${id}/versions/${open.number}/decisions`;
      const answer = await world.request(administrator, 'POST', url, { step, decision: 'approved', hash: open.hash });
      if (answer.statusCode !== 200) throw new Error(answer.body);
    }
  }
}

/** Seals the approved version as the last signature does, and puts it in force when its day has come. */
export async function sealOpen(world: TestApp, id: string): Promise<void> {
  await world.network
    .updateTable('agreement_version')
    .set({ state: 'sealed', sealed_at: world.clock.at })
    .where('agreement_id', '=', id)
    .where('state', '=', 'approved')
    .execute();
  await enterIntoForce(world.scopeOf(), id);
}

/** An agreement between the organisations that is in force; `terms` replace those of the template. */
export async function inForce(
  world: TestApp,
  administrators: readonly TestMember[],
  organisations: readonly TestOrganisation[],
  terms: object = {},
): Promise<string> {
  const [first] = administrators;
  if (!first) throw new Error('somebody must begin');
  const id = await begin(world, first, organisations);
  await fill(world, first, id);
  await changeTerms(world, first, id, terms);
  await propose(world, first, id);
  await approveAll(world, administrators, id);
  await sealOpen(world, id);
  return id;
}

/** Replaces some terms of the draft. */
export async function changeTerms(world: TestApp, member: TestMember, id: string, terms: object): Promise<void> {
  const { open } = await readAs(world, member, id);
  const body = { ...open?.terms, ...terms };
  const headers = { 'if-match': `"${open?.version}"` };
  const answer = await world.request(member, 'PUT', `/agreements/${id}/draft/terms`, body, headers);
  if (answer.statusCode !== 200) throw new Error(answer.body);
}

/** Three organisations that agree, each with an administrator who binds it. */
export async function addThreeParties(
  world: TestApp,
): Promise<{ organisations: TestOrganisation[]; administrators: TestMember[] }> {
  const organisations: TestOrganisation[] = [];
  const administrators: TestMember[] = [];
  for (const name of ['Northwater', 'Ribeira', 'Vantera']) {
    const organisation = await addOrganisation(world.network, name);
    organisations.push(organisation);
    administrators.push(await addMember(world.db, world.network, organisation, 'organisation_administrator'));
  }
  return { organisations, administrators };
}

/** Asks for a change in the life of an agreement, from 13 October on unless `body` says otherwise. */
export function askForChange(world: TestApp, as: TestMember, id: string, body: object) {
  const asked = { reason: 'As we said.', effectiveOn: '2026-10-13', ...body };
  return world.request(as, 'POST', `/agreements/${id}/requests`, asked);
}
