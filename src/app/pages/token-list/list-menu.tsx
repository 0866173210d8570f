import { Bookmark, Download, Ellipsis, Upload } from 'lucide-react'
import { OpenMenu } from '#app/ui/open-menu.tsx'

type ListMenuProps = { label: string; isReadOnly: boolean; onOpen: (dialog: 'views' | 'export' | 'import') => void }

/** What can be done with the list as a whole. */
export function ListMenu({ label, isReadOnly, onOpen }: ListMenuProps) {
  return (
    <OpenMenu
      label={label}
      icon={<Ellipsis />}
      items={[
        { label: 'Saved views…', icon: <Bookmark />, onSelect: () => onOpen('views') },
        { label: 'Export all…', icon: <Download />, onSelect: () => onOpen('export') },
        ...(isReadOnly ? [] : [{ label: 'Import a token…', icon: <Upload />, onSelect: () => onOpen('import') }]),
      ]}
    />
  )
}
