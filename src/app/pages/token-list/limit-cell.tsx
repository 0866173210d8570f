import { DETAILS } from './token-columns.tsx'

export function LimitCell({ children }: { children: string }) {
  return (
    <td data-label="From" data-detail={DETAILS.ranges} data-muted={children !== 'Anywhere' || undefined}>
      {children}
    </td>
  )
}
