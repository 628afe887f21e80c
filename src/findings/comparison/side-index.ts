/** From whom and to whom something went; undefined where that is not known. */
export type FigureSides = {
  readonly from: ReadonlySet<string> | undefined;
  readonly to: ReadonlySet<string> | undefined;
};

/** Stands for a side that is not known: it may be anybody. */
const OPEN = '';

/** Items by their sides, so that whoever looks for what may have gone the same way sees hardly anything else. */
export class SideIndex<Item extends FigureSides> {
  readonly #all: Item[] = [];
  readonly #byFrom = new Map<string, Item[]>();
  readonly #byTo = new Map<string, Item[]>();
  readonly #byBoth = new Map<string, Item[]>();

  constructor(items: Iterable<Item>) {
    for (const item of items) {
      this.#all.push(item);
      for (const from of keysOf(item.from)) lay(this.#byFrom, from, item);
      for (const to of keysOf(item.to)) lay(this.#byTo, to, item);
      for (const from of keysOf(item.from)) for (const to of keysOf(item.to)) lay(this.#byBoth, `${from}\n${to}`, item);
    }
  }

  /** The items of which neither side excludes these; one that names several may come more than once. */
  *meeting({ from, to }: FigureSides): Iterable<Item> {
    if (from === undefined && to === undefined) yield* this.#all;
    else if (from === undefined) for (const key of askedOf(to)) yield* this.#byTo.get(key) ?? [];
    else if (to === undefined) for (const key of askedOf(from)) yield* this.#byFrom.get(key) ?? [];
    else
      for (const one of askedOf(from))
        for (const other of askedOf(to)) yield* this.#byBoth.get(`${one}\n${other}`) ?? [];
  }
}

function keysOf(side: ReadonlySet<string> | undefined): Iterable<string> {
  return side ?? [OPEN];
}

function askedOf(side: ReadonlySet<string> | undefined): readonly string[] {
  return [...(side ?? []), OPEN];
}

function lay<Item>(index: Map<string, Item[]>, key: string, item: Item): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [item]);
  else known.push(item);
}
