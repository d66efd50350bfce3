import type { LightMyRequestResponse } from 'fastify';
import type { CastMember, Stage } from './stage.ts';

/** One request to a route, about an object that exists and is in the state that the route is for. */
export interface Fixture {
  /** Below the network's interface, with real ids. */
  url: string;
  body?: object;
  headers?: Record<string, string>;
  /** Headers of one member’s own browser: nobody else sends them. */
  ownHeaders?: { of: CastMember; headers: Record<string, string> };
  /** If-Match. */
  version?: number;
  /**
   * Whose object it is: of those whose role has the permission, the ones who may ask. To all others there is no such
   * object. Absent: nobody's in particular, so everybody with the permission may ask.
   */
  own?: (member: CastMember) => boolean;
  /** The object is kept from people who are signed out although their role has the permission. */
  isHiddenFromVisitors?: true;
}

/**
 * How a test asks each route: `METHOD /url` as the route is defined, then ` — ` and words when there are several. Each is
 * made anew when it is asked for, so that one route's change does not spoil another's object.
 */
export type Fixtures = Record<string, (stage: Stage) => Fixture | Promise<Fixture>>;

export const ofHome = (member: CastMember): boolean => member.side === 'home';
export const ofProvider = (member: CastMember): boolean => member.side === 'provider';

/** An upload of one small text file. */
export const upload = {
  body: Buffer.from(
    '--x\r\ncontent-disposition: form-data; name="file"; filename="plan.txt"\r\n\r\nWhat you will do\r\n--x--\r\n',
  ),
  headers: { 'content-type': 'multipart/form-data; boundary=x' },
};

/** The body of an answer that must have this status. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the view that the route declares
export function answered<T>(answer: LightMyRequestResponse, status: number): T {
  if (answer.statusCode !== status) throw new Error(`expected ${status}: ${answer.body}`);
  return answer.json<T>();
}
