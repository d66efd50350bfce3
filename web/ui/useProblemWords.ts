import { useLingui } from '@lingui/react/macro';
import { ApiProblem, Unreachable } from '../api/problem.ts';
import { FileTooLarge } from '../api/upload.ts';

/** What to tell somebody about an error. */
export interface ProblemWords {
  title: string;
  why: string;
  requestId?: string | undefined;
}

/** Words for an error of the interface: the server's own when it sent some, else what is known from here. */
export function useProblemWords(error: unknown): ProblemWords {
  const { t } = useLingui();
  if (error instanceof Unreachable) {
    return { title: t`The server did not answer`, why: t`Check your connection. Nothing you entered is lost.` };
  }
  if (error instanceof FileTooLarge)
    return { title: t`The file is larger than ${error.limitMegabytes} MB`, why: t`Make it smaller, or split it.` };
  if (!(error instanceof ApiProblem))
    return { title: t`Something went wrong on this page`, why: t`Nothing you sent is lost.` };
  if (error.isStale) {
    return {
      title: t`Somebody changed this since you opened it`,
      why: t`Nothing was overwritten. Load it again to see the newest version.`,
    };
  }
  if (error.title) {
    return { title: error.title, why: error.detail, ...(error.status >= 500 ? { requestId: error.requestId } : {}) };
  }
  if (error.status === 404)
    return {
      title: t`There is nothing at this address`,
      why: t`It may not be shared with the organisation you act for.`,
    };
  return {
    title: t`The server could not do this`,
    why: t`Nothing was changed. Try again in a moment.`,
    requestId: error.requestId,
  };
}
