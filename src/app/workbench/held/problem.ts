import { CodedError } from '../../../core/errors.ts';
import type { Problem } from '../contract/page.ts';

/** Codes of all rooms that do not mean that the request as such was wrong (422), by the HTTP status that says what they mean. */
const STATUS: Readonly<Record<string, number>> = {
  'no-such-claim': 404,
  'no-such-subject': 404,
  'no-such-event': 404,
  'no-such-document': 404,
  'no-such-act': 404,
  'no-such-regime': 404,
  'no-such-decision': 404,
  'no-such-scenario': 404,
  'no-such-incident': 404,
  'no-such-comparison': 404,
  'no-such-job': 404,
  'no-such-passage': 404,
  'no-such-finding': 404,
  'no-such-entity': 404,
  'no-such-list': 404,
  'no-such-report': 404,
  'regime-unknown': 404,
  'unknown-id': 404,
  'document-missing': 404,
  missing: 404,
  'refused-by-rule': 409,
  'not-covered': 409,
  'workspace-held': 409,
  'workspace-served': 409,
  withheld: 410,
  'too-large': 413,
  'not-fetched': 502,
  failed: 503,
  closed: 503,
  'disk-full': 507,
  'cannot-write': 500,
  'cannot-read': 500,
  'not-written': 500,
  'resource-missing': 500,
  damaged: 500,
  'document-changed': 500,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  403: 'Refused',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Refused by rule',
  410: 'Withheld',
  413: 'Too large',
  414: 'Address too long',
  415: 'Media type not taken',
  422: 'The request does not fit',
  500: 'The program failed',
  502: 'Not fetched',
  503: 'Out of service',
  507: 'The disk is full',
};

/** A problem in words of our own. */
export function problem(status: number, code: string, detail: string, place?: string): Problem {
  return {
    type: `urn:standing-panel:problem:${code}`,
    title: TITLES[status] ?? 'Refused',
    status,
    detail,
    code,
    ...(place === undefined ? {} : { place }),
  };
}

/** An error of a room as a problem; null for one that is the program's own fault, of which nobody outside is told more. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof CodedError)) return null;
  return problem(STATUS[error.code] ?? 422, error.code, error.message, error.place);
}

/** What is said of a fault of the program: nothing of its insides. */
export const OWN_FAULT: Problem = Object.freeze(
  problem(500, 'internal', 'The program failed at this; what was acknowledged is safe. Its own output says more.'),
);
