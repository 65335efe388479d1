/** `voorsprong serve`: the whole product. */
import { resolve } from "node:path";
import { StartError, serve as startServing } from "@voorsprong/server";
import { UnusableInput } from "../failure.js";

/** Options as the command line gives them. */
export interface ServeOptions {
  readonly port: number;
  readonly data: string;
  readonly programme?: string;
}

const house = resolve(import.meta.dirname, "../../../..");

/** Serves until it is told to stop (SIGINT, SIGTERM). @throws UnusableInput when it cannot begin. */
export async function serve(options: ServeOptions): Promise<number> {
  try {
    const running = await startServing({
      port: options.port,
      dataDir: resolve(options.data),
      programmeDir: resolve(options.programme ?? resolve(house, "programmes/voorsprong")),
      webDir: resolve(house, "web/dist"),
      environment: process.env,
      print: (line) => console.log(line),
    });
    await running.stopped;
    return 0;
  } catch (error) {
    if (error instanceof StartError) throw new UnusableInput(...error.message.split("\n"));
    throw error;
  }
}
