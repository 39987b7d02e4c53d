package latent.local.website;

/** A website configuration that PutBucketWebsite refuses with 400; code and message are those of S3. */
public final class InvalidWebsiteConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private InvalidWebsiteConfiguration(String code, String message) {
        super(message);
        this.code = code;
    }

    static InvalidWebsiteConfiguration argument(String message) {
        return new InvalidWebsiteConfiguration("InvalidArgument", message);
    }

    static InvalidWebsiteConfiguration request(String message) {
        return new InvalidWebsiteConfiguration("InvalidRequest", message);
    }

    /** What the document lacks, or has too much of. S3 says no more than the first sentence; the second is ours. */
    static InvalidWebsiteConfiguration malformed(String detail) {
        return new InvalidWebsiteConfiguration(
                "MalformedXML",
                "The XML you provided was not well-formed or did not validate against our published schema. " + detail);
    }

    /** S3's error code. */
    public String code() {
        return code;
    }
}
