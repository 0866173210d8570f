import { chosenBody, chosenForCreate, type Choice } from '#app/parts/imported-choice.tsx'
import type { TakenOut } from '#domain/token-json/take-out-token.ts'

/** What a text is called that holds tokens and is no request body itself. */
export const SOURCES: Record<TakenOut['from'], string> = {
  answer: 'an API response',
  export: 'an export of tokens',
  terraform: 'Terraform or Pulumi code',
  curl: 'a curl command',
  http: 'a log of HTTP requests',
}

type Target = {
  accountId: string
  /** A new token takes neither a status nor an expiry that has passed. */
  isNew: boolean
  now: number
}

/** The chosen token as the text of a request body, and in words what it is without. */
export function convertTaken(taken: TakenOut, choice: Choice, { accountId, isNew, now }: Target) {
  const forNew = isNew ? chosenForCreate(taken, choice, accountId, now) : null
  const body = forNew?.body ?? chosenBody(taken, choice, accountId)
  const leftOut = taken.tokens[choice.index]?.leftOut ?? taken.leftOut
  return {
    text: JSON.stringify(body, null, 2),
    dropped: [
      ...(forNew?.dropped ?? []),
      ...(leftOut.length > 0 ? [`Left out because Cloudflare sets it: ${leftOut.join(', ')}.`] : []),
    ],
  }
}
