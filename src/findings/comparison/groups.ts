/** Items by each of the keys that they have, in their order. */
export function meetings<Item, Key>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): Map<Key, Item[]> {
  const met = new Map<Key, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const known = met.get(key);
      if (known === undefined) met.set(key, [item]);
      else known.push(item);
    }
  return met;
}

/** Items by their one key, in the order of the first of each. */
export function partition<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Iterable<readonly Item[]> {
  return meetings(items, (item) => [keyOf(item)]).values();
}

/** Items that are joined two by two, as the connected groups that come of it. */
export class Groups<Item> {
  private readonly parents = new Map<Item, Item>();

  rootOf(item: Item): Item {
    let root = item;
    for (let above = this.parents.get(root); above !== undefined; above = this.parents.get(root)) root = above;
    // The way is shortened for the next time.
    for (let at = item; at !== root; ) {
      const above = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = above;
    }
    return root;
  }

  join(a: Item, b: Item): void {
    const [left, right] = [this.rootOf(a), this.rootOf(b)];
    if (left !== right) this.parents.set(right, left);
  }

  /** The groups in the order of their first items. */
  of(items: readonly Item[]): readonly (readonly Item[])[] {
    const groups = new Map<Item, Item[]>();
    for (const item of items) {
      const root = this.rootOf(item);
      const known = groups.get(root);
      if (known === undefined) groups.set(root, [item]);
      else known.push(item);
    }
    return [...groups.values()];
  }
}
