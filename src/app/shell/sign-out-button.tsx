import { useNavigate } from '@tanstack/react-router'
import { LogOut } from 'lucide-react'
import { useSignOut } from '#app/queries/sign-in.ts'
import { Button } from '#app/ui/button.tsx'

export function SignOutButton() {
  const signOut = useSignOut()
  const navigate = useNavigate()
  return (
    <Button
      tone="quiet"
      icon={<LogOut />}
      busy={signOut.isPending}
      onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/sign-in', search: {} }) })}
    >
      Sign out
    </Button>
  )
}
