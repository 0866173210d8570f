import { LogOut } from 'lucide'
import { toSignIn } from '#app/parts/addresses.ts'
import { useSignOut } from '#app/queries/sign-in.ts'
import { useNavigate } from '#app/routing/routing.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { NavButton } from '#app/ui/nav-button.tsx'

export function SignOutButton() {
  const signOut = useSignOut()
  const navigate = useNavigate()
  return (
    <NavButton
      icon={<Icon of={LogOut} />}
      label="Sign out"
      busy={signOut.isPending}
      onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate(toSignIn) })}
    />
  )
}
