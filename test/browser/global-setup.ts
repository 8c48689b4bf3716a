import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import type { TestProject } from 'vitest/node'
import { buildSite } from './built-site.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The browser's binary. */
    readonly chromium: string
    /** The folder that the demo site was built into. */
    readonly demo: string
  }
}

/** Unpack Chromium and build the demo site, once; `CHROMIUM` names another binary. */
export async function setup(project: TestProject): Promise<() => void> {
  project.provide('chromium', process.env['CHROMIUM'] ?? (await chromium.executablePath()))
  const demo = mkdtempSync(join(tmpdir(), 'colophon-demo-'))
  buildSite(demo)
  project.provide('demo', demo)
  return () => rmSync(demo, { recursive: true })
}
