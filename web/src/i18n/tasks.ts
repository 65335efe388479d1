/** The texts of the list of running terms, in both languages. */
import { tasks as en } from "./en/tasks.js";
import { tasks as nl } from "./nl/tasks.js";
import { useTexts } from "./texts.js";

/** The texts of running terms in the language of the page. */
export function useTaskTexts() {
  return useTexts<typeof nl>({ nl, en });
}
