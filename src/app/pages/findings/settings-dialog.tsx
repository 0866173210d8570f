import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { TypedDialog } from '#app/parts/typed-dialog.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { hoursText, readHours } from '#domain/expiry/working-hours.ts'
import { DEFAULT_SETTINGS, type Settings } from '#domain/findings/context.ts'

type SettingsDialogProps = {
  settings: Settings
  /** Gets those that the user changed. Returns whether the browser stored them. */
  onSave: (changes: Partial<Settings>) => boolean
  onClose: () => void
}

type NumberName = Exclude<keyof Settings, 'breakGlass' | 'workingHours'>
type Values = Record<keyof Settings, string>

const NUMBERS: { name: NumberName; label: string; hint?: string }[] = [
  { name: 'longestLife', label: 'Longest life, in days' },
  { name: 'unusedAfter', label: 'Unused after days' },
  { name: 'neverUsedAfter', label: 'Never used after days' },
  { name: 'oldSecret', label: 'Old secret after days' },
  {
    name: 'oldPipelineSecret',
    label: 'Old secret of a pipeline after days',
    hint: 'Names with ci, deploy, github, gitlab',
  },
  { name: 'quota', label: 'Most tokens of the account' },
]

const MOST = 100_000

const wholeNumber = (text: string): true | string =>
  (/^[1-9]\d{0,5}$/.test(text.trim()) && Number(text) <= MOST) || 'Enter a whole number from 1 to 100,000.'

const valuesOf = ({ breakGlass, workingHours, ...numbers }: Settings): Values => ({
  ...(Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, String(value)])) as Record<
    NumberName,
    string
  >),
  breakGlass: breakGlass.join('\n'),
  workingHours: hoursText(workingHours),
})

const changesOf = (before: Settings, after: Settings): Partial<Settings> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(before[name as keyof Settings]) !== JSON.stringify(value),
    ),
  )

/** What counts as long, unused or old in this account. */
export function SettingsDialog({ settings, onSave, onClose }: SettingsDialogProps) {
  // As the dialog opened: another window may save others. `null` once the user chose the defaults of all.
  const [opened, setOpened] = useState<Settings | null>(settings)
  const form = useForm<Values>({ defaultValues: valuesOf(settings) })
  const { errors } = form.formState
  const save = form.handleSubmit(({ breakGlass, workingHours, ...numbers }) => {
    const entries = NUMBERS.map(({ name }) => [name, Number(numbers[name])] as const)
    const patterns = breakGlass.split('\n').map((pattern) => pattern.trim())
    const wanted: Settings = {
      ...(Object.fromEntries(entries) as Record<NumberName, number>),
      breakGlass: patterns.filter(Boolean),
      workingHours: readHours(workingHours)?.hours ?? null,
    }
    const isStored = onSave(opened ? changesOf(opened, wanted) : wanted)
    if (isStored) onClose()
    else form.setError('root', { message: 'Browser storage is blocked. This is forgotten when you leave the page.' })
  })
  const resetAll = () => {
    setOpened(null)
    form.reset(valuesOf(DEFAULT_SETTINGS))
  }
  return (
    <TypedDialog
      title="Rule settings"
      description="For this account, in this browser."
      onClose={onClose}
      footer={
        <>
          <Button tone="quiet" onClick={resetAll}>
            Use defaults
          </Button>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <form className="stack" noValidate onSubmit={(event) => void save(event)}>
        <button type="submit" hidden aria-hidden tabIndex={-1} />
        {NUMBERS.map(({ name, label, hint }, index) => (
          <TextField
            key={name}
            label={label}
            hint={hint}
            inputMode="numeric"
            autoComplete="off"
            data-autofocus={index === 0 || undefined}
            error={errors[name]?.message}
            {...form.register(name, { validate: wholeNumber })}
          />
        ))}
        <TextField
          label="Working hours"
          hint="Monday to Friday by your clock, such as 9–17. Suggested ends move back into them. Empty means any hour."
          autoComplete="off"
          error={errors.workingHours?.message}
          {...form.register('workingHours', {
            validate: (text) => readHours(text) !== null || 'Enter full hours, such as 9–17.',
          })}
        />
        <TextAreaField
          label="Tokens for emergencies"
          hint="A name a line; * matches any text. They may be unused and live long."
          rows={3}
          spellCheck={false}
          {...form.register('breakGlass')}
        />
        {errors.root && <p role="alert">{errors.root.message}</p>}
      </form>
    </TypedDialog>
  )
}
