import { useForm } from 'react-hook-form'
import type { ChangeSuppressions } from '#app/parts/kept-choices.ts'
import { TypedDialog } from '#app/parts/typed-dialog.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import type { Finding } from '#domain/findings/finding.ts'
import type { Suppression } from '#domain/findings/suppressions.ts'
import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'
import { nameInText } from '#domain/token/name.ts'
import { DAY_MS, wholeSeconds } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { ruleOf } from './finding-view.ts'

type SuppressDialogProps = {
  finding: Finding
  /** `null` for a finding of the account. */
  token: Token | null
  /** Returns whether the browser stored it. */
  onChange: (change: ChangeSuppressions) => boolean
  onClose: () => void
}

const ENDS = [
  { value: '30', label: 'For 30 days' },
  { value: '90', label: 'For 90 days' },
  { value: '365', label: 'For 365 days' },
  { value: 'never', label: 'For good' },
]

const inDays = (days: number) => wholeSeconds(Date.now() + days * DAY_MS)
const required = (value: string) => value.trim() !== '' || 'Enter a reason.'
const noSecret = (value: string) => !looksLikeSecret(value.trim()) || 'This looks like a secret.'

/** Why a finding is accepted, and for how long. */
export function SuppressDialog({ finding, token, onChange, onClose }: SuppressDialogProps) {
  const form = useForm({ defaultValues: { reason: '', until: '90', by: '' } })
  const { errors } = form.formState
  const toast = useToast()
  const { fingerprint } = finding
  const { title } = ruleOf(finding.rule)
  const without = (all: Suppression[]) => all.filter((one) => one.fingerprint !== fingerprint)
  const save = form.handleSubmit(({ reason, until, by }) => {
    const suppression: Suppression = {
      fingerprint,
      reason: reason.trim(),
      ...(by.trim() && { by: by.trim() }),
      until: until === 'never' ? null : inDays(Number(until)),
    }
    if (onChange((before) => [...without(before), suppression])) {
      toast({ message: `Suppressed “${title}”`, action: { label: 'Undo', onClick: () => onChange(without) } })
      onClose()
    } else form.setError('root', { message: 'Browser storage is blocked. This is forgotten when you leave the page.' })
  })
  return (
    <TypedDialog
      title={`Suppress “${title}”${token ? ` of “${nameInText(token)}”` : ''}`}
      description="It comes back when the facts change, or at the end. Suppressed findings stay in this browser."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" onClick={() => void save()}>
            Suppress
          </Button>
        </>
      }
    >
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        {/* Enter sends the form, whose button is outside it. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
        <p className="quiet">{finding.seen}</p>
        <TextField
          label="Reason"
          data-autofocus
          maxLength={500}
          autoComplete="off"
          error={errors.reason?.message}
          {...form.register('reason', { validate: { required, noSecret } })}
        />
        <SelectField label="Until" options={ENDS} {...form.register('until')} />
        <TextField
          label="Your name (optional)"
          maxLength={200}
          autoComplete="off"
          error={errors.by?.message}
          {...form.register('by', { validate: noSecret })}
        />
        {errors.root && <p role="alert">{errors.root.message}</p>}
      </form>
    </TypedDialog>
  )
}
