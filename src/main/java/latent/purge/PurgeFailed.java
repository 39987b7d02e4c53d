package latent.purge;

/** Thrown when S3 or CloudFront fails during a purge. The message is for the operator; the same purge may be run again. */
public final class PurgeFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    PurgeFailed(PurgeScope scope, long removed, RuntimeException cause) {
        super(
                "The purge of " + scope + " is not complete; " + removed
                        + " renditions were removed. Run it again. The cause: " + cause.getMessage(),
                cause);
    }
}
