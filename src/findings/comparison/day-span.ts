/** A stretch of days that an item is of; null where it has no beginning or no end. */
export type DaySpan<Item> = { readonly from: string | null; readonly to: string | null; readonly item: Item };

/** Joins what has a day in common; the spans of what hangs together by that, one after the other. */
export function joinSpans<Item>(
  spans: readonly DaySpan<Item>[],
  join: (a: Item, b: Item) => void,
): readonly DaySpan<Item>[] {
  const joined: DaySpan<Item>[] = [];
  for (const span of inOrder(spans)) {
    const last = joined.at(-1);
    if (last === undefined || !reaches(last, span)) {
      joined.push(span);
      continue;
    }
    join(last.item, span.item);
    if (endsLater(span, last)) joined[joined.length - 1] = { ...last, to: span.to };
  }
  return joined;
}

/**
 * Joins each of some with each of others with which it has a day in common, by one pass over both in the order of their
 * beginnings: those that still go on when one of the other side begins are joined by that one, so that the longest stands for them.
 */
export function joinAcrossSpans<Item>(
  some: readonly DaySpan<Item>[],
  others: readonly DaySpan<Item>[],
  join: (a: Item, b: Item) => void,
): void {
  const [left, right] = [inOrder(some), inOrder(others)];
  let [openLeft, openRight]: [DaySpan<Item>[], DaySpan<Item>[]] = [[], []];
  for (let [one, other] = [0, 0]; one < left.length || other < right.length; ) {
    const [a, b] = [left[one], right[other]];
    if (b === undefined || (a !== undefined && !beginsLater(a, b))) {
      const span = a as DaySpan<Item>;
      openRight = joinOpen(span, openRight, join);
      openLeft.push(span);
      one++;
    } else {
      openLeft = joinOpen(b, openLeft, join);
      openRight.push(b);
      other++;
    }
  }
}

/** Joins a span with those that go on at its beginning, and leaves the longest of them. */
function joinOpen<Item>(
  span: DaySpan<Item>,
  open: readonly DaySpan<Item>[],
  join: (a: Item, b: Item) => void,
): DaySpan<Item>[] {
  let longest: DaySpan<Item> | undefined;
  for (const other of open) {
    if (!reaches(other, span)) continue;
    join(other.item, span.item);
    if (longest === undefined || endsLater(other, longest)) longest = other;
  }
  return longest === undefined ? [] : [longest];
}

function inOrder<Item>(spans: readonly DaySpan<Item>[]): readonly DaySpan<Item>[] {
  return [...spans].sort((a, b) => (a.from === b.from ? 0 : beginsLater(a, b) ? 1 : -1));
}

function beginsLater<Item>(a: DaySpan<Item>, b: DaySpan<Item>): boolean {
  return a.from !== null && (b.from === null || a.from > b.from);
}

function endsLater<Item>(a: DaySpan<Item>, b: DaySpan<Item>): boolean {
  return b.to !== null && (a.to === null || a.to > b.to);
}

/** Whether a span that begins no later than another goes on when that one begins. */
function reaches<Item>(earlier: DaySpan<Item>, later: DaySpan<Item>): boolean {
  return earlier.to === null || later.from === null || earlier.to >= later.from;
}
