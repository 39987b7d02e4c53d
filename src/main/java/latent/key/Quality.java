package latent.key;

import java.util.Optional;
import latent.image.ImageFormat;

/** The quality at which a rendition is encoded. */
public sealed interface Quality extends Option {
    Capability AUTOMATIC = new Capability("Automatic quality");
    /** A PNG of a quality below 100. */
    Capability PALETTE = new Capability("A PNG palette");

    OptionKind<Quality> KIND = OptionKind.of(
                    Quality.class,
                    "q-(auto|[1-9][0-9]?|100)",
                    Quality::read,
                    quality -> "q-" + quality.argument(),
                    AUTOMATIC,
                    PALETTE)
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

        @Override
        public String argument() {
            return "default";
        }

        @Override
        public Optional<Capability> needs(ImageFormat output) {
            return Optional.empty();
        }
    }

    /** 1 to 100, on the encoder's own scale. */
    record Fixed(int value) implements Quality {
        @Override
        public String argument() {
            return String.valueOf(value);
        }

        @Override
        public Optional<Capability> needs(ImageFormat output) {
            return output == ImageFormat.PNG && value < 100 ? Optional.of(PALETTE) : Optional.empty();
        }
    }

    /** The smallest file that still looks like the resized picture, by structural similarity. */
    record Auto() implements Quality {
        @Override
        public String argument() {
            return "auto";
        }

        @Override
        public Optional<Capability> needs(ImageFormat output) {
            return Optional.of(AUTOMATIC);
        }
    }

    /** What its token says after {@code q-}. */
    String argument();

    private static Quality read(String argument) {
        return argument.equals("auto") ? new Auto() : new Fixed(Integer.parseInt(argument));
    }
}
