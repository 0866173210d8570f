import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { ShowMore } from '#app/parts/show-more.tsx'
import { StatusAt } from '#app/parts/status-chip.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useHistoryState } from '#app/parts/use-history-state.ts'
import { useShown } from '#app/parts/use-shown.ts'
import { useIsPrinted } from '#app/ui/use-is-printed.ts'
import { Button } from '#app/ui/button.tsx'
import { summarizeCondition } from '#domain/condition/condition-words.ts'
import type { Answer } from '#domain/reach/question.ts'
import { grouped } from '#domain/text/plural.ts'
import { nameInText } from '#domain/token/name.ts'
import styles from './answer.module.css'

type InactiveTokensProps = {
  /** "Inactive tokens". */
  label: string
  /** "Inactive tokens that could", before their number. */
  summary: string
  answers: Answer[]
  /** Ms since 1970. */
  now: number
  onWhy: (answer: Answer) => void
}

const PAGE = 20

/** Tokens that could, and do not work at the moment or from the caller's address. Nothing where there are none. */
export function InactiveTokens({ label, summary, answers, now, onWhy }: InactiveTokensProps) {
  const accountId = useAccountId()
  const [isOpen, setIsOpen] = useHistoryState(label, false)
  const [shown, setShown] = useShown(`${label} shown`, PAGE)
  const isPrinted = useIsPrinted()
  if (answers.length === 0) return null
  return (
    <details
      className={styles.inactive}
      open={isOpen || isPrinted}
      onToggle={({ currentTarget }) => !isPrinted && setIsOpen(currentTarget.open)}
    >
      <summary>
        {summary}: {grouped(answers.length)}
      </summary>
      {(isOpen || isPrinted) && (
        <ul aria-label={label}>
          {answers.slice(0, shown).map((answer) => (
            <li key={answer.token.id}>
              <Link href={paths.token(accountId, answer.token.id)}>
                <TokenName name={answer.token.name} />
              </Link>
              {answer.effective?.by === 'address' ? (
                <span className="quiet">{summarizeCondition(answer.token.condition)}</span>
              ) : (
                <StatusAt token={answer.token} now={now} isShort />
              )}
              <Button
                size="small"
                tone="quiet"
                aria-haspopup="dialog"
                aria-label={`Why ${nameInText(answer.token)}`}
                onClick={() => onWhy(answer)}
              >
                Why
              </Button>
            </li>
          ))}
          {answers.length > PAGE && (
            <li>
              <ShowMore shown={shown} total={answers.length} step={PAGE} onShow={setShown} />
            </li>
          )}
        </ul>
      )}
    </details>
  )
}
