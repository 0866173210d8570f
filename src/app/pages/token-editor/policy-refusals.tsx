import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { useSpinDelay } from '#app/ui/use-spin-delay.ts'
import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import type { KnownRefusal } from '#domain/policy/known-refusals.ts'

type PolicyRefusalsProps = {
  refusals: KnownRefusal[]
  /** Puts others in the place of the policy. */
  onCure: (policies: EditorPolicy[]) => void
}

/** What the API is known to refuse in a policy, each with its cure. */
export function PolicyRefusals({ refusals, onCure }: PolicyRefusalsProps) {
  return refusals.map((refusal) => (
    // Another text is another note: one that is true of half a key is gone before it is shown.
    <Refusal key={`${refusal.kind} ${refusal.message}`} refusal={refusal} onCure={onCure} />
  ))
}

type RefusalProps = { refusal: KnownRefusal; onCure: PolicyRefusalsProps['onCure'] }

function Refusal({ refusal: { isCertain, message, cure }, onCure }: RefusalProps) {
  const isLasting = useSpinDelay(true)
  if (!isLasting) return null
  return (
    <Note
      tone="caution"
      role="status"
      title={isCertain ? 'Cloudflare refuses this' : 'Cloudflare may refuse this'}
      action={
        cure && (
          <Button size="small" onClick={() => onCure(cure.policies)}>
            {cure.label}
          </Button>
        )
      }
    >
      {message}
    </Note>
  )
}
