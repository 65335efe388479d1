/** Works the score and cost of one application out outside the page, with the engine that also runs on the server. */
import { answer } from "./answer.js";
import { type ExplainAnswer, type ExplainRequest, type ExplainSteps, explainOne } from "./explain.js";

answer<ExplainRequest, ExplainSteps, ExplainAnswer>(explainOne);
