import { computed, shallowRef } from 'vue'
import { graphql } from '../gql'
import type { Permission, WhoAmIQuery } from '../gql/graphql'
import { execute } from './client'
import { zone } from './zone'

const WhoAmI = graphql(`
  query WhoAmI {
    viewer {
      id
      name
      email
      role
      permissions
    }
    signInProvider {
      label
      url
    }
    site {
      timeZone
    }
  }
`)
const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on Refusal {
        code
        message
      }
      ... on RateLimited {
        retryAfterSeconds
      }
    }
  }
`)
const SignOut = graphql(`
  mutation SignOut($everywhere: Boolean!) {
    signOut(everywhere: $everywhere) {
      __typename
    }
  }
`)
const SetPassword = graphql(`
  mutation SetPassword($input: SetPasswordInput!) {
    setPassword(input: $input) {
      __typename
      ... on Refusal {
        code
        message
      }
      ... on ValidationFailed {
        problems {
          message
        }
      }
    }
  }
`)

const asked = shallowRef<WhoAmIQuery>()

/** Who is signed in; null for nobody. */
export const viewer = computed(() => asked.value?.viewer ?? null)
export const provider = computed(() => asked.value?.signInProvider ?? null)

export function may(permission: Permission) {
  return viewer.value?.permissions.includes(permission) ?? false
}

/** Ask once who is signed in, and by which clock; again after signing in or out. */
export async function loadViewer(again = false) {
  if (again || !asked.value) {
    asked.value = await execute(WhoAmI, {})
    zone.value = asked.value.site.timeZone
  }
  return viewer.value
}

/** The refusal, or nothing if it worked. */
export async function signIn(email: string, password: string) {
  const { signIn: result } = await execute(SignIn, { input: { email, password } })
  if (result.__typename !== 'SignInPayload') return result
  await loadViewer(true)
}

export async function signOut(everywhere = false) {
  await execute(SignOut, { everywhere })
  await loadViewer(true)
}

/** Choose a password by a one-time link; the refusal, or nothing if it worked. */
export async function setPassword(link: string, password: string) {
  const { setPassword: result } = await execute(SetPassword, { input: { link, password } })
  if (result.__typename !== 'PasswordPayload') return result
}
