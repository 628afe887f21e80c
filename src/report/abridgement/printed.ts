/** How much of what grows with the archive is printed; nothing that a person made or accepted is left out of these. */
export const PRINTED = {
  /** Rows of one table of an annex. */
  rows: 1000,
  /** Comparisons that nobody has reviewed. */
  comparisons: 20,
  /** Figures of one comparison that nobody has reviewed. */
  figures: 100,
  /** Findings that the program proposes. */
  proposals: 40,
  /** Claims of one proposal. */
  claims: 50,
  /** Notes that one cell of a proposal's tables refers to. */
  notes: 20,
} as const;
