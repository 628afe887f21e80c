/** Short texts by number, such as the names of a list. */
export type Texts = { readonly length: number; at(place: number): string | undefined };

/** Many texts as one, which is all that needs to be read at the start: each is cut out when it is asked for. */
export class TextList implements Texts {
  readonly length: number;
  readonly #text: string;
  /** Where each text begins, in UTF-16 units; one more at the end. */
  readonly #starts: Uint32Array;

  constructor({ text, starts }: JoinedTexts) {
    this.length = starts.length - 1;
    this.#text = text;
    this.#starts = starts;
  }

  at(place: number): string | undefined {
    return place < 0 || place >= this.length
      ? undefined
      : this.#text.slice(this.#starts[place], this.#starts[place + 1]);
  }
}

/** The form in which a list of texts is written to a file. */
export type JoinedTexts = { readonly text: string; readonly starts: Uint32Array };

export function joinTexts(texts: Texts): JoinedTexts {
  const parts: string[] = [];
  const starts = new Uint32Array(texts.length + 1);
  for (let i = 0; i < texts.length; i++) {
    const text = texts.at(i) ?? '';
    parts.push(text);
    starts[i + 1] = starts[i]! + text.length;
  }
  return { text: parts.join(''), starts };
}
