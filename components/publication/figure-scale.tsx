import type { PublicFigure } from "#lib/figures/schema";

type Bounds = Pick<PublicFigure, "qualifier" | "minimum" | "maximum">;

/** Where a drawing of figures begins and ends, and how far apart its lines are, in units of the measure. */
export interface Scale {
  from: number;
  to: number;
  step: number;
}

/**
 * One scale for figures of one measure, from zero to a round number that none of them exceeds; null where fewer than two
 * have a number, since one alone compares with nothing. Where numbers are open above, there is room beyond the highest.
 */
export function scaleOf(figures: readonly Bounds[]): Scale | null {
  const numbered = figures.map(numbersOf).filter((numbers) => numbers.length > 0);
  const [low, high] = [Math.min(0, ...numbered.flat()), Math.max(0, ...numbered.flat())];
  if (numbered.length < 2 || low === high) return null;
  const step = roundStep((high - low) / 4);
  const room = figures.some(({ minimum, maximum }) => minimum === high && maximum === null) ? step / 2 : 0;
  return {
    from: plain(Math.floor(low / step) * step),
    to: plain(Math.ceil((high + room) / step) * step),
    step,
  };
}

/** 0.6, where three steps of 0.2 make a little more in binary. */
const plain = (number: number): number => Number(number.toPrecision(12));

const numbersOf = ({ minimum, maximum }: Bounds): number[] =>
  [minimum, maximum].filter((number) => number !== null);

/** 1, 2 or 5 with noughts: the least that is not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((digit) => digit * power >= least) ?? 10);
}

/**
 * A figure on its scale: a dot, a ring for "about", a bar from minimum to maximum, dots to where it is open. It says
 * nothing that does not stand beside it in words; the column it stands in is not read out. The drawing is as wide as there is room.
 */
export function FigureOnScale({ figure, scale }: { figure: Bounds; scale: Scale }) {
  const { from, to, step } = scale;
  const at = (number: number) => Math.round(((number - from) / (to - from)) * 10_000) / 100;
  const lines = Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) => from + index * step);
  return (
    <svg className="on-scale" viewBox="0 0 100 20" preserveAspectRatio="none">
      <path d={lines.map((line) => `M${at(line)} 0V20`).join("")} />
      <Drawn figure={figure} at={at} />
    </svg>
  );
}

function Drawn({
  figure: { qualifier, minimum, maximum },
  at,
}: {
  figure: Bounds;
  at: (number: number) => number;
}) {
  if (minimum !== null && minimum === maximum)
    return (
      <>
        <path className="dot" d={`M${at(minimum)} 10h0`} />
        {qualifier === "about" && <path className="hole" d={`M${at(minimum)} 10h0`} />}
      </>
    );
  if (minimum !== null && maximum !== null)
    return <path className="bar" d={`M${at(minimum)} 10H${at(maximum)}`} />;
  const end = minimum ?? maximum;
  if (end === null) return null;
  return (
    <>
      <path className="end" d={`M${at(end)} 5V15`} />
      <path className="open" d={`M${at(end)} 10H${minimum === null ? 0 : 100}`} />
    </>
  );
}
