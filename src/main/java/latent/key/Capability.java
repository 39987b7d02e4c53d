package latent.key;

/**
 * Something that an engine may lack.
 *
 * @param noun what a sentence calls it, capitalised: {@code A blur}
 */
public record Capability(String noun) {}
