import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestApp, frozenAt, type TestApp } from '../testing/app.ts';
import { addMember, addOrganisation, type TestMember, type TestOrganisation } from '../testing/world.ts';
import { keepAgreements } from './keep-agreements.ts';
import { approveAll, inForce, propose, readAs, sealOpen } from './testing.ts';

let world: TestApp;
let organisations: TestOrganisation[];
let administrators: TestMember[];

beforeAll(async () => {
  world = await createTestApp();
  organisations = [await addOrganisation(world.network, 'Northwater'), await addOrganisation(world.network, 'Ribeira')];
  administrators = [];
  for (const organisation of organisations)
    administrators.push(await addMember(world.db, world.network, organisation, 'organisation_administrator'));
});
afterAll(() => world.close());

const moves = [
  'start',
  'start_from_first',
  'propose',
  'approve',
  'ask',
  'seal',
  'give_up',
  'keep',
  'edit',
  'suspend',
  'resume',
] as const;
type Move = (typeof moves)[number];
const member = (turn: number) => administrators[turn % 2] as TestMember;

/** Tries a move; most are refused in most states, which is part of what is tried. */
async function tryMove(id: string, move: Move, turn: number): Promise<void> {
  const as = member(turn);
  const url = `/agreements/${id}`;
  const { open, yourSteps, requests } = await readAs(world, as, id);
  const today = world.clock.at.toISOString().slice(0, 10);
  switch (move) {
    case 'start':
    case 'start_from_first':
      await world.request(as, 'POST', `${url}/versions`, move === 'start' ? {} : { basedOn: 1 });
      return;
    case 'propose':
      if (open?.state === 'draft') await propose(world, as, id);
      return;
    case 'approve':
      return approveAll(world, administrators, id);
    case 'ask':
      await world.request(as, 'POST', `${url}/versions/${open?.number ?? 1}/decisions`, {
        step: yourSteps[0] ?? 'unit',
        decision: 'change_asked',
        hash: open?.hash ?? 'a'.repeat(64),
        reason: 'Other words.',
      });
      return;
    case 'seal':
      return sealOpen(world, id);
    case 'give_up':
      await world.request(as, 'POST', `${url}/abandonment`, { reason: 'Not now.' });
      return;
    case 'keep':
      world.clock.at = new Date(world.clock.at.getTime() + 86_400_000);
      await keepAgreements(world.scopeOf());
      return;
    case 'edit': {
      const clause = open?.clauses[0];
      if (!clause) return;
      const headers = { 'if-match': `"${open.edits[clause.key]?.version ?? 0}"` };
      await world.request(
        as,
        'PUT',
        `${url}/draft/clauses/${clause.key}`,
        { ...clause, text: { en: `Turn ${turn}.` }, fields: [] },
        headers,
      );
      return;
    }
    case 'suspend':
    case 'resume': {
      const kind = move === 'suspend' ? 'suspension' : 'resumption';
      await world.request(as, 'POST', `${url}/requests`, { kind, reason: 'As agreed.', effectiveOn: today });
      const asked = requests.find((one) => one.state === 'open');
      if (asked)
        await world.request(member(turn + 1), 'POST', `${url}/requests/${asked.id}/answers`, { decision: 'agreed' });
    }
  }
}

test('no sequence of moves loses the version in force, changes its text, or lets two versions be negotiated', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...moves), { minLength: 3, maxLength: 14 }), async (sequence) => {
      world.clock.at = frozenAt;
      const id = await inForce(world, administrators, organisations, { endsOn: null });
      let held = (await readAs(world, member(0), id)).inForce;
      for (const [turn, move] of sequence.entries()) {
        await tryMove(id, move, turn);
        const now = await readAs(world, member(1), id);
        expect(now.inForce, `after ${move}`).not.toBeNull();
        expect(['in_force', 'suspended']).toContain(now.state);
        if (now.inForce?.number === held?.number) expect(now.inForce?.hash).toBe(held?.hash);
        else expect(now.inForce?.number).toBeGreaterThan(held?.number ?? 0);
        const open = now.versions.filter(({ state }) =>
          ['draft', 'proposed', 'returned', 'approved', 'signing'].includes(state),
        );
        expect(open.length).toBeLessThanOrEqual(1);
        expect(now.versions.filter(({ state }) => state === 'sealed').map(({ number }) => number)).toContain(
          now.inForce?.number,
        );
        held = now.inForce;
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
