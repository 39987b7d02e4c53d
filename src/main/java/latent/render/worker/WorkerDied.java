package latent.render.worker;

/** A worker ended, or had to be ended, before it answered. */
final class WorkerDied extends Exception {
    private static final long serialVersionUID = 1L;

    WorkerDied(String how) {
        super(how);
    }

    WorkerDied(String how, Throwable cause) {
        super(how, cause);
    }
}
