package latent.render.worker;

/** Why a worker ended. */
enum DeathCause {
    /** By a fault in the worker: a signal such as SIGSEGV, or an answer that is none. */
    CRASH("crash", "died"),
    /** We ended it: its render had spent its processor time. */
    PROCESSOR_TIME("deadline", "was ended: its render had spent its processor time"),
    /** We ended it: its render had neither finished nor spent its processor time. */
    WALL_TIME("deadline", "was ended: its render had not finished in time"),
    /** It could get no more memory. */
    MEMORY("memory", "ran out of memory"),
    /** By an operator, or by the system when it is short of memory: what it rendered need not be the reason. */
    KILLED("killed", "was killed from outside"),
    /** We ended it: it had grown too large, or there was no work for it. */
    RETIRED("retired", "was retired"),
    /** It was never ready. */
    NOT_READY("not-ready", "did not start");

    private final String label;
    private final String what;

    DeathCause(String label, String what) {
        this.label = label;
        this.what = what;
    }

    /** For the metrics. */
    String label() {
        return label;
    }

    /** For a sentence that begins with "A render worker". */
    String what() {
        return what;
    }
}
