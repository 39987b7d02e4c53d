package latent.lazy;

/**
 * Moving hit rate of stored-rendition look-ups. It decides whether the original is opened in parallel with the look-up: behind a website that serves
 * what is stored, look-ups mostly miss, and opening early saves time; where every request comes here, they mostly hit, and opening early would be
 * wasted. Thread-safe.
 */
final class LookUpHistory {
    /** Weight of the latest look-up; about the last twenty count. */
    private static final double WEIGHT = 0.05;

    private static final double MOSTLY = 0.5;

    private double foundShare;

    /** Counts one look-up: whether it found a stored rendition. */
    synchronized void found(boolean something) {
        foundShare += WEIGHT * ((something ? 1 : 0) - foundShare);
    }

    /** Whether fewer than half of the recent look-ups found something. */
    synchronized boolean mostlyFoundNothing() {
        return foundShare < MOSTLY;
    }
}
