/** Words of the question beside the words of the listed name that they were taken for: their places, one bit each. */
export type Pairing = {
  readonly asked: number;
  readonly listed: number;
  readonly similarity: number;
  readonly weight: number;
  /** Place of the first word on either side. */
  readonly i: number;
  readonly j: number;
  /** Two words of one name that the other writes as one. */
  readonly joined: boolean;
};
