/** Plays an example call from its draft to its applications. */
import type { Examples } from "@voorsprong/access";
import type { FundDefinition } from "@voorsprong/programme";
import type { FundService } from "../service.js";
import { applicant, officer, organisationOf } from "./cast.js";
import { daysBefore, type ExamplePhase, exampleCall, examplePeriod } from "./example-call.js";
import { type ExampleProject, exampleParts, exampleProjects } from "./example-projects.js";

/** What an example is played with. */
export interface Stage {
  readonly fund: FundDefinition;
  readonly cast: Examples;
  /** The day on which the examples are made. */
  readonly made: Date;
  /** The services as they are at a moment. */
  at(moment: Date): FundService;
}

/** Cents to divide: enough for three of the example projects, and for a fourth where an objection brings it in. */
const budget = 40_000_000;

/** Makes the draft of a phase's call, and opens it unless that is the phase. */
export async function playCall(stage: Stage, phase: ExamplePhase, callId: string): Promise<void> {
  const { fund, cast, made } = stage;
  const manager = officer(cast, "manager");
  const { opens } = examplePeriod(phase, made);
  const { calls } = stage.at(phase === "draft" ? made : daysBefore(opens, 7));
  const draft = await calls.begin(manager, {
    id: callId,
    fundId: fund.id,
    from: { template: "tender" },
    trial: true,
  });
  const definition = exampleCall(fund, phase, { id: callId, made, budget });
  const changed = await calls.change(manager, callId, {
    definition: definition as never,
    revision: draft.revision,
  });
  if (phase !== "draft") await calls.open(manager, callId, { revision: changed.revision });
}

/** Has the example applicants apply; gives the ids of their applications, in the order of `exampleProjects`. */
export async function playApplications(
  stage: Stage,
  phase: ExamplePhase,
  callId: string,
): Promise<readonly string[]> {
  const { opens, closes } = examplePeriod(phase, stage.made);
  const step = (closes.getTime() - opens.getTime()) / 10;
  const ids: string[] = [];
  for (const [position, project] of exampleProjects.entries()) {
    const moment = new Date(opens.getTime() + step * (position + 1));
    if (moment > stage.made) break;
    // In an open call the last one is still being written.
    const submit = phase !== "open" || position < 2;
    ids.push(await playApplication(stage, callId, project, { position, moment, closes, submit }));
  }
  return ids;
}

async function playApplication(
  stage: Stage,
  callId: string,
  project: ExampleProject,
  { position, moment, closes, submit }: { position: number; moment: Date; closes: Date; submit: boolean },
): Promise<string> {
  const { fund, cast } = stage;
  const { grantApplications: applications } = stage.at(moment);
  const lead = applicant(cast, project.lead);
  const started = await applications.start(
    { callId, organisationId: organisationOf(cast, project.lead) },
    lead,
  );
  const partnerId = project.partner === undefined ? null : organisationOf(cast, project.partner);
  const starts = new Date(closes.getTime() + 100 * 86_400_000);
  const changes = exampleParts(fund, project, { position, starts, partnerId });
  const { revision } = await applications.save(started.id, { revision: started.revision, changes }, lead);
  if (project.partner !== undefined) {
    const partner = applicant(cast, project.partner);
    const { partners } = await applications.view(started.id, partner);
    await applications.answer(started.id, "p1", { answer: "confirmed", part: partners[0]!.part! }, partner);
  }
  if (submit) await applications.submit(started.id, revision, lead);
  return started.id;
}
