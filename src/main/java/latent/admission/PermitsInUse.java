package latent.admission;

/**
 * Render permits in use at one moment, and their limits.
 *
 * @param renders    number of running renders
 * @param bytes      memory that they hold together
 * @param waiting    renders that wait for a thread and memory, without the long renders that wait for a turn
 */
public record PermitsInUse(int renders, int maxRenders, long bytes, long maxBytes, int waiting) {}
