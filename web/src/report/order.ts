/** How the address says that no finding is printed; an address without findings means all of them. */
const NONE = 'none';

/** The findings to print, in their order: those that the address names and that exist, or else all. */
export function chosenOf(search: string | undefined, known: readonly string[]): readonly string[] {
  if (search === undefined) return known;
  if (search === NONE) return [];
  return [...new Set(search.split(','))].filter((id) => known.includes(id));
}

/** The choice as the address keeps it; all in their own order need not be said. */
export function searchOf(chosen: readonly string[], known: readonly string[]): string | undefined {
  if (chosen.length === 0) return known.length === 0 ? undefined : NONE;
  const all = chosen.length === known.length && chosen.every((id, at) => id === known[at]);
  return all ? undefined : chosen.join(',');
}

/** The list with one of its members at another place. A place beyond an end is that end. */
export function moved(list: readonly string[], id: string, to: number): readonly string[] {
  const at = list.indexOf(id);
  if (at < 0) return list;
  const others = list.filter((other) => other !== id);
  const place = Math.max(0, Math.min(others.length, to));
  return [...others.slice(0, place), id, ...others.slice(place)];
}
