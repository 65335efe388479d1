/** The program of a thread that assigns reviewers: a call of 27,000 applications takes seconds. */
import { type Assignment, type AssignmentProblem, AssignmentProblemError, assign } from "@voorsprong/review";
import { Refusal } from "../../kernel/refusal.js";
import { serveTask } from "../../kernel/thread-task.js";

await serveTask((problem: AssignmentProblem): Assignment => {
  try {
    return assign(problem);
  } catch (error) {
    if (error instanceof AssignmentProblemError) throw new Refusal("unusable", error.message);
    throw error;
  }
});
