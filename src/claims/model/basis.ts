/**
 * How a part of a claim was read: `explicit` in the clause that states the event, in a way that was measured to be right at least 97
 * times of a hundred; `carried` from an antecedent that nothing else competes with, or in the clause in a way that was not;
 * `open` where the text does not settle it; an open part is left empty. A part that a person reviewed counts as explicit.
 */
export const BASES = ['explicit', 'carried', 'open'] as const;
export type Basis = (typeof BASES)[number];
