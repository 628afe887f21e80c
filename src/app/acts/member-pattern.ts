/**
 * Whether the path of a document in an archive, a mail or a capture is meant by a pattern: `*` stands for any signs, `/` among them, and
 * `?` for one, as programs that unpack archives take them. Paths come from outside, so only the last `*` is tried again: the time grows
 * with the length of both, whatever they are.
 */
export function matchesPattern(pattern: string, path: string): boolean {
  const [asked, given] = [[...pattern], [...path]];
  let [at, place] = [0, 0];
  let last: { readonly at: number; place: number } | undefined;
  while (place < given.length) {
    if (asked[at] === '*') {
      last = { at, place };
      at++;
    } else if (at < asked.length && (asked[at] === '?' || asked[at] === given[place])) {
      at++;
      place++;
    } else if (last === undefined) return false;
    else {
      last.place++;
      at = last.at + 1;
      place = last.place;
    }
  }
  return asked.slice(at).every((sign) => sign === '*');
}
