/**
 * The Admiralty scale: reliability of a source A to E, credibility of an item 1 to 5. F and 6 say that there is no basis to
 * judge, which is not the worst grade. The two are judged apart and never combined.
 */
export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];

export const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const;
export type Credibility = (typeof CREDIBILITIES)[number];
