package latent.lazy;

/**
 * Whether look-ups for stored renditions found something lately. Where a website in front serves what is stored, they find nothing, and an original that is
 * opened meanwhile is of use; where every request comes here, most find something, and it would be opened for nothing. Thread-safe.
 */
final class LookUpHistory {
    /** Of the latest look-up; so some twenty are remembered. */
    private static final double WEIGHT = 0.05;

    private static final double MOSTLY = 0.5;

    private double foundShare;

    /** A look-up is over. */
    synchronized void found(boolean something) {
        foundShare += WEIGHT * ((something ? 1 : 0) - foundShare);
    }

    synchronized boolean mostlyFoundNothing() {
        return foundShare < MOSTLY;
    }
}
