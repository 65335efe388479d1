/**
 * What is valid in a file that is not valid as a whole. Rules between files run on this, so that one mistyped amount
 * does not hide a reference to a fund that does not exist.
 */
import * as z from "zod";
import type { Moment, Quantity } from "../vocabulary.js";

type Leaf = string | number | boolean | Quantity | Moment;

/**
 * `T` as far as it could be read. A field that is absent is no key; a field that is there but broken is a key with
 * the value undefined, see {@link broken}.
 */
export type Lenient<T> =
  | undefined
  | (T extends Leaf
      ? T
      : T extends readonly (infer Item)[]
        ? readonly Lenient<Item>[]
        : T extends object
          ? { readonly [Key in keyof T]?: Lenient<T[Key]> }
          : T);

/** Whether a field is written but could not be read: nothing may be concluded from its absence. */
export function broken<T extends object>(value: T, field: keyof T): boolean {
  return field in value && value[field] === undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function read(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional)
    return read(schema.unwrap(), value);
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const key = schema.def.discriminator;
    const options = schema.options as readonly z.ZodObject[];
    const kind = isRecord(value) ? value[key] : undefined;
    const option = options.find((each) => each.shape[key]?.safeParse(kind).success);
    return option === undefined ? undefined : read(option, value);
  }
  if (schema instanceof z.ZodObject) {
    if (!isRecord(value)) return undefined;
    const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
    return Object.fromEntries(
      fields
        // A default counts as written: its value is known without the key.
        .filter(([key, field]) => Object.hasOwn(value, key) || field instanceof z.ZodDefault)
        .map(([key, field]) => [key, read(field, Object.hasOwn(value, key) ? value[key] : undefined)]),
    );
  }
  if (schema instanceof z.ZodArray) {
    const element = schema.element as z.core.$ZodType;
    return Array.isArray(value) ? value.map((item) => read(element, item)) : undefined;
  }
  const result = z.safeParse(schema, value);
  return result.success ? result.data : undefined;
}

/** Reads what is valid of `value`. */
export function readLenient<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Lenient<z.output<Schema>> {
  return read(schema, value) as Lenient<z.output<Schema>>;
}
