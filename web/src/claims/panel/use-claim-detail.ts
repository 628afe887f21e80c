import type { ClaimDetail } from '../../../../src/app/workbench/contract/claim.ts';
import { type Answered, useApi } from '../../api/queries.ts';

/**
 * A claim with its context and history. While another claim's answer is still on the screen there is none: what one sees must
 * never belong to another claim than the one that the keys act on.
 */
export function useClaimDetail(id: string | null): Answered<ClaimDetail> {
  const answer = useApi<ClaimDetail>(id === null ? null : `/claims/${encodeURIComponent(id)}`);
  const own = answer.data?.row.id === id ? answer.data : undefined;
  return { ...answer, data: own, loading: id !== null && own === undefined && answer.problem === null };
}
