/**
 * For the bundle alone: what V8 compiled while a process ran is kept beside it, for the next one. Node's own cache keeps what is compiled before a file
 * runs: nearly none of the functions in it.
 */
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const Module = require('node:module')
const { basename, dirname, join } = require('node:path')
const { Script } = require('node:vm')

/** V8 refuses what another version of it made, or the same with other settings: the file is compiled as if nothing were kept. */
const folder = join(__dirname, 'compiled', ['ran', process.version, process.arch, ...process.execArgv].join('-').replace(/[^\w.=-]/g, '_'))
const compile = Module.prototype._compile

/** By the names of files: scripts of which nothing was kept. */
const fresh = new Map()

if (!process.env.NODE_DISABLE_COMPILE_CACHE) {
  Module.prototype._compile = compileFromKept
  process.on('exit', keep)
}

/** A script that is made by hand can't import. */
exports.imported = (specifier) => import(specifier)

function compileFromKept(content, filename, ...more) {
  if (dirname(filename) !== __dirname) return compile.call(this, content, filename, ...more)
  const name = basename(filename)
  const cachedData = kept(name)
  const script = new Script(Module.wrap(content), { filename, cachedData })
  if (cachedData === undefined) fresh.set(name, script)
  return script.runInThisContext().call(this.exports, this.exports, Module.createRequire(filename), this, filename, __dirname)
}

function kept(name) {
  try {
    return readFileSync(join(folder, name))
  } catch {
    return undefined
  }
}

/** A folder that can't be written to keeps nothing. */
function keep() {
  try {
    if (fresh.size > 0) mkdirSync(folder, { recursive: true })
    for (const [name, script] of fresh) {
      const path = join(folder, name)
      writeFileSync(`${path}.${process.pid}`, script.createCachedData())
      renameSync(`${path}.${process.pid}`, path)
    }
  } catch (error) {
    if (error.syscall === undefined) throw error
  }
}
