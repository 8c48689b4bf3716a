/** Of environment variables that hold secrets. */
const secretName = /SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIAL/i

/** Characters: a shorter value is a word that texts use as well. */
const shortest = 8

/** A name and a password, in an address or before one: `https://ada:hunter2@host`, `ada:hunter2@host`. */
const login = /(?<=\/\/)[^\s/@"'`]+@|[^\s/:@"'`]+:[^\s/:@"'`]+@/g

/**
 * A text for people and programs, without what only this process may know: the values of secret environment variables, wherever they got into it, and
 * logins in addresses. Whatever ends a command goes through it, its stack too.
 */
export function withoutSecrets(text: string, env: Readonly<Record<string, string | undefined>>): string {
  const values = Object.entries(env).flatMap(([name, value = '']) => (secretName.test(name) && value.length >= shortest ? [value] : []))
  // The longest first: one may be a part of another.
  values.sort((one, other) => other.length - one.length)
  return values.reduce((said, value) => said.replaceAll(value, '…'), text).replace(login, '…@')
}
