/** Memory at a moment: minutes since the load began, and MiB. */
export interface Sample {
  minute: number;
  mib: number;
}

/** The growth of these samples in MiB a minute, by least squares; refuses fewer than three. */
export function slopeOf(samples: readonly Sample[]): number {
  if (samples.length < 3) throw new Error("A slope needs three samples or more.");
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [minute, mib] = [mean((sample) => sample.minute), mean((sample) => sample.mib)];
  const along = mean((sample) => (sample.minute - minute) ** 2);
  return mean((sample) => (sample.minute - minute) * (sample.mib - mib)) / along;
}
