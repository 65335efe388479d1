/** The fund manager proposes a settlement, and sees what it comes to before it is sent. */
import { useMutation } from "@tanstack/react-query";
import type { GrantView, NewSettlement, SettlementOutcome } from "@voorsprong/server/contract";
import { useRef, useState } from "react";
import { sendJson } from "../../api/client.js";
import { Button } from "../../components/Button.js";
import { Field, Select } from "../../components/Field.js";
import { ProblemAlert } from "../../components/ProblemAlert.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { ActionForm } from "./ActionForm.js";
import { Lines } from "./Lines.js";
import { ReductionFields, readReduction, type TypedReduction } from "./ReductionFields.js";
import { OutcomeFigures } from "./SettlementSection.js";
import { useCostName } from "./use-cost-name.js";

/** The form with its preview; the figures come from the service. */
export function ProposeSettlement({ grant }: { grant: GrantView }) {
  const { settlement: t } = useGrantTexts();
  const named = useCostName();
  const nextKey = useRef(1);
  const [initiative, setInitiative] = useState<NewSettlement["initiative"]>(
    grant.settlementRequest === null ? "authority" : "recipient",
  );
  const [reductions, setReductions] = useState<readonly TypedReduction[]>([]);
  const [wrong, setWrong] = useState(false);
  const preview = useMutation({
    mutationFn: (wanted: NewSettlement) =>
      sendJson<SettlementOutcome>("POST", `/grants/${grant.applicationId}/settlement-previews`, wanted),
  });
  const claimed =
    grant.settlementRequest?.costs ??
    grant.reports.findLast(({ state }) => state !== "returned")?.costs ??
    [];
  const costs =
    grant.agreement.regime === "costs"
      ? claimed.map((cost) => ({
          id: [cost.workPackage, cost.participant, cost.category, cost.year]
            .filter((part) => part !== "")
            .join("/"),
          name: named(cost, grant.agreement.participants),
        }))
      : [];
  const wanted = (): NewSettlement | null => {
    const read = reductions.map(readReduction);
    const good = read.every((reduction) => reduction !== null);
    setWrong(!good);
    return good ? { initiative, reductions: read } : null;
  };
  return (
    <ActionForm
      applicationId={grant.applicationId}
      title={t.propose}
      submit={t.sendProposal}
      make={() => {
        const body = wanted();
        return body && { path: "/settlement-proposals", body, done: t.proposed };
      }}
    >
      <Field label={t.initiativeLabel}>
        {(control) => (
          <Select
            control={control}
            value={initiative}
            onChange={(value) => setInitiative(value as NewSettlement["initiative"])}
            options={[
              {
                value: "recipient",
                label: t.initiative.recipient,
                disabled: grant.settlementRequest === null,
              },
              { value: "authority", label: t.initiative.authority },
            ]}
          />
        )}
      </Field>
      <h4>{t.reductions}</h4>
      {reductions.map((reduction, at) => (
        <ReductionFields
          key={reduction.key}
          number={at + 1}
          reduction={reduction}
          costs={costs}
          wrong={wrong}
          onChange={(changed) => setReductions((all) => all.with(at, changed))}
          onRemove={() => setReductions((all) => all.filter(({ key }) => key !== reduction.key))}
        />
      ))}
      <div className="row">
        <Button
          onClick={() => {
            const key = nextKey.current++;
            setReductions((all) => [
              ...all,
              { key, kind: "share", cost: "", ground: "4:46(2)(a)", amount: null, percent: null, reason: "" },
            ]);
          }}
        >
          {t.addReduction}
        </Button>
        <Button
          busy={preview.isPending}
          onClick={() => {
            const made = wanted();
            if (made !== null) preview.mutate(made);
          }}
        >
          {t.preview}
        </Button>
      </div>
      {preview.isError && <ProblemAlert error={preview.error} />}
      {preview.data !== undefined && (
        <div className="stack" role="status">
          <h4>{t.previewTitle}</h4>
          <OutcomeFigures outcome={preview.data} />
          <Lines lines={preview.data.lines} caption={t.arithmetic} />
        </div>
      )}
    </ActionForm>
  );
}
