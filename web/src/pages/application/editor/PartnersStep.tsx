/** Partners: who they are, what they do, and asking them to confirm. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { GrantApplicationView } from "@voorsprong/server/contract";
import { applicationPath } from "../../../api/application-queries.js";
import { sendJson } from "../../../api/client.js";
import { Badge } from "../../../components/Badge.js";
import { Button } from "../../../components/Button.js";
import { Field, Input, TextArea } from "../../../components/Field.js";
import { ProblemAlert } from "../../../components/ProblemAlert.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useLanguage } from "../../../i18n/language.js";
import type { DraftKeeper } from "../draft/keeper.js";
import { Choice, freeId, type StepProps, useChange, useSizes, useTags } from "./parts.js";

const KINDS = ["company", "school", "research", "public", "other"] as const;

/** The partners of the application. */
export function PartnersStep({ application, document, fund, keeper }: StepProps) {
  const { partners: t, kind } = useApplicationTexts();
  const change = useChange(keeper);
  const sizes = useSizes();
  const { regions } = useTags(fund);
  const all = document.partners ?? [];
  const put = (at: number, values: object) =>
    change(
      "partners",
      all.map((each, index) => (index === at ? { ...each, ...values } : each)),
    );
  return (
    <div className="stack stack--wide">
      <p>{t.intro}</p>
      {all.map((each, at) => (
        <fieldset key={each.id} className="fields card">
          <legend>{t.one(String(at + 1))}</legend>
          <Field label={t.name}>
            {(control) => (
              <Input
                {...control}
                value={each.name ?? ""}
                maxLength={300}
                onChange={(event) => put(at, { name: event.target.value })}
              />
            )}
          </Field>
          <div className="fields-beside">
            <Choice
              label={t.kind}
              value={each.kind}
              options={KINDS.map((value) => ({ value, label: kind[value] }))}
              onChange={(value) => put(at, { kind: value })}
            />
            <Choice label={t.size} value={each.size} options={sizes} onChange={(size) => put(at, { size })} />
            <Choice
              label={t.region}
              value={each.region}
              options={regions}
              onChange={(region) => put(at, { region })}
            />
          </div>
          <Field label={t.role}>
            {(control) => (
              <TextArea
                {...control}
                rows={3}
                value={each.role ?? ""}
                maxLength={2_000}
                onChange={(event) => put(at, { role: event.target.value })}
              />
            )}
          </Field>
          <Asking application={application} partner={each.id} name={each.name || each.id} keeper={keeper} />
          <div>
            <Button
              purpose="subtle"
              aria-label={t.remove(each.name || t.one(String(at + 1)))}
              onClick={() =>
                change(
                  "partners",
                  all.filter((_, index) => index !== at),
                )
              }
            >
              {t.removeLabel}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button onClick={() => change("partners", [...all, { id: freeId("p", all), country: "NL" }])}>
          {t.add}
        </Button>
      </div>
    </div>
  );
}

/** How a partner stands, and the link to ask it with. */
function Asking(props: {
  application: GrantApplicationView;
  partner: string;
  name: string;
  keeper: DraftKeeper;
}) {
  const { partners: t, partnerState } = useApplicationTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const known = props.application.partners.find(({ partner }) => partner === props.partner);
  const invite = useMutation({
    mutationFn: async () => {
      await props.keeper.flush();
      const path = `${applicationPath(props.application.id)}/partners/${props.partner}/invitation`;
      const made = await sendJson<{ path: string }>("POST", path);
      await queries.invalidateQueries({ queryKey: ["grant-application", props.application.id] });
      return `${location.origin}/${language}${made.path}`;
    },
  });
  return (
    <div className="stack">
      <div className="row">
        <Badge
          kind={known?.state === "confirmed" ? "good" : known?.state === "declined" ? "danger" : "warning"}
        >
          {partnerState[known?.state ?? "invited"]}
        </Badge>
        {known?.organisation && <span>{t.known(known.organisation)}</span>}
        {known?.linkOut && invite.data === undefined && <span className="soft">{t.linkOut}</span>}
      </div>
      {known?.state !== "confirmed" && (
        <div>
          <Button
            aria-label={t.inviteFor(props.name)}
            busy={invite.isPending}
            onClick={() => invite.mutate()}
          >
            {t.invite}
          </Button>
        </div>
      )}
      {invite.isError && <ProblemAlert error={invite.error} />}
      {invite.data !== undefined && (
        <Field label={t.link} hint={t.linkHint}>
          {(control) => (
            <Input {...control} readOnly value={invite.data} onFocus={(event) => event.target.select()} />
          )}
        </Field>
      )}
    </div>
  );
}
