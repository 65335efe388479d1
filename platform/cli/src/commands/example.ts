/** `voorsprong example`: a seeded example round, in the format `allocate` reads. */
import { generateRound, type RoundClass } from "@voorsprong/allocation";
import { destination } from "../files.js";

/** Options as the command line gives them. */
export interface ExampleOptions {
  readonly applications: number;
  readonly class: RoundClass;
  readonly seed: string;
  readonly out: string;
}

/** Writes an example round; the same options give the same bytes. */
export async function example(options: ExampleOptions): Promise<number> {
  const write = await destination(options.out);
  const round = generateRound({ n: options.applications, class: options.class, seed: options.seed });
  await write(`${JSON.stringify(round, null, 1)}\n`);
  return 0;
}
