import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { tokenListQuery } from '#app/queries/tokens.ts'
import { Card } from '#app/ui/card.tsx'
import { Section } from '#app/ui/section.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { TEMPLATES, type Template } from '#domain/policy/templates.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import styles from './token-editor.module.css'

const TokenChooser = lazyComponent(
  () => import('./token-chooser.tsx'),
  (file) => file.TokenChooser,
)

/** What a new token starts from: nothing, a template, a copy of another token, or an imported one. */
export type Start = { from: string | undefined; template: string | undefined; imported: string | undefined }

type StartFromFieldProps = { start: Start; onChange: (start: Start) => void }

/** The newest tokens of the account are at hand; where there are more, all are searched. */
const NEWEST = { page: 1, per_page: 50, direction: 'desc', include_expired: false } as const

export function StartFromField({ start, onChange }: StartFromFieldProps) {
  const accountId = useAccountId()
  const tokens = useQuery({ ...tokenListQuery(accountId, NEWEST), throwOnError: false })
  const [isChoosing, setIsChoosing] = useState(false)
  const listed = tokens.data?.tokens ?? []
  const total = tokens.data?.totalCount ?? 0
  const isListed = start.from === undefined || listed.some(({ id }) => id === start.from)
  const value = start.from
    ? `from:${start.from}`
    : start.imported
      ? `imported:${start.imported}`
      : start.template
        ? `template:${start.template}`
        : ''
  const template = TEMPLATES.find(({ id }) => id === start.template)
  const r2 = ({ id }: Template) => id.startsWith('r2-')

  return (
    <Card>
      <Section>
        <div className={`stack ${styles.fields}`}>
          <SelectField
            label="Start from"
            hint={template?.description ?? 'A template fills the form; everything in it can be changed.'}
            value={isChoosing ? ANOTHER : value}
            options={[
              { value: '', label: 'Nothing' },
              ...(start.imported ? [{ value, label: 'The imported token' }] : []),
              { label: 'Templates', options: TEMPLATES.filter((one) => !r2(one)).map(toOption) },
              { label: 'R2 presets', options: TEMPLATES.filter(r2).map(toOption) },
              {
                label: 'A copy of another token',
                options: [
                  ...(isListed ? [] : [{ value, label: 'The token you came from' }]),
                  ...listed.map(({ id, name }) => ({ value: `from:${id}`, label: name || id })),
                  ...(total > listed.length ? [{ value: ANOTHER, label: `Search all ${total} tokens…` }] : []),
                ],
              },
            ]}
            onChange={(event) => {
              setIsChoosing(event.target.value === ANOTHER)
              if (event.target.value !== ANOTHER) onChange(startOf(event.target.value))
            }}
          />
          {isChoosing && (
            <Suspense fallback={<Skeleton lines={4} />}>
              <TokenChooser
                onChoose={(id) => {
                  setIsChoosing(false)
                  onChange({ ...NOTHING, from: id })
                }}
              />
            </Suspense>
          )}
        </div>
      </Section>
    </Card>
  )
}

/** The option that opens the search. */
const ANOTHER = 'another'

const toOption = ({ id, title }: Template) => ({ value: `template:${id}`, label: title })

/** One start takes the place of any other. */
const NOTHING: Start = { from: undefined, template: undefined, imported: undefined }

function startOf(value: string): Start {
  if (value.startsWith('from:')) return { ...NOTHING, from: value.slice('from:'.length) }
  if (value.startsWith('imported:')) return { ...NOTHING, imported: value.slice('imported:'.length) }
  if (value.startsWith('template:')) return { ...NOTHING, template: value.slice('template:'.length) }
  return NOTHING
}
