package latent.render.worker;

/** A worker ended during a render or before it was ready. The message is for the log, and has the end of its standard error. */
final class WorkerDied extends Exception {
    private static final long serialVersionUID = 1L;

    private final DeathCause reason;

    WorkerDied(DeathCause reason, String how) {
        super(how);
        this.reason = reason;
    }

    WorkerDied(DeathCause reason, String how, Throwable cause) {
        super(how, cause);
        this.reason = reason;
    }

    DeathCause reason() {
        return reason;
    }
}
