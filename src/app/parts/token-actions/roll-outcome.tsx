import { Time } from '#app/ui/time.tsx'
import { looksRolled } from '#domain/token/outcome.ts'
import type { Token } from '#domain/token/token.ts'

type RollOutcomeProps = {
  /** The token right before the roll; `null`: not known. */
  before: Pick<Token, 'modifiedOn'> | null
  /** `null`: it does not exist. */
  found: Token | null
}

/** What a look at a token says about a roll without an answer. */
export function RollOutcome({ before, found }: RollOutcomeProps) {
  if (!found) return <p>This token no longer exists.</p>
  const isRolled = looksRolled(before, found)
  if (isRolled === null) {
    return (
      <p>
        <b>We can’t tell from the token whether its secret was rolled.</b> Verify the old secret: if it still works, it
        wasn’t.
      </p>
    )
  }
  return isRolled ? (
    <p>
      <b>
        It was modified on <Time value={found.modifiedOn} missing="" format="date-time" />,
      </b>{' '}
      so the secret was probably rolled, but we never received the new one. Roll again.
    </p>
  ) : (
    <p>
      <b>Cloudflare shows no change to the token so far,</b> so the old secret probably still works. A change may show
      late: check again in a moment before you roll it again.
    </p>
  )
}
