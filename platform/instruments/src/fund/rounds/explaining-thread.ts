/** The program of a thread that explains a decision, or puts in words what is known of one application. */
import {
  canonicalText,
  type Decision,
  type ExplainProgress,
  type ExplanationDocument,
  explain,
} from "@voorsprong/allocation";
import type { Json } from "@voorsprong/store";
import { serveTask } from "../../kernel/thread-task.js";
import { type ApplicationAnswers, answerApplication } from "./answer-application.js";
import { summariseExplanation } from "./summarise-explanation.js";
import type { AnswerTask, ExplainedDecision, ExplainTask } from "./tasks.js";

type Task = ExplainTask | AnswerTask;

await serveTask<Task, ExplainedDecision | ApplicationAnswers, ExplainProgress>((task, onProgress) => {
  const decision = JSON.parse(task.decision) as Decision;
  return task.kind === "answer" ? answered(decision, task) : explained(decision, task, onProgress);
});

function answered(
  decision: Decision,
  { explanations, applicationId, titles }: AnswerTask,
): ApplicationAnswers {
  const documents = explanations.map((text) => JSON.parse(text) as ExplanationDocument);
  return answerApplication(decision, documents, applicationId, titles);
}

async function explained(
  decision: Decision,
  { applicationId, titles }: ExplainTask,
  onProgress: (progress: ExplainProgress) => void,
): Promise<ExplainedDecision> {
  const about =
    applicationId === null ? {} : { applications: [applicationId], standing: false, prices: false };
  const document = await explain(decision, { onProgress, ...about });
  const summary: Json =
    applicationId === null ? (summariseExplanation(decision, document, titles) as unknown as Json) : {};
  return { hash: document.hash, document: canonicalText(document), summary };
}
