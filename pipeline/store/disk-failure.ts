import { Failure } from '../model/failure.ts'

/** `ENOENT` and the like; null for what is no error of the system. */
export function errno(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** What a failed call of the file system means for the store in `folder`; other errors come back as they are. */
export function diskFailure(error: unknown, folder: string, key: string): unknown {
  const code = errno(error)
  if (code === null || error instanceof Failure) return error
  const what = `\`${key}\` in ${folder}`
  switch (code) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return failure(
        'disk-read-only',
        `${what} can't be written or read.`,
        code,
        'Grant this user access to the folder, or choose another one.',
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return failure('disk-full', `There is no room for ${what}.`, code, 'Free space on the disk, then run the command again.')
    case 'EEXIST':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'ENOTEMPTY':
      return failure('key-conflict', `${what} would be a file and a folder at once.`, code, 'Give one of the two another name.')
    case 'ENAMETOOLONG':
      return failure('key-too-long', `${what} has a name that is too long for this disk.`, code, 'Give it a shorter slug or id.')
    default:
      return failure('disk-failed', `${what} could not be reached.`, code, 'Look after the disk, then run the command again.')
  }

  function failure(name: string, sentence: string, why: string, next: string): Failure {
    return new Failure(name, { exit: 3, what: sentence, why: `The system said ${why}.`, next }, { cause: error })
  }
}
