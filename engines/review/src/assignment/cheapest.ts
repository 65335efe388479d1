import { sendAll } from "./augment.js";
import { allReviewers, CLOSED, type Network } from "./network.js";

/**
 * Fills the network with the largest flow there is and, among those, the cheapest one: the primal-dual algorithm of Ford
 * and Fulkerson (1962). Prices rise to the shortest distances, then all that fits over shortest paths is sent at once.
 * Returns the price of the last unit: the distance of the sink.
 */
export function fillCheapest(network: Network): number {
  const everyone = allReviewers(network);
  let sinkPrice = 0;
  for (;;) {
    const rise = raisePrices(network, sinkPrice);
    if (rise === null) return sinkPrice;
    sinkPrice += rise;
    const into = network.room.map((room, r) => (network.reviewerPrice[r] === sinkPrice ? room : 0));
    const before = into.slice();
    sendAll(network, { fromGroup: network.supply, fromReviewer: null, into }, everyone);
    for (const r of everyone) network.room[r]! -= before[r]! - into[r]!;
  }
}

/**
 * Shortest distances in reduced costs from the groups that still need reviewers (Dijkstra with Dial's buckets; all costs
 * are small whole numbers), added to the prices up to the distance of the sink. Null when the sink is out of reach.
 */
function raisePrices(network: Network, sinkPrice: number): number | null {
  const { groups, reviewers, supply, room, groupPrice, reviewerPrice } = network;
  const distance = new Int32Array(groups + reviewers).fill(-1);
  const buckets: number[][] = [[]];
  const reach = (node: number, at: number): void => {
    if (distance[node]! >= 0 && distance[node]! <= at) return;
    distance[node] = at;
    while (buckets.length <= at) buckets.push([]);
    buckets[at]!.push(node);
  };
  for (let g = 0; g < groups; g += 1) if (supply[g]! > 0) reach(g, 0);
  let sink = Number.POSITIVE_INFINITY;
  for (let at = 0; at < buckets.length && at < sink; at += 1) {
    const bucket = buckets[at]!;
    for (let k = 0; k < bucket.length; k += 1) {
      const node = bucket[k]!;
      if (distance[node] !== at) continue;
      if (node < groups) relaxGroup(network, node, at, reach);
      else {
        const r = node - groups;
        if (room[r]! > 0) sink = Math.min(sink, at + reviewerPrice[r]! - sinkPrice);
        relaxReviewer(network, r, at, reach);
      }
    }
  }
  if (sink === Number.POSITIVE_INFINITY) return null;
  const upTo = (node: number): number => (distance[node]! < 0 ? sink : Math.min(distance[node]!, sink));
  for (let g = 0; g < groups; g += 1) groupPrice[g]! += upTo(g);
  for (let r = 0; r < reviewers; r += 1) reviewerPrice[r]! += upTo(groups + r);
  return sink;
}

type Reach = (node: number, at: number) => void;

function relaxGroup(network: Network, g: number, at: number, reach: Reach): void {
  const { groups, reviewers, size, cost, flow, groupPrice, reviewerPrice } = network;
  for (let r = 0; r < reviewers; r += 1) {
    const arc = g * reviewers + r;
    if (cost[arc] === CLOSED || flow[arc]! >= size[g]!) continue;
    reach(groups + r, at + cost[arc]! + groupPrice[g]! - reviewerPrice[r]!);
  }
}

function relaxReviewer(network: Network, r: number, at: number, reach: Reach): void {
  const { groups, reviewers, cost, flow, groupPrice, reviewerPrice } = network;
  for (let g = 0; g < groups; g += 1) {
    const arc = g * reviewers + r;
    if (flow[arc]! > 0) reach(g, at - cost[arc]! + reviewerPrice[r]! - groupPrice[g]!);
  }
}
