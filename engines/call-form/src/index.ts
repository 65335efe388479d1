/** The form of a call: questions, conditions, eligibility rules with their reasons. */
export {};
