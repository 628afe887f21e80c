/** The bits of an AIS message, read as ITU-R M.1371 numbers them: big-endian, from 0. */
export class AisBits {
  readonly #sextets = new Uint8Array(256);
  /** Number of bits. */
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /**
   * Adds the payload of one sentence. False when a byte is not in the armour, or the message is longer than any.
   * @param fill bits at its end that only fill the last sextet
   */
  add(buffer: Buffer, start: number, end: number, fill: number): boolean {
    let at = this.length / 6;
    if (!Number.isInteger(at) || at + (end - start) > this.#sextets.length) return false;
    for (let byte = start; byte < end; byte++) {
      const code = buffer[byte]!;
      if (code < 48 || code > 119 || (code > 87 && code < 96)) return false;
      this.#sextets[at++] = code < 88 ? code - 48 : code - 56;
    }
    this.length = at * 6 - fill;
    return this.length >= 0;
  }

  unsigned(from: number, width: number): number {
    let value = 0;
    for (let bit = from; bit < from + width; ) {
      const within = bit % 6;
      const take = Math.min(6 - within, from + width - bit);
      const sextet = this.#sextets[(bit - within) / 6]!;
      value = value * 2 ** take + ((sextet >> (6 - within - take)) & ((1 << take) - 1));
      bit += take;
    }
    return value;
  }

  signed(from: number, width: number): number {
    const value = this.unsigned(from, width);
    return value >= 2 ** (width - 1) ? value - 2 ** width : value;
  }

  /** Six-bit text to the first "@", which is padding; null when nothing is left. */
  text(from: number, width: number): string | null {
    let text = '';
    for (let bit = from; bit + 6 <= from + width && bit + 6 <= this.length; bit += 6) {
      const code = this.unsigned(bit, 6);
      if (code === 0) break;
      text += String.fromCharCode(code < 32 ? code + 64 : code);
    }
    text = text.trim();
    return text === '' ? null : text;
  }
}
