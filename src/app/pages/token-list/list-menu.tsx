import { Bookmark, Ellipsis, Upload } from 'lucide-react'
import { Icon } from '#app/ui/icon.tsx'
import { OpenMenu } from '#app/ui/open-menu.tsx'

type ListMenuProps = { label: string; isReadOnly: boolean; onOpen: (dialog: 'views' | 'import') => void }

/** The actions on the list as a whole. */
export function ListMenu({ label, isReadOnly, onOpen }: ListMenuProps) {
  return (
    <OpenMenu
      label={label}
      icon={<Icon of={Ellipsis} />}
      items={[
        { label: 'Saved views…', icon: <Icon of={Bookmark} />, onSelect: () => onOpen('views') },
        ...(isReadOnly
          ? []
          : [{ label: 'Import a token…', icon: <Icon of={Upload} />, onSelect: () => onOpen('import') }]),
      ]}
    />
  )
}
