import { parseEnvelope } from './envelope.ts'

/** What went wrong when the server asked on its own behalf: HTTP status, the first error's code and words. */
export type Problem = { status: number | null; code: number | null; message: string }

export async function toProblem(answer: Response): Promise<Problem> {
  const error = parseEnvelope(await answer.text())?.errors?.[0]
  return { status: answer.status, code: error?.code ?? null, message: error?.message || `HTTP ${answer.status}` }
}

/** The API answered well, but not in a form that can be read. */
export const unknownForm = (answer: Response, what: string): Problem => ({
  status: answer.status,
  code: null,
  message: `The API sent a ${what} in a form that is not known here.`,
})
