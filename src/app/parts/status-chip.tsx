import { Ban, CircleHelp, CircleX, Clock, ShieldAlert, type LucideIcon } from 'lucide-react'
import { deriveStatus, type TokenState } from '#domain/token/status.ts'
import type { Token } from '#domain/token/token.ts'
import { Chip, QuietState } from '#app/ui/chip.tsx'
import { useNow } from './use-now.ts'

type Look = { tone: 'neutral' | 'caution' | 'critical' | 'info'; icon: LucideIcon }

const LOOKS: Record<Exclude<TokenState['kind'], 'active'>, Look> = {
  scheduled: { tone: 'info', icon: Clock },
  expiring: { tone: 'caution', icon: Clock },
  expired: { tone: 'neutral', icon: CircleX },
  disabled: { tone: 'neutral', icon: Ban },
  revoked: { tone: 'critical', icon: ShieldAlert },
  unknown: { tone: 'caution', icon: CircleHelp },
}

type StatusChipProps = { token: Pick<Token, 'status' | 'notBefore' | 'expiresOn'> }

/** The current status of a token, by the API and the clock. */
export function StatusChip({ token }: StatusChipProps) {
  return <StatusAt token={token} now={useNow()} />
}

type StatusAtProps = StatusChipProps & {
  now: number
  /** For a narrow column: fewer words and no icon. */
  isShort?: boolean
}

/** The status at a given time (ms since 1970), for a caller that renders many and reads the clock once. */
export function StatusAt({ token, now, isShort = false }: StatusAtProps) {
  const { kind, label, short } = deriveStatus(token, now)
  if (kind === 'active') return <QuietState>{label}</QuietState>
  const { tone, icon } = LOOKS[kind]
  if (isShort) {
    return (
      <Chip tone={tone} title={label}>
        {short ?? label}
      </Chip>
    )
  }
  return (
    <Chip tone={tone} icon={icon}>
      {label}
    </Chip>
  )
}
