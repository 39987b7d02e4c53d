package latent.key;

import java.util.Arrays;
import java.util.Optional;
import latent.image.ImageFormat;

/** What stays in view when a picture is cut to fill its box, and where it stands when it is padded. */
public sealed interface Gravity extends Option {
    Capability COMPASS_POINT = new Capability("A gravity");
    Capability FOCAL_POINT = new Capability("A focal point");
    Capability SMART_CROP = new Capability("A smart crop");

    OptionKind<Gravity> KIND = OptionKind.of(
                    Gravity.class,
                    "g-(no|ne|ea|se|so|sw|we|nw|sm|PERCENT-PERCENT)".replace("PERCENT", "(0|[1-9][0-9]?|100)"),
                    Gravity::read,
                    gravity -> "g-" + gravity.argument(),
                    COMPASS_POINT,
                    FOCAL_POINT,
                    SMART_CROP)
            .documented(
                    "g-no, g-ne, g-ea, g-se, g-so, g-sw, g-we, g-nw, g-X-Y, g-sm",
                    "What stays in view: an edge or a corner by its compass point, a focal point of the upright original, or (`g-sm`)"
                            + " the part that draws the eye. The centre is the default. It needs `fill`; a compass point also goes with"
                            + " `pad`, and says where the picture stands.",
                    "X from the left and Y from the top, in per cent, 0 to 100",
                    "fill_g-30-70",
                    "g-no",
                    "pad_g-sm",
                    "fill_g-101-0");

    /** A compass point; the centre is the default and is never spelt. */
    enum Compass implements Gravity {
        CENTRE("ce"),
        NORTH("no"),
        NORTH_EAST("ne"),
        EAST("ea"),
        SOUTH_EAST("se"),
        SOUTH("so"),
        SOUTH_WEST("sw"),
        WEST("we"),
        NORTH_WEST("nw");

        private final String word;

        Compass(String word) {
            this.word = word;
        }

        @Override
        public boolean isDefault() {
            return this == CENTRE;
        }

        @Override
        public String argument() {
            return word;
        }

        @Override
        public Optional<Capability> needs(ImageFormat output) {
            return Optional.of(COMPASS_POINT);
        }
    }

    /** A point of the upright picture that stays as near the middle as it can; x from the left, y from the top, in per cent, 0 to 100. */
    record FocalPoint(int xPercent, int yPercent) implements Gravity {
        @Override
        public String argument() {
            return xPercent + "-" + yPercent;
        }

        @Override
        public Optional<Capability> needs(ImageFormat output) {
            return Optional.of(FOCAL_POINT);
        }
    }

    /** The part that draws the eye, found by the engine. */
    record Smart() implements Gravity {
        @Override
        public String argument() {
            return "sm";
        }

        @Override
        public Optional<Capability> needs(ImageFormat output) {
            return Optional.of(SMART_CROP);
        }
    }

    /** What its token says after {@code g-}. */
    String argument();

    @Override
    default Optional<String> conflict(Transformation whole) {
        boolean goes = whole.fit() == Fit.FILL || (whole.fit() == Fit.PAD && this instanceof Compass);
        return goes ? Optional.empty() : Optional.of("Gravity needs fill; a compass point also goes with pad.");
    }

    private static Gravity read(String argument) {
        int dash = argument.indexOf('-');
        if (dash > 0) {
            return new FocalPoint(
                    Integer.parseInt(argument.substring(0, dash)), Integer.parseInt(argument.substring(dash + 1)));
        }
        return Arrays.stream(Compass.values())
                .filter(point -> point.word.equals(argument))
                .findFirst()
                .<Gravity>map(point -> point)
                .orElseGet(Smart::new);
    }
}
