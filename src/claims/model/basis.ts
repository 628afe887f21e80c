/**
 * How a part of a claim was read: `explicit` in the clause that states the event, `carried` from an antecedent that nothing
 * else competes with, `open` where the text does not settle it; an open part is left empty. A part that a person reviewed
 * counts as explicit.
 */
export const BASES = ['explicit', 'carried', 'open'] as const;
export type Basis = (typeof BASES)[number];
