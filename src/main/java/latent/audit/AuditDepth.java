package latent.audit;

/** How closely renditions are looked at; each looks at what those before it do. */
public enum AuditDepth {
    /** What listings, inventories or tables tell: orphaned and stale ones. Only what looks wrong is asked for. */
    LISTING,
    /** A HEAD request for each: also wrong types and missing headers. */
    HEADERS,
    /** A GET request for each: also torn ones, and types by the first bytes. */
    BYTES
}
