import { Checkbox } from '#app/ui/checkbox.tsx'
import { forCreate, type ForCreate } from '#domain/token-json/for-create.ts'
import { forAccount, type BroughtToken, type BroughtTokens } from '#domain/token-json/read-export.ts'
import { TokenName } from './token-name.tsx'
import { VirtualList } from './virtual-list.tsx'
import styles from './brought-choice.module.css'

/** Which of the tokens that were found is taken, and whether it is to be one of this account. */
export type Choice = { index: number; isMoved: boolean }

export const FIRST_CHOICE: Choice = { index: 0, isMoved: true }

type BroughtChoiceProps = {
  found: BroughtTokens
  accountId: string
  choice: Choice
  onChoice: (choice: Choice) => void
  /** What a new token is without. */
  dropped: string[]
}

/** The tokens found in a text: which one to take, what of it is left behind, and whether it moves to this account. */
export function BroughtChoice({ found, accountId, choice, onChoice, dropped }: BroughtChoiceProps) {
  const { tokens, notes } = found
  const token = chosenToken(found, choice)
  const from = token && originOf(token, accountId)

  return (
    <div className={styles.choice}>
      {tokens.length === 1 && token && (
        <p role="status">
          Found the token{' '}
          <b>
            <TokenName name={token.name} />
          </b>
          .
        </p>
      )}
      {tokens.length > 1 && (
        <>
          <p role="status">Found {tokens.length} tokens. Choose the one to open.</p>
          <VirtualList
            label="Tokens in the file"
            items={tokens.map((one, index) => ({ ...one, index }))}
            keyOf={({ index }) => String(index)}
          >
            {({ name, place, index }) => (
              <label className={styles.token}>
                <input
                  type="radio"
                  name="brought"
                  checked={index === choice.index}
                  onChange={() => onChoice({ ...choice, index })}
                />
                <TokenName name={name} />
                {place && <code>{place}</code>}
              </label>
            )}
          </VirtualList>
        </>
      )}
      {[...notes, ...dropped].map((note) => (
        <p key={note} role="status" className={styles.note}>
          {note}
        </p>
      ))}
      {from && (
        <Checkbox
          label="Make it a token of this account"
          hint={`Its resources name the account ${from}.`}
          checked={choice.isMoved}
          onChange={(event) => onChoice({ ...choice, isMoved: event.target.checked })}
        />
      )}
    </div>
  )
}

const chosenToken = ({ tokens }: BroughtTokens, { index }: Choice): BroughtToken | undefined =>
  tokens[index] ?? tokens[0]

const originOf = ({ accountId: from }: BroughtToken, accountId: string): string | null =>
  from !== null && from !== accountId ? from : null

/** The chosen token as the body of a create. */
export function chosenForCreate(
  found: BroughtTokens,
  choice: Choice,
  accountId: string,
  now: number,
): ForCreate | null {
  const body = chosenBody(found, choice, accountId)
  return body && forCreate(body, now)
}

/** The chosen token as the body of a request, for this account where that is wanted. */
export function chosenBody(found: BroughtTokens, choice: Choice, accountId: string): Record<string, unknown> | null {
  const token = chosenToken(found, choice)
  if (!token) return null
  const from = originOf(token, accountId)
  return from && choice.isMoved ? forAccount(token.body, from, accountId) : token.body
}
