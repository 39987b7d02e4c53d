package latent.purge;

/** S3 or CloudFront did not do its part of a purge. The message is for people; the same purge may be run again. */
public final class PurgeFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    PurgeFailed(PurgeScope scope, long removed, RuntimeException cause) {
        super(
                "The purge of " + scope + " is not complete; " + removed
                        + " renditions were removed. Run it again. The cause: " + cause.getMessage(),
                cause);
    }
}
