package latent.local.web;

/** A port that another program listens on; the message tells the operator what to do. */
public final class PortInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The port, what was to listen there, and the flag that chooses another. */
    public PortInUse(int port, String listener, String flag, Throwable cause) {
        super("port " + port + " is in use, so " + listener + " cannot start: choose another with " + flag, cause);
    }
}
