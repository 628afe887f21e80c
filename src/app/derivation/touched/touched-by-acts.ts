import type { Act, ActKind } from '../../../record/log/act.ts';
import {
  challengedBody,
  correctionBody,
  foundBody,
  gradedBody,
  linkedBody,
  proposalReviewBody,
  recommendedBody,
  repliedBody,
  reviewedBody,
} from '../../acts/act-body.ts';
import { supersededActs } from '../../acts/superseded-acts.ts';

/** What acts speak of: claims, those whose comparisons were spoken of, and findings by their ids. */
export type Spoken = {
  readonly claims: readonly string[];
  readonly compared: readonly string[];
  readonly findings: readonly string[];
};

/**
 * What the acts from a place in the log on speak of, and those before that they took back or restored; null where one of them
 * may move anything: documents that came or were withheld, facts of sources, origins and subjects that were judged.
 */
export function spokenOf(acts: readonly Act[], from: number): Spoken | null {
  const fresh = acts.slice(from);
  const [before, now] = [supersededActs(acts.slice(0, from)), supersededActs(acts)];
  const turned = acts.slice(0, from).filter(({ id }) => before.has(id) !== now.has(id));
  const spoken = [...turned, ...fresh].map(spokenIn);
  if (spoken.includes(null)) return null;
  const all = spoken.filter((one) => one !== null);
  return {
    claims: [...new Set(all.flatMap(({ claims }) => claims))],
    compared: [...new Set(all.flatMap(({ compared }) => compared))],
    findings: [...new Set(all.flatMap(({ findings }) => findings))],
  };
}

function spokenIn({ kind, body }: Act): Spoken | null {
  return Object.hasOwn(SPOKEN, kind) ? SPOKEN[kind as ActKind](body) : null;
}

const NOTHING: Spoken = { claims: [], compared: [], findings: [] };
const nothing = (): Spoken => NOTHING;
const anything = (): null => null;
const ofFinding =
  (schema: typeof repliedBody | typeof challengedBody | typeof correctionBody | typeof recommendedBody) =>
  (body: unknown): Spoken => {
    const { data } = schema.safeParse(body);
    return data === undefined ? NOTHING : { ...NOTHING, findings: [data.finding.id] };
  };

/** Total by type: a new kind of act does not compile before it says what it moves. */
const SPOKEN: { readonly [Kind in ActKind]: (body: unknown) => Spoken | null } = {
  acquired: anything,
  refused: anything,
  described: anything,
  redacted: anything,
  judged: anything,
  'subject-judged': anything,
  received: anything,
  reviewed: (body) => {
    const claim = reviewedBody.safeParse(body).data?.claim;
    if (claim !== undefined) return { ...NOTHING, claims: [claim.id] };
    const proposal = proposalReviewBody.safeParse(body).data;
    if (proposal === undefined) return NOTHING;
    const { target, id, seen } = proposal;
    return {
      claims: seen,
      ...(target === 'finding' ? { compared: [], findings: [id] } : { compared: seen, findings: [] }),
    };
  },
  graded: (body) => {
    const claim = gradedBody.safeParse(body).data?.claim;
    return claim === undefined ? NOTHING : { ...NOTHING, claims: [claim.id] };
  },
  linked: (body) => ({ ...NOTHING, claims: linkedBody.safeParse(body).data?.claims.map(({ id }) => id) ?? [] }),
  found: (body) => {
    const finding = foundBody.safeParse(body).data?.finding;
    // What it draws from ledgers and tracks is read from documents of its own.
    if (finding?.total !== undefined || finding?.events !== undefined) return null;
    return finding === undefined
      ? NOTHING
      : { ...NOTHING, claims: finding.claims.map(({ id }) => id), findings: [finding.id] };
  },
  replied: ofFinding(repliedBody),
  challenged: ofFinding(challengedBody),
  // A correction of facts about a document may move all that rests on it.
  corrected: (body) => (correctionBody.safeParse(body).success ? ofFinding(correctionBody)(body) : null),
  recommended: ofFinding(recommendedBody),
  undone: nothing,
  extracted: nothing,
  'event-judged': nothing,
  screened: nothing,
  decided: nothing,
  published: nothing,
  followed: nothing,
  shared: nothing,
  continued: nothing,
  'key-named': nothing,
};
