import type { Claim } from '../../claims/model/claim.ts';

/** Whether anything may rest on a claim: nobody rejected it, and whoever made it did not take it back. */
export function counts({ status }: Pick<Claim, 'status'>): boolean {
  return status !== 'rejected' && status !== 'withdrawn';
}
