package latent.spark;

/** Thrown when a job fails for a reason that the operator can change; the message says which. */
public final class JobFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param sentence for the operator */
    public JobFailed(String sentence) {
        super(sentence);
    }
}
