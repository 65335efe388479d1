/** Reviewing applications: who reviews what, how scores of lenient and strict reviewers are compared. */
export {};
