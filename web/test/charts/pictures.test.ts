import { describe, expect, it } from "vitest";
import { appendPoint, type GapPoint, gap, steps, wholeBound } from "../../src/charts/gap-line.js";
import { histogram } from "../../src/charts/histogram.js";
import { MAP_SIZE, PROVINCES, provinceOf, provinceShapes } from "../../src/charts/provinces.js";

describe("histogram", () => {
  it("counts everyone once, funded or not", () => {
    const scores = Array.from({ length: 500 }, (_, i) => ({ score: (i * 37) % 101, funded: i % 3 === 0 }));
    const bins = histogram(scores);
    expect(bins.reduce((sum, bin) => sum + bin.funded, 0)).toBe(167);
    expect(bins.reduce((sum, bin) => sum + bin.other, 0)).toBe(333);
    expect(new Set(bins.map((bin) => bin.to - bin.from))).toEqual(new Set([5]));
    for (const { score } of scores)
      expect(bins.filter((bin) => score >= bin.from && score < bin.to)).toHaveLength(1);
  });
  it("has no bin narrower than one point", () => {
    const bins = histogram([3, 4, 5, 5].map((score) => ({ score, funded: null })));
    expect(bins.map(({ from, other }) => [from, other])).toEqual([
      [3, 1],
      [4, 1],
      [5, 2],
    ]);
  });
  it("is empty without scores and one bin for one score", () => {
    expect(histogram([])).toEqual([]);
    expect(histogram([{ score: 7, funded: true }])).toEqual([{ from: 7, to: 7, funded: 1, other: 0 }]);
  });
});

describe("gap line", () => {
  const point = (seconds: number, objective: number | null, bound: number | null): GapPoint => ({
    seconds,
    objective,
    bound,
  });
  it("rounds a bound down to whole score units, never below what was found", () => {
    expect(wholeBound(8519.943182213143, 8400)).toBe(8519);
    expect(wholeBound(8519.999999, 8520)).toBe(8520);
    expect(wholeBound(-0.5, null)).toBe(-1);
    expect(wholeBound(null, 3)).toBeNull();
  });
  it("keeps only reports that say something new", () => {
    const points = [point(0, null, null), point(1, null, 90), point(2, null, 90), point(3, 80, 90)];
    expect(points.reduce(appendPoint, [] as readonly GapPoint[])).toEqual([
      point(1, null, 90),
      point(3, 80, 90),
    ]);
  });
  it("draws steps that are held until the end", () => {
    const points = [point(1, null, 90), point(3, 80, 88), point(4, 85, 88)];
    expect(steps(points, "objective", 6)).toEqual([
      [3, 80],
      [4, 80],
      [4, 85],
      [6, 85],
    ]);
    expect(steps(points, "bound", 6)[0]).toEqual([1, 90]);
    expect(steps([], "bound", 6)).toEqual([]);
    expect(gap(points, 6)).toEqual([
      [3, 88],
      [4, 88],
      [4, 88],
      [6, 88],
      [6, 85],
      [4, 85],
      [4, 80],
      [3, 80],
    ]);
    expect(gap([point(1, null, 90)], 6)).toEqual([]);
  });
});

describe("provinces", () => {
  it("draws exactly the twelve provinces, inside the picture", () => {
    const shapes = provinceShapes();
    expect(shapes.map(({ id }) => id).sort()).toEqual(Object.keys(PROVINCES).sort());
    for (const { path, label } of shapes) {
      expect(path).toMatch(/^M[\d.,MLZ-]+Z$/);
      expect(label[0]).toBeGreaterThan(0);
      expect(label[0]).toBeLessThan(MAP_SIZE.width);
      expect(label[1]).toBeGreaterThan(0);
      expect(label[1]).toBeLessThan(MAP_SIZE.height);
    }
  });
  it("has the provinces where they lie", () => {
    const place = new Map(provinceShapes().map(({ id, label }) => [id, label]));
    const [x, y] = [0, 1] as const;
    expect(place.get("NL-GR")![y]).toBeLessThan(place.get("NL-LI")![y]);
    expect(place.get("NL-ZE")![x]).toBeLessThan(place.get("NL-OV")![x]);
  });
  it("knows a province by name, spelling or code", () => {
    expect(provinceOf("Fryslân")).toBe("NL-FR");
    expect(provinceOf("friesland")).toBe("NL-FR");
    expect(provinceOf("noord brabant")).toBe("NL-NB");
    expect(provinceOf("NL-ZH")).toBe("NL-ZH");
    expect(provinceOf("Amsterdam-Noord")).toBeNull();
    expect(provinceOf("")).toBeNull();
  });
});
