/** The recipient asks for settlement. */
import type { GrantView } from "@voorsprong/server/contract";
import { useId, useState } from "react";
import { FieldGroup } from "../../components/Field.js";
import { useGrantTexts } from "../../i18n/grant.js";
import { useLocalised } from "../../i18n/texts.js";
import { ActionForm } from "./ActionForm.js";
import { CostTable, readCosts } from "./CostTable.js";
import { costsSoFar } from "./ReportForms.js";
import { WordsField } from "./WordsField.js";

/** The form: what was done, real costs where they count, and the evidence. */
export function RequestSettlement({ grant }: { grant: GrantView }) {
  const { settlement: t, needed } = useGrantTexts();
  const l = useLocalised();
  const base = useId();
  const [statement, setStatement] = useState("");
  const [costs, setCosts] = useState(() => costsSoFar(grant));
  const [brought, setBrought] = useState<readonly string[]>([]);
  const [wrong, setWrong] = useState(false);
  const onCosts = grant.agreement.regime === "costs";
  const complete = grant.evidence.every(({ id }) => brought.includes(id));
  return (
    <ActionForm
      applicationId={grant.applicationId}
      title={t.request}
      submit={t.send}
      make={() => {
        const read = onCosts ? readCosts(costs) : [];
        const good = statement.trim() !== "" && complete && read !== null;
        setWrong(!good);
        return good
          ? {
              path: "/settlement-requests",
              body: { statement, costs: read, evidence: brought },
              done: t.sent,
            }
          : null;
      }}
    >
      <WordsField label={t.statement} value={statement} onChange={setStatement} wrong={wrong} />
      {onCosts && (
        <CostTable
          label={t.costs}
          costs={costs}
          onChange={setCosts}
          participants={grant.agreement.participants}
          wrong={wrong}
        />
      )}
      {grant.evidence.length > 0 && (
        <FieldGroup label={t.bring} error={wrong && !complete ? needed : undefined}>
          {() =>
            grant.evidence.map(({ id, text }) => (
              <div key={id} className="option">
                <input
                  id={`${base}-${id}`}
                  type="checkbox"
                  checked={brought.includes(id)}
                  onChange={(event) =>
                    setBrought((all) =>
                      event.target.checked ? [...all, id] : all.filter((each) => each !== id),
                    )
                  }
                />
                <label htmlFor={`${base}-${id}`}>{l(text)}</label>
              </div>
            ))
          }
        </FieldGroup>
      )}
    </ActionForm>
  );
}
