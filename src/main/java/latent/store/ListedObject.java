package latent.store;

import java.time.Instant;

/**
 * An object as a listing of its bucket shows it.
 *
 * @param eTag quoted, as S3 gives it
 */
public record ListedObject(String key, String eTag, long bytes, Instant modified) {}
