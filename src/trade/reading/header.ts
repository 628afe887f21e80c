/**
 * Names of columns, compared without case, blanks and punctuation: `Netweight (kg)`, `netweightkg` and `NETWEIGHTKG` are one column.
 */
export class Header {
  readonly cells: readonly string[];
  /** Lines of text that stand above the header: titles. */
  readonly title: readonly string[];
  readonly names: readonly string[];
  private readonly places: ReadonlyMap<string, number>;

  constructor(cells: readonly string[], title: readonly string[] = []) {
    this.cells = cells;
    this.title = title;
    this.names = cells.map(foldColumn);
    const places = new Map<string, number>();
    for (const [at, name] of this.names.entries()) if (name !== '' && !places.has(name)) places.set(name, at);
    this.places = places;
  }

  has(...names: readonly string[]): boolean {
    return names.every((name) => this.places.has(foldColumn(name)));
  }

  hasOneOf(...names: readonly string[]): boolean {
    return names.some((name) => this.places.has(foldColumn(name)));
  }

  /** Reads the first of these columns that the file has; the empty text where it has none. */
  column(...names: readonly string[]): (cells: readonly string[]) => string {
    for (const name of names) {
      const at = this.places.get(foldColumn(name));
      if (at !== undefined) return (cells) => cells[at]?.trim() ?? '';
    }
    return () => '';
  }
}

export function foldColumn(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^\uFEFF/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
