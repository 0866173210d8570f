import { ButtonLink } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import type { Finding } from '#domain/findings/finding.ts'
import type { Token } from '#domain/token/token.ts'

type FixButtonProps = { finding: Finding; token: Token | null; size?: 'regular' | 'small'; onDone?: () => void }

export function FixButton({ finding, token, size = 'regular' }: FixButtonProps) {
  const accountId = useAccountId()
  if (!token || finding.fix.kind === 'none') return null
  return (
    <ButtonLink size={size} href={paths.editToken(accountId, token.id)}>
      {finding.fix.label}
    </ButtonLink>
  )
}
