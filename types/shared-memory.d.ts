/** What is used of WebAssembly, which Node.js has and its types do not say: memory that grows in place. */
declare namespace WebAssembly {
  class Memory {
    constructor(size: { readonly initial: number; readonly maximum: number; readonly shared: true });
    /** Changes with each `grow`. */
    readonly buffer: SharedArrayBuffer;
    grow(pages: number): number;
  }
}
