import { KeyRound } from 'lucide-react'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { ShowMore } from '#app/parts/show-more.tsx'
import { ButtonLink } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { StatusAt } from '#app/parts/status-chip.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useShown } from '#app/parts/use-shown.ts'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { effectiveAt, type Moment } from '#domain/reach/effective.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { nameInText } from '#domain/token/name.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import { permissionsOf, type Held } from './held-permissions.ts'
import styles from './answer.module.css'

type TokenAnswerProps = {
  tokenId: string
  reach: TokenReach[]
  names: ReadonlyMap<string, string>
  moment: Moment | null
  isPartial: boolean
  /** More tokens are on their way. */
  isReading: boolean
}

/** What one token can do, by product. */
export function TokenAnswer({ tokenId, reach, names, moment, isPartial, isReading }: TokenAnswerProps) {
  const accountId = useAccountId()
  const asked = reach.find(({ token }) => token.id === tokenId)
  const held = asked ? permissionsOf(asked, { accountId, names }) : []
  if (!asked) {
    return (
      <Card>
        <EmptyState icon={KeyRound} title={isReading ? 'Looking for the token' : 'Token not found'}>
          <p>{isPartial ? 'It isn’t among the tokens read so far.' : 'This account has no token with this ID.'}</p>
        </EmptyState>
      </Card>
    )
  }
  const { token } = asked
  const name = nameInText(token)
  const can = held.filter(({ can }) => can).length
  const effective = moment && effectiveAt(token, moment)
  return (
    <section aria-labelledby="answer">
      <Card>
        <div className={styles.head}>
          <div role="status" className={styles.heading}>
            <h2 id="answer">
              {name} has {count(can, 'permission')}
            </h2>
            <p className="quiet">
              {asked.isCut && 'A policy has parts that can’t be read: it may have more. '}
              {effective?.works === 'no' &&
                (effective.by === 'address' ? 'It refuses this address.' : 'It can use none of them now.')}
            </p>
          </div>
          {moment && <StatusAt token={token} now={moment.now} />}
          <ButtonLink size="small" href={paths.token(accountId, token.id)}>
            Open token
          </ButtonLink>
        </div>
        {held.length > 0 && <Permissions key={tokenId} name={name} held={held} />}
      </Card>
    </section>
  )
}

/** So many products are rendered at once. */
const PAGE = 20

function Permissions({ name, held }: { name: string; held: Held[] }) {
  const [shown, setShown] = useShown('products', PAGE)
  const products = [...new Set(held.map(({ product }) => product))]
  return (
    <table role="table" className={styles.table} data-of="permissions" aria-label={`Permissions of ${name}`}>
      <thead role="rowgroup">
        <tr role="row">
          {['Permission', 'Level', 'On'].map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {products.slice(0, shown).map((product) => {
        const rows = held.filter((one) => one.product === product)
        return (
          <tbody role="rowgroup" key={product}>
            <tr role="row" className={styles.group}>
              <th role="rowheader" scope="rowgroup" colSpan={3}>
                <b>{spelledOut(product)}</b> <span className={styles.amount}>{grouped(rows.length)}</span>
              </th>
            </tr>
            {rows.map(({ key, permission, level, levelWords, on }) => (
              <tr role="row" key={key}>
                <th role="rowheader" scope="row">
                  {permission}
                </th>
                <td role="cell">
                  <span className={styles.level}>
                    <LevelMark level={level} />
                    {levelWords}
                  </span>
                </td>
                <td role="cell">{on}</td>
              </tr>
            ))}
          </tbody>
        )
      })}
      {products.length > PAGE && (
        <tbody role="rowgroup">
          <tr role="row" className={styles.rest}>
            <td role="cell" colSpan={3}>
              <ShowMore shown={shown} total={products.length} step={PAGE} noun="products" onShow={setShown} />
            </td>
          </tr>
        </tbody>
      )}
    </table>
  )
}
