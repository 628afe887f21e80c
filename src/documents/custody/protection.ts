/**
 * How far a source has to be kept from outsiders. `restricted`: what it gave stays in the workspace. `protected`: neither
 * what it gave nor its name may leave, because somebody could be harmed by it.
 */
export const PROTECTIONS = ['open', 'restricted', 'protected'] as const;
export type Protection = (typeof PROTECTIONS)[number];

export function isProtection(word: string): word is Protection {
  return (PROTECTIONS as readonly string[]).includes(word);
}

/** The strictest of several: a document is as protected as its source, what it lay in, or it by itself. */
export function strictest(...protections: readonly (Protection | undefined)[]): Protection {
  return PROTECTIONS[Math.max(0, ...protections.map((one) => PROTECTIONS.indexOf(one ?? 'open')))] ?? 'open';
}
