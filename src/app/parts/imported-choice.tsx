import { Checkbox } from '#app/ui/checkbox.tsx'
import { forCreate, type ForCreate } from '#domain/token-json/for-create.ts'
import { forAccount, type ImportedToken, type ImportedTokens } from '#domain/token-json/read-export.ts'
import { count } from '#domain/text/plural.ts'
import { TokenName } from './token-name.tsx'
import { useAccountId } from './use-account-id.ts'
import { VirtualList } from './virtual-list.tsx'
import styles from './imported-choice.module.css'

/** Which of the tokens that were found is taken, and whether it is to be one of this account. */
export type Choice = { index: number; isMoved: boolean }

export const FIRST_CHOICE: Choice = { index: 0, isMoved: true }

type ImportedChoiceProps = {
  found: ImportedTokens
  choice: Choice
  onChoice: (choice: Choice) => void
  /** What a new token is without. */
  dropped: string[]
}

/** The tokens found in a text: which one to take, what of it is left behind, and whether it moves to this account. */
export function ImportedChoice({ found, choice, onChoice, dropped }: ImportedChoiceProps) {
  const accountId = useAccountId()
  const { tokens, notes } = found
  const token = chosenToken(found, choice)
  const from = token && originOf(token, accountId)

  return (
    <div className={`stack ${styles.choice}`}>
      {tokens.length === 1 && token && (
        <p role="status">
          Found{' '}
          <b>
            <TokenName name={token.name} />
          </b>
          .
        </p>
      )}
      {tokens.length > 1 && (
        <>
          <p role="status">{count(tokens.length, 'token')} found. Choose one.</p>
          <VirtualList
            label="Tokens in the file"
            items={tokens.map((one, index) => ({ ...one, index }))}
            keyOf={({ index }) => String(index)}
          >
            {({ name, place, index }) => (
              <label className={styles.token}>
                <input
                  type="radio"
                  name="imported"
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
          label="Change resources to this account"
          hint={`They’re in account ${from}.`}
          checked={choice.isMoved}
          onChange={(event) => onChoice({ ...choice, isMoved: event.target.checked })}
        />
      )}
    </div>
  )
}

const chosenToken = ({ tokens }: ImportedTokens, { index }: Choice): ImportedToken | undefined =>
  tokens[index] ?? tokens[0]

const originOf = ({ accountId: from }: ImportedToken, accountId: string): string | null =>
  from !== null && from !== accountId ? from : null

/** The chosen token as the body of a create. */
export function chosenForCreate(
  found: ImportedTokens,
  choice: Choice,
  accountId: string,
  now: number,
): ForCreate | null {
  const body = chosenBody(found, choice, accountId)
  return body && forCreate(body, now)
}

/** The chosen token as the body of a request, for this account where that is wanted. */
export function chosenBody(found: ImportedTokens, choice: Choice, accountId: string): Record<string, unknown> | null {
  const token = chosenToken(found, choice)
  if (!token) return null
  const from = originOf(token, accountId)
  return from && choice.isMoved ? forAccount(token.body, from, accountId) : token.body
}
