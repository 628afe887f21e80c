/**
 * What a party that makes or passes on claims counts as: one name for all namings that people judged to be one body or person, else the
 * name that its document gives it. `document` is null where a name is asked for wherever it stands.
 */
export type PartyOf = (document: string | null, name: string) => string;

/** Where nobody judged anything. */
export const asNamed: PartyOf = (_, name) => name;
