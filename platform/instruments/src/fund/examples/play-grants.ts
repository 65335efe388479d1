/** Plays what follows on the decision of an example call: payments, reports, settlement, recovery. */

import type { GrantView } from "../grants/views/grant.js";
import type { FundService } from "../service.js";
import { applicant, type ExampleApplicant, officer } from "./cast.js";
import { daysBefore, type ExamplePhase, examplePeriod } from "./example-call.js";
import { exampleProjects } from "./example-projects.js";
import type { Stage } from "./play-applications.js";

/** An example grant with who leads it. */
interface ExampleGrant {
  readonly applicationId: string;
  readonly lead: ExampleApplicant;
}

const isoDay = (moment: Date) => moment.toISOString().slice(0, 10);

/** The planned costs of a grant, each cell for so many hundredths of the plan. */
function costsOf({ agreement }: GrantView, percent: number) {
  return agreement.costs.map(({ workPackage, participant, category, year, cents }) => ({
    workPackage,
    participant,
    category,
    year,
    cents: Math.floor((cents * percent) / 100),
  }));
}

/** Proposes, approves, orders and confirms what may be paid of a grant now. */
async function pay(
  { grants }: FundService,
  { cast, fund }: Stage,
  applicationId: string,
  wanted: { readonly purpose: "balance" } | { readonly purpose: "advance"; readonly advance: string },
  moment: Date,
): Promise<void> {
  const finance = officer(cast, "finance");
  const grant = await grants.pay(finance, applicationId, wanted);
  const payment = grant.payments.find(({ state }) => state === "proposed")!;
  const second = officer(cast, "secondFinance");
  await grants.judgePayment(second, applicationId, payment.id, { approve: true, words: "" });
  await grants.order(finance, fund.id);
  const euros = `${Math.floor(payment.cents / 100)}.${String(payment.cents % 100).padStart(2, "0")}`;
  const rows = `reference,paid on,amount\n${payment.reference},${isoDay(moment)},${euros}\n`;
  await grants.confirm(fund.id, Buffer.from(rows));
}

/** Pays the advances that are due. */
async function payAdvances(stage: Stage, grant: ExampleGrant, moment: Date): Promise<void> {
  const services = stage.at(moment);
  const view = await services.grants.get(officer(stage.cast, "finance"), grant.applicationId);
  for (const { id, state } of view.advances)
    if (state === "due")
      await pay(services, stage, grant.applicationId, { purpose: "advance", advance: id }, moment);
}

async function report(stage: Stage, grant: ExampleGrant, moment: Date, percent: number): Promise<void> {
  const { grants } = stage.at(moment);
  const lead = applicant(stage.cast, grant.lead);
  const view = await grants.get(lead, grant.applicationId);
  const { reports } = await grants.report(lead, grant.applicationId, {
    until: isoDay(daysBefore(moment, 1)),
    progress: "Het ontwerp is klaar en de proefopstelling draait; de eerste metingen zijn goed.",
    costs: costsOf(view, percent),
  });
  await grants.judgeReport(officer(stage.cast, "manager"), grant.applicationId, reports.at(-1)!.number, {
    accept: true,
    words: "",
  });
}

/** Settles a grant on so many hundredths of its planned costs; what was paid too much is asked back and paid back. */
async function settle(stage: Stage, grant: ExampleGrant, moment: Date, percent: number): Promise<void> {
  const { cast } = stage;
  const lead = applicant(cast, grant.lead);
  const { grants } = stage.at(moment);
  const view = await grants.get(lead, grant.applicationId);
  await grants.requestSettlement(lead, grant.applicationId, {
    statement: "Het project is uitgevoerd zoals afgesproken. De uitkomsten staan in het eindverslag.",
    costs: costsOf(view, percent),
    evidence: view.evidence.map(({ id }) => id as never),
  });
  const later = daysBefore(moment, -30);
  const proposed = await stage
    .at(later)
    .grants.proposeSettlement(officer(cast, "manager"), grant.applicationId, {
      initiative: "recipient",
      reductions: [],
    });
  const proposal = proposed.proposals.find(({ state }) => state === "proposed")!;
  const settled = await stage
    .at(daysBefore(later, -3))
    .grants.decideProposal(officer(cast, "decider"), grant.applicationId, proposal.id, {
      approve: true,
      words: "",
    });
  const paid = daysBefore(later, -20);
  const services = stage.at(paid);
  const difference = (settled.money.settled ?? 0) - settled.money.paid;
  if (difference > 0) await pay(services, stage, grant.applicationId, { purpose: "balance" }, paid);
  const [recovery] = settled.recoveries;
  if (recovery !== undefined)
    await services.grants.receive(officer(cast, "finance"), grant.applicationId, recovery.id, {
      cents: recovery.principalCents,
      receivedOn: isoDay(paid),
    });
}

/** How much of the planned costs was made, in hundredths, per grant. */
const spent = [92, 55, 100] as const;

/**
 * Plays the grants of a call: in the phase `running` advances and a first report, in `settled` all of it.
 * @param applications in the order of `exampleProjects`
 */
export async function playGrants(
  stage: Stage,
  phase: ExamplePhase,
  applications: readonly string[],
): Promise<void> {
  const { closes } = examplePeriod(phase, stage.made);
  const afterClosing = (days: number) => daysBefore(closes, -days);
  const { grants } = stage.at(stage.made);
  const manager = officer(stage.cast, "manager");
  let place = 0;
  for (const [position, applicationId] of applications.entries()) {
    if ((await grants.scope(applicationId)) === null) continue;
    const { lead } = exampleProjects[position]!;
    const grant = { applicationId, lead };
    await payAdvances(stage, grant, afterClosing(105));
    await report(stage, grant, afterClosing(290), 45);
    await payAdvances(stage, grant, afterClosing(300));
    if (phase === "settled") await settle(stage, grant, afterClosing(500), spent[place % spent.length]!);
    else if (place === 0)
      await stage.at(daysBefore(stage.made, 3)).grants.change(applicant(stage.cast, lead), applicationId, {
        reason: "De levering van een onderdeel is vertraagd.",
        ends: isoDay(
          daysBefore(new Date(`${(await grants.get(manager, applicationId)).agreement.ends}T12:00:00Z`), -90),
        ),
      });
    place += 1;
  }
}
