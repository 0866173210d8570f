import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { ShowMore } from '#app/parts/show-more.tsx'
import { StatusAt } from '#app/parts/status-chip.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useHistoryState } from '#app/parts/use-history-state.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import type { Answer } from '#domain/reach/question.ts'
import { grouped } from '#domain/text/plural.ts'
import { nameInText } from '#domain/token/name.ts'
import styles from './answer.module.css'

type InactiveTokensProps = {
  answers: Answer[]
  /** Ms since 1970. */
  now: number
  /** The caller's address, where one is given. */
  byAddress: string | undefined
  onWhy: (answer: Answer) => void
}

const PAGE = 20

/** Tokens that could, and do not work at the moment or from the caller's address. */
export function InactiveTokens({ answers, now, byAddress, onWhy }: InactiveTokensProps) {
  const accountId = useAccountId()
  const [isOpen, setIsOpen] = useHistoryState('inactive', false)
  const [shown, setShown] = useHistoryState('inactive tokens', PAGE)
  return (
    <details className={styles.inactive} open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        Inactive tokens that could: {grouped(answers.length)}
        {byAddress !== undefined && <span className="quiet"> including those that {byAddress} can’t use</span>}
      </summary>
      {isOpen && (
        <ul aria-label="Inactive tokens">
          {answers.slice(0, shown).map((answer) => (
            <li key={answer.token.id}>
              <Link href={paths.token(accountId, answer.token.id)}>
                <TokenName name={answer.token.name} />
              </Link>
              {answer.effective?.by === 'address' ? (
                <Chip tone="neutral">Other addresses only</Chip>
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
