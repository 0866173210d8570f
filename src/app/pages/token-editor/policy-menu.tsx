import { ArrowDown, ArrowUp, CopyPlus, Ellipsis, Trash2 } from 'lucide-react'
import { Icon } from '#app/ui/icon.tsx'
import { OpenMenu } from '#app/ui/open-menu.tsx'

type PolicyMenuProps = {
  label: string
  index: number
  count: number
  onDuplicate: () => void
  onMove: (from: number, to: number) => void
  onRemove: (index: number) => void
}

export function PolicyMenu({ label, index, count, onDuplicate, onMove, onRemove }: PolicyMenuProps) {
  const move = (label: string, icon: typeof ArrowUp, to: number) => ({
    label,
    icon: <Icon of={icon} />,
    disabled: to < 0 || to >= count,
    onSelect: () => onMove(index, to),
  })
  return (
    <OpenMenu
      label={label}
      icon={<Icon of={Ellipsis} />}
      items={[
        { label: 'Duplicate', icon: <Icon of={CopyPlus} />, onSelect: onDuplicate },
        move('Move up', ArrowUp, index - 1),
        move('Move down', ArrowDown, index + 1),
        'separator',
        { label: 'Delete', icon: <Icon of={Trash2} />, tone: 'danger', onSelect: () => onRemove(index) },
      ]}
    />
  )
}
