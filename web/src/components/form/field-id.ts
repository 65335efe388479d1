/** Where the fields of a form are in the page, so that an error can lead to its field. */

/** The place of an error in a form. */
export interface FieldPlace {
  readonly question: string;
  readonly row?: number;
  readonly column?: string;
}

/** The id of the control of a question, or of one cell of a table. */
export function fieldId({ question, row, column }: FieldPlace): string {
  return ["question", question, row, column].filter((part) => part !== undefined).join("-");
}
