import { useQuery } from '@tanstack/react-query'
import { ButtonLink, Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { becauseOfFound, type Answer } from '#domain/reach/question.ts'
import { nameInText } from '#domain/token/name.ts'
import { safeText } from '#domain/token/safe-text.ts'
import { deriveStatus } from '#domain/token/status.ts'
import { askedWords, type Asked } from './asked.ts'
import { conclusionOf } from './conclusion.ts'
import styles from './answer.module.css'

type WhyDialogProps = {
  answer: Answer
  asked: Asked
  catalogue: PermissionGroup[] | undefined
  /** Ms since 1970. */
  now: number
  onClose: () => void
}

/** The policies that decide about a token in an answer, and what follows from them. */
export function WhyDialog({ answer, asked, catalogue, now, onClose }: WhyDialogProps) {
  const accountId = useAccountId()
  const { data: zones } = useQuery(zonesQuery(accountId))
  const { token, statements, effective } = answer
  const name = nameInText(token)
  const page = paths.token(accountId, token.id)
  const because = becauseOfFound(answer, answer.found)
  return (
    <Dialog
      title={`Why ${name}`}
      description={`The policies that decide whether it can ${askedWords(asked)}.`}
      onClose={onClose}
      footer={
        <>
          <ButtonLink href={page}>Open token</ButtonLink>
          <Button tone="primary" data-autofocus onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className="stack">
        <ol className={styles.policies} aria-label="Policies">
          {because.map(({ policyIndex }) => (
            <li key={policyIndex}>
              <Link className={styles.policy} href={`${page}?view=json&policy=${policyIndex + 1}`}>
                Policy {policyIndex + 1}
              </Link>
              <PolicySentence policy={statements[policyIndex]?.policy} zones={zones} catalogue={catalogue} />
            </li>
          ))}
        </ol>
        {answer.isCut && <p>A policy has parts that Token Desk can’t read. They may allow more.</p>}
        <p>{conclusionOf(answer, askedWords(asked), asked.question.place)}</p>
        {effective?.works === 'no' && (
          <p>
            {effective.by === 'address'
              ? 'The IP limit keeps the caller out.'
              : `It doesn’t work now: ${deriveStatus(token, now).label.toLowerCase()}.`}
          </p>
        )}
        {effective?.works === 'unknown' && (
          <p>
            {effective.by === 'address'
              ? 'Token Desk can’t read its IP limit, so it counts as open to the caller.'
              : effective.by === 'time'
                ? 'Token Desk can’t read its start or its expiration, so it counts as working.'
                : `Token Desk doesn’t know the status “${safeText(token.status)}”, so it counts as working.`}
          </p>
        )}
      </div>
    </Dialog>
  )
}
