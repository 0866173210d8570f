import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { InventoryProgress } from '#app/parts/inventory/inventory-progress.tsx'
import { useAccountReach } from '#app/parts/findings/use-account-reach.ts'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { ShowMore } from '#app/parts/show-more.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useNow } from '#app/parts/use-now.ts'
import { ableTokensQuery } from '#app/queries/able-tokens.ts'
import { Disclosure } from '#app/parts/disclosure.tsx'
import { hasAllTokens } from '#domain/inventory/inventory.ts'
import type { Need } from '#domain/operations/need.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { count, grouped } from '#domain/text/plural.ts'
import styles from './which.module.css'

type AbleTokensProps = { accountId: string; needs: Need[] }

/** So many are named at first. */
const SHOWN = 5

/** The tokens that can make all of the requests now. They are read when the user asks. */
export function AbleTokens(props: AbleTokensProps) {
  return (
    <Disclosure name="able" summary="Which tokens can already?">
      {() => <Answer {...props} />}
    </Disclosure>
  )
}

function Answer({ accountId, needs }: AbleTokensProps) {
  const state = useAccountReach(accountId)
  const now = useNow()
  const { data: found } = useQuery({
    ...ableTokensQuery(state.reach, needs, { accountId, moment: { now } }),
    enabled: state.reach !== undefined,
  })
  // The answer to other requests is none. One of fewer tokens is a part.
  const data = found?.needs === needs ? found : undefined
  const isWhole = hasAllTokens(state.inventory) && state.isCurrent && data?.reach === state.reach
  const soFar = isWhole ? '' : ` of ${count(data?.reach.length ?? 0, 'token')} read so far`
  return (
    <div className={styles.able}>
      <InventoryProgress {...state} />
      <p role="status">{data ? ableWords(data.can.length, data.unsure.length, soFar) : 'Asking every token…'}</p>
      {data && <TokenLinks accountId={accountId} tokens={data.can} />}
      {data && data.unsure.length > 0 && (
        <>
          <p className="quiet">{count(data.unsure.length, 'token')} may:</p>
          <TokenLinks accountId={accountId} tokens={data.unsure} />
        </>
      )}
    </div>
  )
}

/** "2 tokens can do all of this, 1 more may, for all that can be read". */
function ableWords(able: number, unsure: number, soFar: string): string {
  const can = `${able === 0 ? 'No token' : count(able, 'token')}${soFar} can do all of this`
  return unsure === 0 ? can : `${can}, ${grouped(unsure)}${able === 0 ? '' : ' more'} may, for all that can be read`
}

function TokenLinks({ accountId, tokens }: { accountId: string; tokens: TokenReach[] }) {
  const [shown, setShown] = useState(SHOWN)
  return (
    <>
      <ul>
        {tokens.slice(0, shown).map(({ token }) => (
          <li key={token.id}>
            <Link href={paths.token(accountId, token.id)}>
              <TokenName name={token.name} />
            </Link>
          </li>
        ))}
      </ul>
      {tokens.length > SHOWN && (
        <p>
          <ShowMore shown={shown} total={tokens.length} step={50} onShow={setShown} />
        </p>
      )}
    </>
  )
}
