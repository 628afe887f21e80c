/** How a long use case tells command line and server where it is. Nothing here prints. */
export type Progress = {
  /** A new step begins. */
  step(name: string): void;
  /** How far the step is; `total` null when it is not known. */
  advance(done: number, total: number | null): void;
  /** Something that the user must know whatever the output mode: a refused document, a recovered record. */
  note(text: string): void;
  done(): void;
  /** Of one thing of the step that takes long by itself: "scan.pdf: 12 of 500 pages". */
  detail?(text: string): void;
  /** Ends the work where it can be ended; what was done until then stays. */
  readonly signal?: AbortSignal;
};

export const silentProgress: Progress = Object.freeze({
  step: () => undefined,
  advance: () => undefined,
  note: () => undefined,
  done: () => undefined,
});
