/** The integer program of a round as JSON, for peers that are given matrices: `{scores, rows: [{entries, bound}]}`. */
export function programText(scores, rows) {
  return JSON.stringify({
    scores,
    rows: rows.map(({ coefficients, bound }) => ({
      entries: coefficients.map(([j, value]) => [j, Number(value)]),
      bound: Number(bound),
    })),
  });
}
