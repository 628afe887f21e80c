/** How a long use case tells command line and server where it is. Nothing here prints. */
export type Progress = {
  /** A new step begins. */
  step(name: string): void;
  /** How far the step is; `total` null when it is not known. */
  advance(done: number, total: number | null): void;
  /** Something that the user must know whatever the output mode: a refused document, a recovered record. */
  note(text: string): void;
  done(): void;
};

export const silentProgress: Progress = Object.freeze({
  step: () => undefined,
  advance: () => undefined,
  note: () => undefined,
  done: () => undefined,
});
