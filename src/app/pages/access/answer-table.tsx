import { memo } from 'react'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { ShowMore } from '#app/parts/show-more.tsx'
import { StatusAt } from '#app/parts/status-chip.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useShown } from '#app/parts/use-shown.ts'
import { Button } from '#app/ui/button.tsx'
import { Time } from '#app/ui/time.tsx'
import { summarizeCondition } from '#domain/condition/condition-words.ts'
import { ANY_IP } from '#domain/condition/count-ranges.ts'
import type { Answer } from '#domain/reach/question.ts'
import { grouped } from '#domain/text/plural.ts'
import { nameInText } from '#domain/token/name.ts'
import { deriveStatus } from '#domain/token/status.ts'
import { canWords, decisive, throughWords } from './found-words.ts'
import styles from './answer.module.css'

type Rows = { title: string; hint: string; rows: Answer[] }

type AnswerTableProps = {
  label: string
  groups: Rows[]
  names: ReadonlyMap<string, string>
  /** Ms since 1970. */
  now: number
  onWhy: (answer: Answer) => void
}

const HEADS = ['Token', 'Can', 'Through', 'IP limit', 'Expires', 'Last used']

/** The tokens of an answer, in its groups. */
export const AnswerTable = memo(function AnswerTable({ label, groups, names, now, onWhy }: AnswerTableProps) {
  return (
    <table role="table" className={styles.table} aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {HEADS.map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
          <th role="columnheader" scope="col">
            <span className="visually-hidden">Why</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <Group key={group.title} {...group} names={names} now={now} onWhy={onWhy} />
      ))}
    </table>
  )
})

/** As many rows of a group as are rendered at once. */
const PAGE = 20

type GroupProps = Rows & Omit<AnswerTableProps, 'label' | 'groups'>

function Group({ title, hint, rows, ...row }: GroupProps) {
  const [shown, setShown] = useShown(title, PAGE)
  return (
    <tbody role="rowgroup">
      <tr role="row" className={styles.group}>
        <th role="rowheader" scope="rowgroup" colSpan={HEADS.length + 1}>
          <b>{title}</b> <span className={styles.amount}>{grouped(rows.length)}</span>{' '}
          <span className={styles.hint}>{hint}</span>
        </th>
      </tr>
      {rows.slice(0, shown).map((answer) => (
        <Row key={answer.token.id} answer={answer} {...row} />
      ))}
      {rows.length > PAGE && (
        <tr role="row" className={styles.rest}>
          <td role="cell" colSpan={HEADS.length + 1}>
            <ShowMore shown={shown} total={rows.length} step={PAGE} onShow={setShown} />
          </td>
        </tr>
      )}
    </tbody>
  )
}

type RowProps = Omit<GroupProps, keyof Rows> & { answer: Answer }

function Row({ answer, names, now, onWhy }: RowProps) {
  const accountId = useAccountId()
  const { token } = answer
  const found = decisive(answer)
  const { level, product, suffix, more } = canWords(found)
  const limit = summarizeCondition(token.condition)
  const { kind } = deriveStatus(token, now)
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <span className={styles.token}>
          <Link href={paths.token(accountId, token.id)}>
            <TokenName name={token.name} />
          </Link>
          {kind !== 'active' && kind !== 'expiring' && <StatusAt token={token} now={now} isShort />}
        </span>
      </th>
      <td role="cell">
        <span className={styles.level}>
          <LevelMark level={level} />
          <span className={styles.permission} title={`${product} ${suffix}`.trim()}>
            <span>{product}</span> {suffix && <span>{suffix}</span>}{' '}
            {more > 0 && <span className="quiet">+{more}</span>}
          </span>
        </span>
      </td>
      <td role="cell">{found.length > 0 ? throughWords(found, { accountId, names }) : 'Can’t be read'}</td>
      <td role="cell" data-label="IP" data-open={limit === ANY_IP || undefined}>
        {limit === ANY_IP ? 'Any' : limit}
      </td>
      <td role="cell" data-label="Expires" data-open={token.expiresOn === null || undefined}>
        <Time value={token.expiresOn} missing="Never" now={now} format="date" />
      </td>
      <td role="cell" data-label="Used">
        <Time value={token.lastUsedOn} missing="Never" now={now} format="short" />
      </td>
      <td role="cell">
        <Button
          size="small"
          tone="quiet"
          aria-haspopup="dialog"
          aria-label={`Why ${nameInText(token)}`}
          onClick={() => onWhy(answer)}
        >
          Why
        </Button>
      </td>
    </tr>
  )
}
