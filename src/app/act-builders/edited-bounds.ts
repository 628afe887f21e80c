import type { Quantity } from '../../claims/model/quantity.ts';
import { rehedged } from '../../core/hedged-bounds.ts';
import { writeBounds } from '../../figures/drawing/words.ts';
import type { Act } from '../../record/log/act.ts';
import { editedBody } from '../acts/act-body.ts';

/**
 * Figures of an edit, and the words of those whose bounds followed: new bounds where a person changed the qualifier and left the bounds of the old one: "about 50" that
 * is put right as "at least 50" is not 40 to 60 any more.
 */
export function withBoundsFollowing(
  before: readonly Quantity[],
  given: unknown,
): { readonly quantities: unknown; readonly followed: readonly string[] } {
  if (!Array.isArray(given)) return { quantities: given ?? before, followed: [] };
  const followed: string[] = [];
  const quantities = given.map((one: unknown, at): unknown => {
    const changed = one as Partial<Quantity> | null;
    const old = before.find(({ raw }) => raw === changed?.raw) ?? before[at];
    if (typeof changed !== 'object' || changed === null || old === undefined) return one;
    const { qualifier } = changed;
    const untouched = (['low', 'high'] as const).every((side) => (changed[side] ?? null) === old[side]);
    const omitted = changed.low === undefined && changed.high === undefined;
    if (qualifier === undefined || qualifier === old.qualifier || !(untouched || omitted)) return one;
    const bounds = rehedged(old, qualifier);
    if (bounds === null) return one;
    followed.push(changed.raw ?? old.raw);
    const { lowOpen: _low, highOpen: _high, convention: _convention, ...rest } = changed;
    return { ...rest, ...bounds };
  });
  return { quantities, followed };
}

/** What followed from an edit without having been said, in sentences for who made it. */
export function editNotes({ body }: Pick<Act, 'body'>): readonly string[] {
  const { success, data } = editedBody.safeParse(body);
  if (!success) return [];
  return data.followed.flatMap((raw) => {
    const quantity = data.claim.quantities.find((one) => one.raw === raw);
    if (quantity === undefined) return [];
    const words = `the bounds of “${quantity.raw}” follow from the qualifier "${quantity.qualifier}" now: ${writeBounds(quantity)}`;
    return [quantity.convention === undefined ? words : `${words} (convention ${quantity.convention})`];
  });
}
