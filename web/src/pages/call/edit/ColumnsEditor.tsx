/** The columns of a table question. */
import { type CellSchema, type Column, kindOf, type Question, type TableSchema } from "@voorsprong/call-form";
import { Button } from "../../../components/Button.js";
import { useCallTexts } from "../../../i18n/call.js";
import { useCallEditTexts } from "../../../i18n/call-edit.js";
import { useLocalised } from "../../../i18n/texts.js";
import { blankCell, CELL_KINDS, withColumn, withColumns } from "./blank.js";
import { useErrorAt } from "./errors.js";
import { CheckField, ChoiceField, LocalisedField } from "./Fields.js";
import { ListEditor } from "./ListEditor.js";

type CellKind = (typeof CELL_KINDS)[number];

/** The list of columns. */
export function ColumnsEditor({
  question,
  at,
  onChange,
}: {
  question: Question;
  at: string;
  onChange: (question: Question) => void;
}) {
  const { columns: t } = useCallEditTexts();
  const l = useLocalised();
  const error = useErrorAt(`${at}/columns`);
  const schema = question.schema as TableSchema;
  const { properties, required = [] } = schema.items;
  const columns = question.columns ?? [];
  function setCell(id: string, cell: CellSchema) {
    // A total needs numbers: it goes when the kind no longer has them.
    const summed = kindOf(cell) === "money" || kindOf(cell) === "number";
    const kept = columns.map((column) => {
      const { total, ...rest } = column;
      return column.id === id && !summed ? rest : { ...rest, ...(total && { total }) };
    });
    onChange(withColumns(question, kept, { ...properties, [id]: cell }));
  }
  function setRequired(id: string, yes: boolean) {
    const others = required.filter((each) => each !== id);
    const items = { ...schema.items, required: yes ? [...others, id] : others };
    onChange({ ...question, schema: { ...schema, items } });
  }
  return (
    <div className="stack">
      <h4>{t.title}</h4>
      {error && <p className="field__error">{error}</p>}
      <ListEditor
        small
        label={t.title}
        items={columns}
        nameOf={({ id, title }) => l(title) || id}
        addLabel={t.add}
        onChange={(next) => onChange(withColumns(question, next, properties))}
      >
        {(column, index, change) => (
          <ColumnFields
            column={column}
            at={`${at}/columns/${index}`}
            cell={properties[column.id]}
            required={required.includes(column.id)}
            onColumn={change}
            onCell={(cell) => setCell(column.id, cell)}
            onRequired={(yes) => setRequired(column.id, yes)}
          />
        )}
      </ListEditor>
      <div>
        <Button onClick={() => onChange(withColumn(question))}>{t.add}</Button>
      </div>
    </div>
  );
}

function ColumnFields(props: {
  column: Column;
  at: string;
  cell: CellSchema | undefined;
  required: boolean;
  onColumn: (column: Column) => void;
  onCell: (cell: CellSchema) => void;
  onRequired: (required: boolean) => void;
}) {
  const { column, at, cell } = props;
  const { columns: t } = useCallEditTexts();
  const { form: words } = useCallTexts();
  const kind = cell === undefined ? "text" : kindOf(cell);
  const offered = (CELL_KINDS as readonly string[]).includes(kind)
    ? CELL_KINDS
    : ([...CELL_KINDS, kind] as const);
  const mark = (key: "total" | "identifying" | "personal", yes: boolean) => {
    const { [key]: _, ...rest } = column;
    props.onColumn((yes ? { ...rest, [key]: true } : rest) as Column);
  };
  return (
    <>
      <LocalisedField
        label={t.name}
        at={`${at}/title`}
        value={column.title}
        onChange={(title) => title && props.onColumn({ ...column, title })}
      />
      <ChoiceField
        label={t.kind}
        at={`${at}/kind`}
        value={kind}
        onChange={(next) => props.onCell(blankCell(next as CellKind))}
        options={offered.map((value) => ({ value, label: words.kind[value] }))}
      />
      <div className="options--beside">
        <CheckField
          label={t.required}
          at={`${at}/required`}
          value={props.required}
          onChange={props.onRequired}
        />
        {(kind === "money" || kind === "number") && (
          <CheckField
            label={t.total}
            at={`${at}/total`}
            value={column.total === true}
            onChange={(yes) => mark("total", yes)}
          />
        )}
        <CheckField
          label={t.identifying}
          at={`${at}/identifying`}
          value={column.identifying === true}
          onChange={(yes) => mark("identifying", yes)}
        />
      </div>
    </>
  );
}
