import type { PartnershipDetail } from '@collegium/contract/partnerships/views.ts';
import type { TestApp } from '../testing/app.ts';
import type { TestMember } from '../testing/world.ts';

/** Lets an organisation accept the invitation into a partnership that waits for it. */
export async function acceptInvitation(world: TestApp, as: TestMember, partnershipId: string): Promise<void> {
  const page = await world.request(as, 'GET', `/partnerships/${partnershipId}`);
  const request = page
    .json<PartnershipDetail>()
    .requests.find(({ organisation }) => organisation.id === as.organisationId);
  if (!request) throw new Error(`${as.name} is not invited: ${page.body}`);
  const url = `/partnership-requests/${request.id}/answer`;
  const answer = await world.request(as, 'POST', url, { decision: 'accepted' }, { 'if-match': `"${request.version}"` });
  if (answer.statusCode !== 200) throw new Error(answer.body);
}
