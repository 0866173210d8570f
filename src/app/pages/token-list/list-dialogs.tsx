import { ImportDialog } from '#app/parts/import-dialog.tsx'
import { ExportAllDialog } from './export-all-dialog.tsx'
import type { ListSearch } from './list-search.ts'
import { ViewsDialog } from './views-dialog.tsx'

type ListDialogsProps = {
  dialog: 'views' | 'export' | 'import'
  search: ListSearch
  words: string
  onClose: () => void
}

/** The dialogs of the list's menu. */
export function ListDialogs({ dialog, search, words, onClose }: ListDialogsProps) {
  if (dialog === 'views') return <ViewsDialog search={search} onClose={onClose} />
  if (dialog === 'import') return <ImportDialog onClose={onClose} />
  return <ExportAllDialog search={search} words={words} onClose={onClose} />
}
