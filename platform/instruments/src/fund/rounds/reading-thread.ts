/** The program of a thread that reads an upload or makes an example round. */
import { canonicalText, hashRound, type Round } from "@voorsprong/allocation";
import { serveTask } from "../../kernel/thread-task.js";
import { committed } from "./draw.js";
import { exampleRound } from "./example-round.js";
import { readUpload } from "./read-upload.js";
import type { CanonicalRound, ExampleTask, ReadTask } from "./tasks.js";

await serveTask((task: ReadTask | ExampleTask): CanonicalRound => {
  const round: Round =
    task.kind === "read" ? readUpload(task.upload) : exampleRound(task.fund, task.call, task.options);
  const drawing = task.draw && committed(round, task.draw);
  const kept = drawing?.round ?? round;
  return {
    round: kept,
    document: canonicalText(kept),
    roundHash: hashRound(kept),
    sourceHash: drawing?.sourceHash ?? null,
  };
});
