import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from '../model/digest.ts'
import { Failure } from '../model/failure.ts'
import { type JsonNode, jsonOffset, jsonValue, readJson } from '../model/json.ts'
import { parseLocale } from '../model/locale.ts'
import { type Place, pointAt } from '../model/place.ts'
import type { Site } from '../model/site.ts'
import { buildSite } from './build-site.ts'
import { configFailed } from './config-failed.ts'
import { type Described, describeIssue } from './describe-issue.ts'
import { failures, type Mistake } from './failures.ts'
import { importConfig } from './import-config.ts'
import { knownKeys } from './known-keys.ts'
import { siteSchema } from './site-schema.ts'
import './resolve-colophon.ts'

export const configFiles = ['colophon.config.ts', 'colophon.config.js', 'colophon.config.json'] as const

/**
 * Load the configuration of the site in `root` (absolute), checked and with its defaults.
 *
 * Without one the locales are those that have a folder below `locales/`, English the source.
 *
 * @throws {Failure} `root-missing`, `config-twice`, `config-failed`, `config-invalid`
 */
export async function loadSite(root: string): Promise<Site> {
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) throw new Failure('root-missing', failures['root-missing'](root))
  const [file, ...more] = configFiles.filter((name) => existsSync(join(root, name)))
  if (file === undefined) return checkConfig({ kind: 'value', name: 'locales/', value: configFromFolders(root) }, root)
  if (more.length > 0) throw new Failure('config-twice', failures['config-twice']([file, ...more]))
  const text = readConfig(root, file)
  const config: LoadedConfig = file.endsWith('.json')
    ? parseConfig(file, text)
    : { kind: 'value', name: file, value: await importConfig(root, file, digest(text)) }
  return checkConfig(config, root)
}

type LoadedConfig =
  | { readonly kind: 'value'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'json'; readonly name: string; readonly text: string; readonly node: JsonNode; readonly value: unknown }

function readConfig(root: string, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(join(root, file)))
  } catch (error) {
    const why = error instanceof TypeError ? 'It is not UTF-8.' : String(error instanceof Error ? error.message : error)
    throw configFailed(error, { file, why })
  }
}

function configFromFolders(root: string): unknown {
  const folder = join(root, 'locales')
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : []
  const tags = entries.flatMap((entry) => (entry.isDirectory() && parseLocale(entry.name) === entry.name ? [entry.name] : []))
  return { sourceLocale: 'en', locales: ['en', ...tags.filter((tag) => tag !== 'en').sort()] }
}

function parseConfig(file: string, text: string): LoadedConfig {
  const read = readJson(text)
  if (read.kind === 'read') return { kind: 'json', name: file, text, node: read.root, value: jsonValue(read.root) }
  const mistake = { text: `expected ${read.expected}, found ${read.found}.`, place: { file, ...pointAt(text, read.offset) } }
  throw new Failure('config-invalid', failures['config-invalid'](file, [mistake]))
}

function checkConfig(config: LoadedConfig, root: string): Site {
  const schema = siteSchema()
  const checked = schema.safeParse(config.value)
  const built = checked.success
    ? buildSite(checked.data, root)
    : {
        kind: 'wrong' as const,
        mistakes: checked.error.issues.map((issue) => describeIssue(issue, config.value, (path) => knownKeys(schema, path))),
      }
  if (built.kind === 'site') return built.site
  throw new Failure(
    'config-invalid',
    failures['config-invalid'](
      config.name,
      built.mistakes.map((mistake) => located(mistake, config)),
    ),
  )
}

function located({ path, text, of }: Described, config: LoadedConfig): Mistake {
  if (config.kind === 'value') return { text }
  const place: Place = { file: config.name, ...pointAt(config.text, jsonOffset(config.node, path, of)) }
  return { text, place }
}
