package latent.render.colour;

import java.util.Optional;

/** From the number of a sample, 0 to 1, to light, where 1 is the white of a screen. */
sealed interface ToneCurve {
    /** The curve of sRGB (IEC 61966-2-1). */
    ToneCurve SRGB = new Power(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);

    /** Of the displays that video of ITU-R BT.709, BT.601 and BT.2020 is made for (BT.1886); Chromium takes it for these code points too. */
    ToneCurve VIDEO = Power.of(2.4);

    double light(double number);

    /** {@code (scale * number + offset)} to the power of {@code gamma}, and {@code slope * number} below {@code start}. */
    record Power(double gamma, double scale, double offset, double slope, double start) implements ToneCurve {
        static Power of(double gamma) {
            return new Power(gamma, 1, 0, 0, 0);
        }

        @Override
        public double light(double number) {
            return number < start ? slope * number : Math.pow(scale * number + offset, gamma);
        }
    }

    /** Brighter than a screen's white can be, and rolled off to it by {@link HighlightRolloff}. */
    enum HighDynamicRange implements ToneCurve {
        /** Perceptual quantizer: a number is an amount of light, up to 10,000 cd/m2 (SMPTE ST 2084). */
        PQ {
            @Override
            double candelas(double number) {
                double root = Math.pow(number, 32 / 2523.0);
                double above = Math.max(0, root - 3424 / 4096.0);
                return 10_000 * Math.pow(above / (2413 / 128.0 - 2392 / 128.0 * root), 8192 / 1305.0);
            }
        },
        /** Hybrid log-gamma, shown on a display of 1,000 cd/m2, whose own gamma is 1.2 (ITU-R BT.2100). */
        HLG {
            private static final double A = 0.17883277;

            @Override
            double candelas(double number) {
                double offset = 0.5 - A * Math.log(4 * A);
                double scene = number <= 0.5 ? number * number / 3 : (Math.exp((number - offset) / A) + 1 - 4 * A) / 12;
                return 1_000 * Math.pow(scene, 1.2);
            }
        };

        abstract double candelas(double number);

        @Override
        public double light(double number) {
            return HighlightRolloff.onScreen(candelas(number));
        }
    }

    /**
     * The curve of a code point.
     *
     * @param codePoint of ITU-T H.273, table 3
     * @return empty where it says nothing, or something that is no light on a screen
     */
    static Optional<ToneCurve> of(int codePoint) {
        return Optional.ofNullable(
                switch (codePoint) {
                    case 1, 6, 11, 14, 15 -> VIDEO;
                    case 4 -> Power.of(2.2);
                    case 5 -> Power.of(2.8);
                    case 7 -> new Power(1 / 0.45, 1 / 1.1115, 0.1115 / 1.1115, 1 / 4.0, 0.0912);
                    case 8 -> Power.of(1);
                    case 13 -> SRGB;
                    case 16 -> HighDynamicRange.PQ;
                    case 17 -> new Power(2.6, Math.pow(52.37 / 48, 1 / 2.6), 0, 0, 0);
                    case 18 -> HighDynamicRange.HLG;
                    default -> null;
                });
    }
}
