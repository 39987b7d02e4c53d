package latent.key;

/** How hard the encoder tries. */
public sealed interface Quality {
    /** What the deployment configured for the format; never spelt. */
    record Default() implements Quality {}

    /** 1 to 100, on the encoder's own scale. */
    record Fixed(int value) implements Quality {}

    /** The smallest file that still looks like the resized picture, by structural similarity. */
    record Auto() implements Quality {}
}
