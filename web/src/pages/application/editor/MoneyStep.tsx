/** What is asked, and money from others. */
import type { Column, TableSchema } from "@voorsprong/call-form";
import { Alert } from "../../../components/Alert.js";
import { Button } from "../../../components/Button.js";
import { Field } from "../../../components/Field.js";
import { TableField } from "../../../components/form/TableField.js";
import { MoneyInput } from "../../../components/form/TypedInput.js";
import { useApplicationTexts } from "../../../i18n/application.js";
import { useFormat } from "../../../i18n/format.js";
import { type StepProps, useChange, usePartyName } from "./parts.js";
import { Warnings } from "./Warnings.js";

const KINDS = ["state-aid", "de-minimis", "union", "private"] as const;
const same = (text: string) => ({ nl: text, en: text });

/** @param most the grant as it was computed, in cents; null when there is none
 * @param revision of the draft as it was last saved */
export function MoneyStep({
  call,
  document,
  keeper,
  most,
  application,
  revision,
}: StepProps & { most: number | null; revision: number }) {
  const { money: t, costs } = useApplicationTexts();
  const f = useFormat();
  const change = useChange(keeper);
  const nameOf = usePartyName(document);
  const requested = document.requested ?? {};
  const total = Object.values(requested).reduce<number>(
    (sum, cents) => sum + (typeof cents === "number" ? cents : 0),
    0,
  );
  const parties = ["lead", ...(document.partners ?? []).map(({ id }) => id)];
  const schema: TableSchema = {
    type: "array",
    maxItems: 100,
    items: {
      type: "object",
      additionalProperties: false,
      properties: {
        source: { type: "string", maxLength: 300 },
        kind: { type: "string", enum: KINDS },
        partner: { type: "string", enum: parties },
        cents: { type: "integer", format: "money", minimum: 0 },
        allowed: { type: "number", minimum: 0, maximum: 100 },
      },
    },
  };
  const columns: readonly Column[] = [
    { id: "source", title: same(t.source) },
    {
      id: "kind",
      title: same(t.kind),
      labels: Object.fromEntries(KINDS.map((kind) => [kind, same(t.kinds[kind])])),
    },
    {
      id: "partner",
      title: same(costs.partner),
      labels: Object.fromEntries(parties.map((id) => [id, same(nameOf(id))])),
    },
    { id: "cents", title: same(costs.cents), total: true },
    { id: "allowed", title: same(t.allowed) },
  ];
  return (
    <div className="stack stack--wide">
      <p>{t.intro}</p>
      <div className="stack">
        {call.budgets.map(({ id }) => (
          <Field key={id} label={t.requested(id)}>
            {(control) => (
              <MoneyInput
                control={control}
                value={requested[id]}
                onChange={(cents) => change("requested", { ...requested, [id]: cents })}
              />
            )}
          </Field>
        ))}
        <p>
          <strong>{t.total(f.money(total))}</strong> {most !== null && t.most(f.money(most))}
        </p>
        {most !== null && total > most && <Alert kind="warning">{t.above}</Alert>}
        <Warnings application={application} revision={revision} />
        {most !== null && most > 0 && total !== most && call.budgets.length === 1 && (
          <div>
            <Button onClick={() => change("requested", { [call.budgets[0]!.id]: most })}>{t.fill}</Button>
          </div>
        )}
      </div>
      <div className="stack">
        <h3>{t.funding}</h3>
        <TableField
          question="funding"
          caption={t.caption}
          schema={schema}
          columns={columns}
          rows={(document.funding ?? []).map((line) => ({
            source: line.source ?? "",
            kind: line.kind ?? null,
            partner: line.partner ?? "lead",
            cents: line.cents ?? null,
            allowed: typeof line.allowed === "number" ? line.allowed / 100 : null,
          }))}
          errors={[]}
          onChange={(rows) =>
            change(
              "funding",
              rows.map(({ source, kind, partner, cents, allowed }) => ({
                source: source ?? "",
                kind: kind ?? null,
                partner: partner === "lead" ? null : (partner ?? null),
                cents: cents ?? null,
                allowed:
                  typeof allowed === "number" ? Math.round(Math.min(100, Math.max(0, allowed)) * 100) : null,
              })),
            )
          }
        />
      </div>
    </div>
  );
}
