/** S3 sends an object's metadata as headers of this form, and CloudFront reads tags from the header that its `CacheTagConfig` names. */
export const cacheTagHeader = 'x-amz-meta-cache-tag'
