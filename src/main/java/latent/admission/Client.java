package latent.admission;

/**
 * A client for the rate limits.
 *
 * @param identity its address, or the network that one customer of a provider gets
 */
public record Client(String identity) {}
