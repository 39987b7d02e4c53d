package latent.key;

import java.util.Optional;
import latent.image.ImageFormat;

/** The quality at which a rendition is encoded. */
public sealed interface Quality extends Option {
    Capability AUTOMATIC = new Capability("Automatic quality");
    /** A PNG of a quality below 100. */
    Capability PALETTE = new Capability("A PNG palette");

    OptionKind<Quality> KIND = OptionKind.of(
                    Quality.class, "q-(auto|[1-9][0-9]?|100)", Quality::read, Quality::write, AUTOMATIC, PALETTE)
            .documented(
                    "q-N, q-auto",
                    "The encoder's quality, on its own scale; `q-auto` makes the smallest file that still looks like the resized"
                            + " picture. Without it each format has the quality that is configured. A PNG of a quality below 100 gets"
                            + " a palette.",
                    "N, 1 to 100",
                    "q-80",
                    "q-0",
                    "q-080",
                    "q-101");

    /** What the deployment configured for the format; never spelt. */
    record Default() implements Quality {
        @Override
        public boolean isDefault() {
            return true;
        }
    }

    /** 1 to 100, on the encoder's own scale. */
    record Fixed(int value) implements Quality {}

    /** The smallest file that still looks like the resized picture, by structural similarity. */
    record Auto() implements Quality {}

    @Override
    default Optional<Capability> needs(ImageFormat output) {
        return switch (this) {
            case Default unspelt -> Optional.empty();
            case Fixed fixed ->
                output == ImageFormat.PNG && fixed.value() < 100 ? Optional.of(PALETTE) : Optional.empty();
            case Auto auto -> Optional.of(AUTOMATIC);
        };
    }

    private static String write(Quality quality) {
        return switch (quality) {
            case Default unspelt -> "q-default";
            case Fixed fixed -> "q-" + fixed.value();
            case Auto auto -> "q-auto";
        };
    }

    private static Quality read(String argument) {
        return argument.equals("auto") ? new Auto() : new Fixed(Integer.parseInt(argument));
    }
}
