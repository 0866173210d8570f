import { ExportAllDialog } from './export-all-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import type { ListSearch } from './list-search.ts'
import { ViewsDialog } from './views-dialog.tsx'

type ListDialogsProps = {
  accountId: string
  dialog: 'views' | 'export' | 'import'
  search: ListSearch
  query: string
  onClose: () => void
}

/** What the list's own menu opens. */
export function ListDialogs({ accountId, dialog, search, query, onClose }: ListDialogsProps) {
  if (dialog === 'views') return <ViewsDialog accountId={accountId} search={search} onClose={onClose} />
  if (dialog === 'import') return <ImportDialog accountId={accountId} onClose={onClose} />
  return <ExportAllDialog accountId={accountId} search={search} query={query} onClose={onClose} />
}
