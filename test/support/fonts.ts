import { fileURLToPath } from 'node:url'

/** A Chinese font, whole: ZCOOL XiaoWei, 2.2 MB. */
export const chineseFont = fileURLToPath(
  import.meta.resolve('@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff2'),
)
