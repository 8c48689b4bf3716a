import { Failure } from '../model/failure.ts'
import { failures } from './failures.ts'

/** The failure for an error that `node:fs` threw; any other error stays as it is, since it is a bug. */
export function diskFailure(path: string, error: unknown): unknown {
  const code = diskCode(error)
  if (code === null) return error
  const name = codes[code] ?? 'disk-failed'
  return new Failure(name, failures[name](path, whys[code] ?? `The system says ${code}.`), { cause: error })
}

/** `ENOENT`, `EROFS` and the like; null for an error that isn't the system's. */
export function diskCode(error: unknown): string | null {
  const { code, syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {}
  return typeof code === 'string' && (syscall !== undefined || code.startsWith('ERR_FS_')) ? code : null
}

const codes: Readonly<Record<string, keyof typeof failures>> = {
  EROFS: 'disk-read-only',
  EACCES: 'disk-read-only',
  EPERM: 'disk-read-only',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
}

const whys: Readonly<Record<string, string>> = {
  EROFS: 'The file system is mounted read-only (EROFS).',
  EACCES: 'The permissions of the file or its folder forbid it (EACCES).',
  EPERM: 'The operation is not permitted (EPERM).',
  ENOSPC: 'The disk is full (ENOSPC).',
  EDQUOT: 'The quota is used up (EDQUOT).',
  ENOTDIR: 'A file stands where a folder is needed (ENOTDIR).',
  EEXIST: 'A file stands where a folder is needed (EEXIST).',
  EISDIR: 'A folder stands where the file should be (EISDIR).',
  ENOTEMPTY: 'A folder stands where the file should be (ENOTEMPTY).',
  ENOENT: 'It is not there (ENOENT).',
  ENAMETOOLONG: 'The name is too long for this file system (ENAMETOOLONG).',
  EMFILE: 'Too many files are open (EMFILE).',
  EIO: 'Reading or writing failed (EIO).',
}
