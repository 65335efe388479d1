/** The errors of the call that is being made, at the fields they belong to. */
import type { CallError } from "@voorsprong/call-form";
import { createContext, type ReactNode, use } from "react";
import { useLocalised } from "../../../i18n/texts.js";

const Context = createContext<readonly CallError[]>([]);

/** Gives the errors to every field inside. */
export function ErrorsProvider({ errors, children }: { errors: readonly CallError[]; children: ReactNode }) {
  return <Context value={errors}>{children}</Context>;
}

/** Every error at or below a pointer. */
export function useErrorsBelow(pointer: string): readonly CallError[] {
  return use(Context).filter((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`));
}

/** What is wrong exactly at a pointer, in words. */
export function useErrorAt(pointer: string): string | undefined {
  const l = useLocalised();
  const found = use(Context).find((error) => error.pointer === pointer);
  return found === undefined ? undefined : l(found.text);
}
