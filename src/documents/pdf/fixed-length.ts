/**
 * The PDF reader hands the bytes of fonts on by `transferToFixedLength` (ECMAScript 2024), which Node 20 lacks: without it,
 * all that a page paints after its first text is lost. What is here does the same by copying.
 */
export function provideFixedLengthTransfer(): void {
  const prototype = ArrayBuffer.prototype as { transferToFixedLength?: (length?: number) => ArrayBuffer };
  if (prototype.transferToFixedLength !== undefined) return;
  Object.defineProperty(prototype, 'transferToFixedLength', {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const copy = new ArrayBuffer(length);
      new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return copy;
    },
  });
}
