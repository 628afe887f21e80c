import type { Claim } from '../../../claims/model/claim.ts';

/** What was read in a text, or why nothing was: a text that passes the limits of time and memory has no claims, and says so. */
export type Extraction = { readonly claims: readonly Claim[]; readonly setAside: string | null };
