import type { Claim } from '../../../claims/model/claim.ts';
import { canonicalJson } from '../../../core/json/canonical-json.ts';
import type { Details } from '../../../store/details.ts';
import { jsonOf } from '../../acts/acquire.ts';
import type { Readings } from './readings.ts';

/** A claim as the tables hold it and as it counts now. */
export type TouchedClaim = { readonly was: Claim; readonly claim: Claim };

/**
 * Claims before and after acts, where that differs from what the tables hold in nothing but their status; null where one tells something
 * else, is not there, or was read off a picture: whether anything rests on that hangs on the status.
 */
export async function touchedClaims(
  ids: readonly string[],
  details: Pick<Details, 'claims' | 'documentsOf'>,
  readings: Readings,
): Promise<readonly TouchedClaim[] | null> {
  const before = new Map((await details.claims(ids)).map(({ claim }) => [claim.id as string, claim]));
  const documents = [...new Set([...before.values()].map(({ document }) => document as string))];
  const read = await readings.of(documents);
  if (read === null || read.some(({ document: { layer } }) => layer.recognised !== undefined)) return null;
  const now = new Map(read.flatMap(({ claims }) => claims.map((claim) => [claim.id as string, claim])));
  const standing = ids.flatMap((id) => {
    const [was, claim] = [before.get(id), now.get(id)];
    return was !== undefined && claim !== undefined && tellingOf(was) === tellingOf(claim) ? [{ was, claim }] : [];
  });
  return standing.length === ids.length ? standing : null;
}

/** The tables hold a claim with what a list shows of its place on a picture. */
function tellingOf({ status: _, sight: __, ...told }: Claim & { readonly sight?: unknown }): string {
  return canonicalJson(jsonOf(told));
}
