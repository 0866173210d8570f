/** A failure in plain words: the problem, its likely cause, and the next step. */
export type FailureExplanation = { title: string; cause: string; next: string }
