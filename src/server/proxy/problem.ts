import { parseEnvelope } from './envelope.ts'

/** The failure of a call the server made itself: HTTP status, and code and message of the first error. */
export type Problem = { status: number | null; code: number | null; message: string }

export async function toProblem(answer: Response): Promise<Problem> {
  const error = parseEnvelope(await answer.text())?.errors?.[0]
  return { status: answer.status, code: error?.code ?? null, message: error?.message || `HTTP ${answer.status}` }
}

/** The API answered with a success in an unknown format. */
export const unknownForm = (answer: Response, what: string): Problem => ({
  status: answer.status,
  code: null,
  message: `The API sent a ${what} in an unknown format.`,
})
