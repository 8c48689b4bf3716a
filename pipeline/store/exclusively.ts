import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeFolders } from '../disk/make-folders.ts'
import { Failure } from '../model/failure.ts'

/** Ms: work is done in a few; who takes longer was stopped in the middle of it. */
const usual = 10_000

/** Of its result codes, those that are no mistake of the file system. */
const sqlite = { busy: 5, readOnly: 8, full: 13, cantOpen: 14 } as const

/**
 * Do work that no other process may do at the same time, which it does between the same words.
 *
 * Node has no locks of its own. SQLite's, on an empty database, are the system's: a process that dies gives its lock back, and one that is stopped keeps it.
 *
 * @param file is made where it isn't there
 * @param patience ms
 * @throws {Failure} `lease-held` where another process keeps the lock for longer than that; `store-refused` where the file system has no locks
 */
export function exclusively<Result>(file: string, work: () => Result, patience = usual): Result {
  using _ = lock(file, patience)
  return work()
}

function lock(file: string, patience: number): Disposable {
  makeFolders(dirname(file))
  try {
    const database = new DatabaseSync(file, { timeout: patience })
    try {
      // Without a journal in a file of its own, for which a full disk has no room.
      database.exec('PRAGMA journal_mode = MEMORY; BEGIN IMMEDIATE')
    } catch (error) {
      database.close()
      throw error
    }
    // What is closed gives back its lock.
    return { [Symbol.dispose]: () => database.close() }
  } catch (error) {
    throw failureOf(error, file)
  }
}

/** By the names of the system's errors, where SQLite has one of its own. */
function failureOf(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null
  switch (code) {
    case sqlite.busy:
      return held(file, error)
    case sqlite.readOnly:
    case sqlite.cantOpen:
      return Object.assign(new Error(`No access to ${file}`, { cause: error }), { code: 'EACCES' })
    case sqlite.full:
      return Object.assign(new Error(`No room for ${file}`, { cause: error }), { code: 'ENOSPC' })
    default:
      return lockless(file, error)
  }
}

function held(file: string, cause: unknown): Failure {
  return new Failure(
    'lease-held',
    {
      exit: 3,
      what: `Another process has ${file} locked.`,
      why: 'Only one process may write to a folder at a time, and that one has stopped in the middle of it.',
      next: 'Let it go on or end it, then run the command again.',
    },
    { cause },
  )
}

function lockless(file: string, cause: unknown): Failure {
  const why = cause instanceof Error ? { why: cause.message } : {}
  return new Failure(
    'store-refused',
    { exit: 3, what: `${file} can't be locked.`, ...why, next: 'Publish to a folder whose file system has locks.' },
    { cause },
  )
}
