/** Values that JSON can carry: what an act's body, a batch line or a report model may hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonArray = readonly Json[];
export type JsonObject = { readonly [key: string]: Json };

/** Freezes a value and everything in it. Rooms hand out frozen plain data, so that no caller can change a fact in place. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
