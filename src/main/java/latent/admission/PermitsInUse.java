package latent.admission;

/**
 * Permits to render at one moment, and their limits.
 *
 * @param renders that run
 * @param bytes   of memory that they have between them
 * @param waiting for room; those who wait for a turn among the long renders are not among them
 */
public record PermitsInUse(int renders, int maxRenders, long bytes, long maxBytes, int waiting) {}
