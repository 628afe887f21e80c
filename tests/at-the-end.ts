const works: (() => Promise<void>)[] = [];

/** Something that is done after the tests of the file: what a helper opened is closed there. */
export function atTheEnd(work: () => Promise<void>): void {
  works.push(work);
}

export async function endAll(): Promise<void> {
  for (const work of works.splice(0)) await work();
}
