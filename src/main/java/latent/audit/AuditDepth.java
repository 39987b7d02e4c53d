package latent.audit;

/** How closely renditions are examined. Each depth includes those before it. */
public enum AuditDepth {
    /** Compares listings, inventories or tables: finds orphaned and stale renditions. Only what looks wrong is requested from S3. */
    LISTING,
    /** A HEAD request for each rendition: also finds wrong types and missing headers. */
    HEADERS,
    /** A GET request for each rendition: also finds torn files, and compares types with the first bytes. */
    BYTES
}
