import type { ApiFailure } from '#app/api/errors.ts'
import { explainFailure } from '#app/parts/explain-failure.ts'

/** "Refused: Invalid token name (1001)". `sent`: the body of the request, which some refusals are about. */
export const sayFailure = (failure: ApiFailure, sent?: Record<string, unknown>): string => {
  const said = failure.problems
    .flatMap(({ code, message, chain }) => [{ code, message }, ...chain])
    .map(({ code, message }) => (code === 0 ? message : `${message} (${code})`))
    .join('; ')
  return `${explainFailure(failure, sent).title}${said && `: ${said}`}`
}
