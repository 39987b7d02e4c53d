package latent.lazy;

import java.time.Duration;

/**
 * Settings of the write-back.
 *
 * @param maxBytes limit on renditions that wait to be stored, in bytes
 * @param drain    how long {@link WriteBack#close} goes on trying, and how long an answer waits that is given after its rendition is stored
 */
public record WriteBackSettings(WriteBackTiming when, long maxBytes, Duration drain) {}
