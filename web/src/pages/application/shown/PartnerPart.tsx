/** The part of an application that a partner sees, and its answer. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FundView, GrantApplicationView } from "@voorsprong/server/contract";
import { applicationPath, grantApplicationQuery } from "../../../api/application-queries.js";
import { sendJson } from "../../../api/client.js";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Section } from "../../../components/Page.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { CostsContent, PackagesContent, ProjectContent } from "./Content.js";

/** What concerns the partner, with the buttons to confirm or decline. */
export function PartnerPart(props: { application: GrantApplicationView; fund: FundView | undefined }) {
  const { application, fund } = props;
  const { part: t } = useApplicationTexts();
  const { document } = application;
  if (document === null) return null;
  return (
    <div className="stack stack--wide">
      {application.partners.map((partner) => (
        <PartnerAnswer key={partner.partner} application={application} partner={partner} />
      ))}
      {(document.partners ?? []).map(({ id, name, role }) => (
        <Section key={id} title={`${t.role}: ${name ?? id}`}>
          <p>{role || "–"}</p>
        </Section>
      ))}
      <ProjectContent document={document} fund={fund} />
      <PackagesContent document={document} />
      <CostsContent document={document} />
    </div>
  );
}

function PartnerAnswer(props: {
  application: GrantApplicationView;
  partner: GrantApplicationView["partners"][number];
}) {
  const { application, partner } = props;
  const { part: t } = useApplicationTexts();
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: (given: "confirmed" | "declined") =>
      sendJson<undefined>(
        "POST",
        `${applicationPath(application.id)}/partners/${partner.partner}/confirmation`,
        {
          answer: given,
          part: partner.part,
        },
      ),
    onSettled: (_data, _error, given) =>
      given === "confirmed" ? queries.invalidateQueries(grantApplicationQuery(application.id)) : undefined,
  });
  if (answer.isSuccess && answer.variables === "declined") return <Alert kind="info">{t.declined}</Alert>;
  if (partner.state === "confirmed") return <Alert kind="good">{t.confirmed}</Alert>;
  if (!application.can.confirm) return null;
  return (
    <Alert kind="info">
      <p>{t.waiting}</p>
      {answer.isError && <ProblemAlert error={answer.error} />}
      <div className="row">
        <Button purpose="primary" busy={answer.isPending} onClick={() => answer.mutate("confirmed")}>
          {t.confirm}
        </Button>
        <Button busy={answer.isPending} onClick={() => answer.mutate("declined")}>
          {t.decline}
        </Button>
      </div>
    </Alert>
  );
}
