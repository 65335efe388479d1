/** What a blind reviewer gets of an application: built from what may be seen, so that the rest is really absent. */
import type {
  Answer,
  Answers,
  ApplicationContent,
  CostLine,
  FundingLine,
  Row,
  WorkPackage,
} from "./definition/application-content.js";
import type { CallDefinition } from "./definition/call-definition.js";
import type { Attachment, Question } from "./definition/question.js";
import { kindOf } from "./form/kinds.js";
import { visibleQuestions } from "./form/visible.js";

/** An application without names: the parties are `lead` and `partner-1`, `partner-2`, … in the order of the application. */
export interface BlindApplication {
  readonly title: string | null;
  readonly summary: string | null;
  readonly project: NonNullable<ApplicationContent["project"]>;
  readonly lead: { readonly kind: string | null; readonly size: string | null };
  readonly partners: readonly {
    readonly id: string;
    readonly kind: string | null;
    readonly size: string | null;
  }[];
  readonly answers: Answers;
  readonly workPackages: readonly WorkPackage[];
  readonly costs: readonly CostLine[];
  readonly funding: readonly Omit<FundingLine, "source">[];
  readonly requested: Readonly<Record<string, number>>;
}

/** An answer as the list or file that its question asks for; what a draft holds otherwise is shown to nobody. */
const listed = <T>(answer: Answer): readonly T[] =>
  Array.isArray(answer) ? answer.filter((each) => typeof each === "object" && each !== null) : [];

const isFile = (answer: unknown): answer is Attachment =>
  typeof answer === "object" && answer !== null && typeof (answer as Partial<Attachment>).name === "string";

const extension = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0]?.toLowerCase() ?? "";

/** A file under a neutral name: a file name often holds who wrote it. */
function blindFile(question: Question, file: Attachment, place: number | null): Attachment {
  const number = place === null ? "" : `-${place + 1}`;
  return {
    id: file.id,
    name: `${question.id}${number}${extension(file.name)}`,
    mediaType: file.mediaType,
    bytes: file.bytes,
    sha256: file.sha256,
  };
}

function blindAnswer(question: Question, answer: Answer): Answer {
  switch (kindOf(question.schema)) {
    case "attachment":
      return isFile(answer) ? blindFile(question, answer, null) : null;
    case "attachments":
      return listed(answer)
        .filter(isFile)
        .map((file, place) => blindFile(question, file, place));
    case "table": {
      const shown = (question.columns ?? [])
        .filter(({ identifying, personal }) => identifying !== true && personal !== true)
        .map(({ id }) => id);
      return listed<Row>(answer).map((row) =>
        Object.fromEntries(shown.filter((id) => Object.hasOwn(row, id)).map((id) => [id, row[id] ?? null])),
      );
    }
    default:
      return answer;
  }
}

/** The questions whose answers a blind reviewer may see. */
function shownQuestions(call: CallDefinition, application: ApplicationContent): readonly Question[] {
  return visibleQuestions(call, application)
    .map(({ question }) => question)
    .filter(({ personal, identifying }) => personal !== true && identifying !== true);
}

/**
 * The application without identifying and personal answers and columns, without names of organisations, sources of
 * other money and file names. Title, summary and texts are as the applicant wrote them: the form has to ask not to
 * write names there.
 */
export function blindOf(call: CallDefinition, application: ApplicationContent): BlindApplication {
  const alias = new Map((application.partners ?? []).map(({ id }, place) => [id, `partner-${place + 1}`]));
  const answers = shownQuestions(call, application).flatMap((question) => {
    const answer = application.answers?.[question.id];
    return answer === undefined || answer === null
      ? []
      : [[question.id, blindAnswer(question, answer)] as const];
  });
  const { lead, project } = application;
  return {
    title: application.title ?? null,
    summary: application.summary ?? null,
    project: {
      theme: project?.theme ?? null,
      region: project?.region ?? null,
      start: project?.start ?? null,
      end: project?.end ?? null,
    },
    lead: { kind: lead?.kind ?? null, size: lead?.size ?? null },
    partners: (application.partners ?? []).map(({ id, kind, size }) => ({
      id: alias.get(id) as string,
      kind: kind ?? null,
      size: size ?? null,
    })),
    answers: Object.fromEntries(answers),
    workPackages: (application.workPackages ?? []).map(({ id, title, description, category, reason }) => ({
      id,
      title: title ?? null,
      description: description ?? null,
      category: category ?? null,
      reason: reason ?? null,
    })),
    costs: (application.costs ?? []).map(({ workPackage, partner, year, category, cents }) => ({
      workPackage: workPackage ?? null,
      partner: partner === null || partner === undefined ? null : (alias.get(partner) ?? null),
      year: year ?? null,
      category: category ?? null,
      cents: cents ?? null,
    })),
    funding: (application.funding ?? []).map(({ kind, cents }) => ({
      kind: kind ?? null,
      cents: cents ?? null,
    })),
    requested: Object.fromEntries(
      Object.entries(application.requested ?? {}).filter(
        (entry): entry is [string, number] => typeof entry[1] === "number",
      ),
    ),
  };
}

/** The ids of the files that a blind reviewer may open. */
export function blindAttachments(call: CallDefinition, application: ApplicationContent): readonly string[] {
  return shownQuestions(call, application).flatMap((question) => {
    const answer = application.answers?.[question.id];
    if (answer === undefined || answer === null) return [];
    const kind = kindOf(question.schema);
    const files = kind === "attachment" ? [answer] : kind === "attachments" ? listed(answer) : [];
    return files.filter(isFile).map(({ id }) => id);
  });
}
