package latent.refusal;

/** A failure of ours of a known kind. Its message is for the log. */
public final class FaultException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;

    public FaultException(Fault fault, String what) {
        super(what);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
