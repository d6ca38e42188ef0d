import { renderToStaticMarkup } from "react-dom/server";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FigureOnScale, scaleOf } from "#components/publication/figure-scale";

type Figure = Parameters<typeof FigureOnScale>[0]["figure"];

const exactly = (number: number): Figure => ({ qualifier: "exactly", minimum: number, maximum: number });
const words: Figure = { qualifier: null, minimum: null, maximum: null };
const atLeast = (number: number): Figure => ({ qualifier: "at_least", minimum: number, maximum: null });

test("a scale begins at zero and ends at a round number, with room for what is open above", () => {
  expect(scaleOf([exactly(36), atLeast(33), exactly(22)])).toEqual({ from: 0, to: 40, step: 10 });
  expect(scaleOf([exactly(22), atLeast(40)])).toEqual({ from: 0, to: 50, step: 10 });
  expect(scaleOf([exactly(-3), exactly(5)])).toEqual({ from: -4, to: 6, step: 2 });
  expect(scaleOf([exactly(0.3), exactly(0.6)])?.to).toBe(0.6);
});

test("a single number, words without one, and nothing but zeros are not drawn", () => {
  expect(scaleOf([exactly(36), words])).toBeNull();
  expect(scaleOf([exactly(0), exactly(0)])).toBeNull();
});

test("whatever the numbers are, every one of them lies on the scale, and the scale has few lines", () => {
  const number = fc
    .double({ min: -1e15, max: 1e15, noNaN: true })
    .filter((n) => n === 0 || Math.abs(n) > 1e-6);
  fc.assert(
    fc.property(fc.array(number, { minLength: 2, maxLength: 6 }), (numbers) => {
      const scale = scaleOf(numbers.map(exactly));
      if (scale === null) return numbers.every((each) => each === 0);
      const slack = (scale.to - scale.from) * 1e-9;
      for (const each of numbers) {
        expect(each).toBeGreaterThanOrEqual(scale.from - slack);
        expect(each).toBeLessThanOrEqual(scale.to + slack);
      }
      return (scale.to - scale.from) / scale.step < 8;
    }),
  );
});

test("each way in which a number can be meant is drawn in its own way, at its place", () => {
  const scale = { from: 0, to: 40, step: 10 };
  const drawn = (figure: Figure) => renderToStaticMarkup(<FigureOnScale figure={figure} scale={scale} />);
  expect(drawn(exactly(10))).toContain('<path class="dot" d="M25 10h0">');
  expect(drawn({ qualifier: "about", minimum: 10, maximum: 10 })).toContain('class="hole"');
  expect(drawn({ qualifier: "between", minimum: 10, maximum: 30 })).toContain('class="bar" d="M25 10H75"');
  expect(drawn(atLeast(10))).toContain('class="open" d="M25 10H100"');
  expect(drawn({ qualifier: "at_most", minimum: null, maximum: 10 })).toContain('class="open" d="M25 10H0"');
  expect(drawn(words).match(/<path/g)).toHaveLength(1);
});
