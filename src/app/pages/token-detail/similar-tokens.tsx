import { FailureNote } from '#app/parts/failure-note.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useInventory } from '#app/queries/inventory.ts'
import { Button } from '#app/ui/button.tsx'
import { isPartial } from '#domain/inventory/inventory.ts'
import { similarTokens, type SimilarToken } from '#domain/inventory/similar.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { nameInText } from '#domain/token/name.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-detail.module.css'

const MOST_SHOWN = 5

type SimilarTokensProps = { token: Token; isWanted: boolean; onWanted: () => void }

/**
 * Tokens with much of the same access. It looks through the tokens that another page has loaded; all of them are loaded
 * only when the user asks for it.
 */
export function SimilarTokens({ token, isWanted, onWanted }: SimilarTokensProps) {
  const accountId = useAccountId()
  const { inventory, activity, resume } = useInventory(accountId, isWanted)
  const { tokens, totalCount } = inventory
  const isReading = activity.kind === 'reading' || (isWanted && activity.kind === 'idle' && isPartial(inventory))
  const similar = similarTokens(token, tokens, accountId, MOST_SHOWN)

  return (
    <>
      {similar.length > 0 && (
        <ul className={styles.similar}>
          {similar.map((one) => (
            <li key={one.token.id}>
              <Link href={paths.token(accountId, one.token.id)}>
                <TokenName name={one.token.name} />
              </Link>
              <span className={styles.hint}>
                {comparison(one)}
                {'. '}
                <Link
                  href={paths.access(accountId, { a: token.id, b: one.token.id })}
                  aria-label={`Compare with ${nameInText(one.token)}`}
                >
                  Compare
                </Link>
              </span>
            </li>
          ))}
        </ul>
      )}
      {activity.kind === 'failed' ? (
        <FailureNote
          failure={activity.failure}
          title="Couldn’t load all tokens"
          retry={{ isFetching: false, refetch: resume }}
        />
      ) : isReading ? (
        <p className={styles.nothing} role="status">
          {totalCount === null
            ? 'Loading tokens…'
            : `${grouped(tokens.length)} of ${count(totalCount, 'token')} loaded`}
        </p>
      ) : isPartial(inventory) ? (
        <>
          <p className={styles.nothing}>
            {tokens.length > 0
              ? `Results cover the ${count(tokens.length, 'token')} loaded so far.`
              : 'Compares permissions and resources with all tokens of this account.'}
          </p>
          <Button size="small" onClick={activity.kind === 'stopped' ? resume : onWanted}>
            Find similar tokens
          </Button>
        </>
      ) : (
        similar.length === 0 && (
          <p className={styles.nothing} role="status">
            No token has similar permissions on the same resources.
          </p>
        )
      )}
    </>
  )
}

function comparison({ access, shared, total }: SimilarToken): string {
  const groups = shared === total ? '' : `, ${shared} of ${total} permissions shared`
  return { same: 'Same access', more: 'More access', less: 'Less access', other: 'Other resources' }[access] + groups
}
