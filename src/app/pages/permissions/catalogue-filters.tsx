import { useState, type FormEvent } from 'react'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, USER_SCOPE, ZONE_SCOPE } from '#domain/permission-groups/permission-group.ts'
import { scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import styles from './permissions.module.css'

type Filter = { name: string; scope: string }

type CatalogueFiltersProps = Filter & { onApply: (filter: Filter) => void }

const SCOPES = [ACCOUNT_SCOPE, ZONE_SCOPE, BUCKET_SCOPE, USER_SCOPE]

/** The two filters the API has. Both go to it as they are: one request a search, not one a letter. */
export function CatalogueFilters({ name, scope, onApply }: CatalogueFiltersProps) {
  const [typed, setTyped] = useState(name)
  const options = [
    { value: '', label: 'All scopes' },
    ...SCOPES.map((value) => ({ value, label: scopeLabel(value) })),
    ...(scope && !SCOPES.includes(scope) ? [{ value: scope, label: scope }] : []),
  ]

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onApply({ name: typed.trim(), scope })
  }

  return (
    <form role="search" className={styles.filters} onSubmit={submit}>
      <TextField
        label="Name"
        hint="The whole name, as “DNS Write”"
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <SelectField
        label="Scope"
        options={options}
        value={scope}
        onChange={(event) => onApply({ name: typed.trim(), scope: event.target.value })}
      />
      <Button type="submit">Search</Button>
      {(name || scope) && (
        <Button tone="quiet" onClick={() => onApply({ name: '', scope: '' })}>
          Clear
        </Button>
      )}
    </form>
  )
}
