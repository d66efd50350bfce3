import type { BookingInput, BookingView } from '@collegium/contract/sharing/bookings.ts';
import type { ResourceInput, ResourceView } from '@collegium/contract/sharing/resources.ts';
import type { TestApp } from './app.ts';
import type { TestMember } from './world.ts';

/** The least that a resource needs: an instrument for the whole network, always open. */
export const resourceInput: ResourceInput = {
  kind: 'equipment',
  name: { en: 'Electron microscope', 'zh-CN': '电子显微镜' },
  timeZone: 'Europe/Copenhagen',
  audience: 'network',
};

/** A resource of the owner's organisation, made through the interface. */
export async function addResource(
  world: TestApp,
  owner: TestMember,
  input: Partial<ResourceInput> = {},
): Promise<ResourceView> {
  const answer = await world.request(owner, 'POST', '/resources', { ...resourceInput, ...input });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}

/** What is asked for when a resource is booked for two hours on 20 October, ten o'clock at the place. */
export function bookingInput(resource: { id: string }, input: Partial<BookingInput> = {}): BookingInput {
  return {
    resources: [{ resourceId: resource.id }],
    starts: '2026-10-20T10:00',
    ends: '2026-10-20T12:00',
    ...input,
  };
}

/** A booking, made through the interface. */
export async function addBooking(
  world: TestApp,
  holder: TestMember,
  resource: { id: string },
  input: Partial<BookingInput> = {},
): Promise<BookingView> {
  const answer = await world.request(holder, 'POST', '/bookings', bookingInput(resource, input));
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}
