package latent.local;

/**
 * What a bucket policy allows everyone.
 *
 * @param get  {@code s3:GetObject} on every object
 * @param list {@code s3:ListBucket}; without it S3 answers 403 instead of 404 for a missing key, and a routing rule for 404 never applies
 */
public record AnonymousAccess(boolean get, boolean list) {
    public static final AnonymousAccess NONE = new AnonymousAccess(false, false);
    public static final AnonymousAccess GET = new AnonymousAccess(true, false);
    public static final AnonymousAccess GET_AND_LIST = new AnonymousAccess(true, true);
}
