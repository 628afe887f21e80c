/** Whether two lists hold the very same things, in one order. */
export function holdsSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((one, at) => one === now[at]);
}
