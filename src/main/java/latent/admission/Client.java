package latent.admission;

/** Who asks, as far as we can trust it: an address, or the network that one customer gets. */
public record Client(String identity) {}
