import { Download, Waypoints } from 'lucide-react'
import { partInFileName } from '#app/parts/inventory/count-words.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { runSteps } from '#app/queries/run-steps.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { downloadText } from '#app/ui/download-text.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { Inventory } from '#domain/inventory/inventory.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Answers } from '#domain/reach/question.ts'
import { upperFirst } from '#domain/resources/families.ts'
import { count } from '#domain/text/plural.ts'
import { CSV_FIELDS, csvRows, type CsvContext } from './answer-csv.ts'
import { AnswerLists } from './answer-lists.tsx'
import { askedWords, type Asked } from './asked.ts'
import type { Answered } from './use-answers.ts'
import styles from './answer.module.css'

type AccessAnswerProps = Answered & {
  /** The answer is of the question before, or of fewer tokens. */
  isBusy: boolean
  names: ReadonlyMap<string, string>
  catalogue: PermissionGroup[] | undefined
  /** Ms since 1970. */
  now: number
  inventory: Inventory
  /** There are more tokens than were asked. */
  isPartial: boolean
}

/** Which tokens can, how, and why; and those that are held back or inactive. */
export function AccessAnswer(props: AccessAnswerProps) {
  const { asked, answers, moment, known, isBusy, names, catalogue, now, inventory, isPartial } = props
  const accountId = useAccountId()
  const words = askedWords(asked)
  const isEmpty = Object.values(answers).every((list) => list.length === 0)
  return (
    <section aria-labelledby="answer" aria-busy={isBusy || undefined}>
      <Card>
        <div className={`flush ${styles.head}`}>
          <div role="status" className={styles.heading}>
            <h2 id="answer">{headingOf(answers, words)}</h2>
            <p className="quiet">{notesOf(answers, asked, isPartial ? known : null)}</p>
          </div>
          {!isEmpty && (
            <Button
              size="small"
              tone="quiet"
              icon={<Icon of={Download} />}
              onClick={() => void downloadAnswer(answers, inventory, { accountId, names, known })}
            >
              Download CSV
            </Button>
          )}
        </div>
        <Meaning {...asked} />
        {isEmpty && !isPartial && (
          <EmptyState icon={Waypoints} title="No policy allows it">
            <p>Neither an active token nor an inactive one could.</p>
          </EmptyState>
        )}
        <AnswerLists
          // Another question, also one that Back leads to, closes the dialog that is about this one.
          key={JSON.stringify([asked.question, moment === null, moment?.address])}
          asked={asked}
          answers={answers}
          moment={moment}
          names={names}
          catalogue={catalogue}
          now={now}
        />
      </Card>
    </section>
  )
}

/** "7 tokens can change DNS on northwind.example". */
function headingOf({ named, wildcard, unsure }: Answers, words: string): string {
  const sure = named.length + wildcard.length
  if (sure > 0) return `${count(sure, 'token')} can ${words}`
  return unsure.length > 0 ? `${count(unsure.length, 'token')} may ${words}` : `No token can ${words}`
}

/** What else counts: "2 other tokens may. Of 150 tokens read so far." */
function notesOf({ named, wildcard, unsure }: Answers, { can, question }: Asked, soFar: number | null): string {
  const isMayApart = unsure.length > 0 && named.length + wildcard.length > 0
  return [
    ...(isMayApart ? [`${count(unsure.length, 'other token')} may.`] : []),
    ...(can.value === 'read' && !question.groupIds ? ['Write permissions count as reading, too.'] : []),
    ...(soFar === null ? [] : [`Of ${count(soFar, 'token')} read so far.`]),
  ].join(' ')
}

/** The products of a topic. */
function Meaning({ what, products }: Asked) {
  if (products.length < 2) return null
  return (
    <details className={styles.means}>
      <summary>
        “{upperFirst(what)}” means {count(products.length, 'product')}
      </summary>
      {products.join(' · ')}
    </details>
  )
}

async function downloadAnswer(answers: Answers, inventory: Inventory, context: Omit<CsvContext, 'total'>) {
  const total = inventory.isCounted ? inventory.totalCount : null
  const [{ toCsv }, rows] = await Promise.all([
    // Brings a library for CSV.
    import('#domain/export/formats.ts'),
    runSteps(csvRows(answers, { ...context, total }), new AbortController().signal),
  ])
  const day = new Date().toISOString().slice(0, 10)
  downloadText(`access-${day}${partInFileName(inventory, context.known)}.csv`, 'text/csv', toCsv(CSV_FIELDS, rows))
}
