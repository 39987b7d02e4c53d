package latent.lazy;

import java.time.Duration;

/**
 * How renditions are stored.
 *
 * @param maxBytes how much may wait to be stored
 * @param drain    how long {@link WriteBack#close} goes on trying, and how long an answer waits that comes after its rendition is stored
 */
public record WriteBackSettings(WriteBackTiming when, long maxBytes, Duration drain) {}
