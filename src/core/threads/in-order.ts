/**
 * The results of some work on each item, in the order of the items, while up to `most` of them are worked on at once. Whoever stops
 * taking results waits for the work that was begun, so that nothing goes on behind its back.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  most: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<{ readonly item: Item; readonly result: Result }> {
  const begun: { readonly item: Item; readonly result: Promise<Result> }[] = [];
  const take = async () => {
    const [first] = begun;
    if (first === undefined) throw new RangeError('nothing was begun');
    const result = await first.result;
    begun.shift();
    return { item: first.item, result };
  };
  try {
    for (const item of items) {
      const result = work(item);
      // A failure is told when its turn comes.
      result.catch(() => undefined);
      begun.push({ item, result });
      if (begun.length >= most) yield await take();
    }
    while (begun.length > 0) yield await take();
  } finally {
    await Promise.allSettled(begun.map(({ result }) => result));
  }
}
