import type { SiteConfig } from './site-config.ts'

/** The configuration as it is; editors complete and check it by its type. */
export function defineConfig(config: SiteConfig): SiteConfig {
  return config
}
