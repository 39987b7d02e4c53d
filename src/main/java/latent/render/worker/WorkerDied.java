package latent.render.worker;

/** A worker is gone, in the middle of a render or before it was ready. The message is a sentence for the log, with its last words. */
final class WorkerDied extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean killedFromOutside;

    WorkerDied(String how) {
        super(how);
        this.killedFromOutside = false;
    }

    WorkerDied(String how, boolean killedFromOutside, Throwable cause) {
        super(how, cause);
        this.killedFromOutside = killedFromOutside;
    }

    /** By an operator or by the system when it is short of memory: what it rendered need not be the reason. */
    boolean killedFromOutside() {
        return killedFromOutside;
    }
}
