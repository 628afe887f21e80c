/**
 * What parties and others said of a finding, and what became of it since: the opportunity to reply, challenges with an
 * assessment of their credibility, and corrections (S/2006/997 para. 28), and recommendations (para. 49).
 */
export type Hearing = {
  readonly replies: readonly FindingReply[];
  readonly challenges: readonly FindingChallenge[];
  readonly corrections: readonly FindingCorrection[];
  readonly recommendations: readonly MadeRecommendation[];
};

type Made = { readonly act: string; readonly by: string; readonly at: string };

export const STANCES = ['denies', 'accepts', 'neither'] as const;
/** How a reply stands to what is alleged. */
export type ReplyStance = (typeof STANCES)[number];

/** A letter to a party and what came back on it; `received` is null until something did. */
export type FindingReply = Made & {
  readonly party: string;
  readonly sent: string;
  readonly deadline: string | null;
  readonly received: string | null;
  readonly text: string | null;
  /** As whoever logged the reply read it; null: the program reads it out of the text. */
  readonly stance: ReplyStance | null;
};

export type FindingChallenge = Made & {
  readonly from: string;
  readonly date: string;
  readonly text: string;
  readonly assessment: string | null;
  /** On the Admiralty scale; null until it was weighed. */
  readonly credibility: '1' | '2' | '3' | '4' | '5' | '6' | null;
};

export type FindingCorrection = Made & { readonly text: string; readonly reason: string };

export const PRIORITIES = ['high', 'medium', 'low'] as const;

export type MadeRecommendation = Made & {
  readonly text: string;
  readonly addressee: string;
  readonly priority: (typeof PRIORITIES)[number] | null;
};

export const UNHEARD: Hearing = Object.freeze({
  replies: Object.freeze([]),
  challenges: Object.freeze([]),
  corrections: Object.freeze([]),
  recommendations: Object.freeze([]),
});

export type ReplyState = 'awaited' | 'overdue' | 'received';

/** Where a letter stands on a day. A deadline is over on the day after it. */
export function replyState({ received, deadline }: FindingReply, day: string): ReplyState {
  if (received !== null && received <= day) return 'received';
  return deadline !== null && deadline < day ? 'overdue' : 'awaited';
}

/**
 * Whether a challenge stands against a finding: until it was weighed, and when it was found possible or better, or could not
 * be judged. One found doubtful or improbable is printed and changes nothing.
 */
export function challengeStands({ credibility }: FindingChallenge): boolean {
  return credibility !== '4' && credibility !== '5';
}
