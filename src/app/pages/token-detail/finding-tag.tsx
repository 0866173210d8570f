import { useTokenFindings } from '#app/parts/findings/use-token-findings.ts'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Chip } from '#app/ui/chip.tsx'
import { SEVERITY_LABELS } from '#domain/findings/finding.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-detail.module.css'

const TONES = { 'act-now': 'critical', 'fix-soon': 'caution' } as const

/** Beside the status: the worst finding, if it should not wait. It leads to the findings below. */
export function FindingTag({ token }: { token: Token }) {
  const accountId = useAccountId()
  const { findings } = useTokenFindings(accountId, token)
  const worst = findings?.open[0]?.severity
  if (worst !== 'act-now' && worst !== 'fix-soon') return null
  return (
    <Link
      href={`${paths.token(accountId, token.id)}#findings`}
      aria-label={`${SEVERITY_LABELS[worst]}: its findings`}
      className={styles.tag}
      replace
      resetScroll={false}
    >
      <Chip tone={TONES[worst]}>{SEVERITY_LABELS[worst]}</Chip>
    </Link>
  )
}
