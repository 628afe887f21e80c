import type { ActKind } from './act.ts';

/** What the record does with acts of a kind, whatever they say. */
export type KindTraits = {
  /** Logged by whoever wants to say it; else only by the record itself, when it carries out what the act says. */
  readonly isLoggedAtWill: boolean;
  /** Whether a redaction may withhold it. What happened to the record itself stays readable. */
  readonly canBeWithheld: boolean;
  /** Whether it means something in another log; else it speaks of the log in which it stands alone, and is not handed on. */
  readonly carriesOver: boolean;
};

/** Total by type: a new kind does not compile before somebody has said whether it may be withheld, and whether it leaves the workspace. */
const KIND_TRAITS: Readonly<Record<ActKind, KindTraits>> = {
  acquired: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  refused: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  described: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  extracted: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  reviewed: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  graded: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  linked: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  judged: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  'subject-judged': { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  'event-judged': { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  found: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  replied: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  challenged: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  corrected: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  recommended: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  undone: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  screened: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  decided: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  published: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  redacted: { isLoggedAtWill: false, canBeWithheld: false, carriesOver: true },
  followed: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: false },
  received: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  shared: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: false },
  continued: { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true },
  'key-named': { isLoggedAtWill: false, canBeWithheld: false, carriesOver: false },
};

/** Of a kind that a later program has logged it is said what is said of a person's word. */
const OF_OTHER_KINDS: KindTraits = { isLoggedAtWill: true, canBeWithheld: true, carriesOver: true };

export function traitsOf(kind: string): KindTraits {
  return Object.hasOwn(KIND_TRAITS, kind) ? KIND_TRAITS[kind as ActKind] : OF_OTHER_KINDS;
}
