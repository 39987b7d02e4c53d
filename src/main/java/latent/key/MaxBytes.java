package latent.key;

import java.util.Optional;
import latent.image.ImageFormat;

/** Quality is lowered until the file has no more bytes than this. */
public record MaxBytes(int bytes) implements Option {
    /** A PNG is made smaller by a palette. */
    public static final Capability OF_PNG = new Capability("A bound on the bytes of a PNG");

    private static final Capability OF_OTHERS = new Capability("A bound on the bytes");

    static final OptionKind<MaxBytes> KIND = OptionKind.number(
                    MaxBytes.class, "max-", "[1-9][0-9]{2,7}", MaxBytes::new, MaxBytes::bytes, OF_OTHERS, OF_PNG)
            .documented(
                    "max-N",
                    "Quality is lowered until the file is no larger. A picture that cannot be made that small is answered with 415.",
                    "N in bytes, 100 to 99999999",
                    "max-20000",
                    "max-99",
                    "max-20k");

    @Override
    public Optional<Capability> needs(ImageFormat output) {
        return Optional.of(output == ImageFormat.PNG ? OF_PNG : OF_OTHERS);
    }
}
