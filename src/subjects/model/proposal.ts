/** Why two leaves may be one: a program's word that somebody has to decide on. */
export type ProposalReason = 'identifier' | 'spelling' | 'short-form' | 'part-of-name' | 'former-name' | 'list-entry';

export type Proposal = {
  readonly a: string;
  readonly b: string;
  readonly reason: ProposalReason;
  /** 0 to 1: how alike the names are; 1 for what is no matter of degree. */
  readonly score: number;
  /** In words, for whoever decides. */
  readonly words: string;
};
