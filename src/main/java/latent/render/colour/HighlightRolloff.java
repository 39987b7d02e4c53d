package latent.render.colour;

/**
 * Maps light that is brighter than a common screen's white into its range, one channel at a time. Up to the white of a page, 203 cd/m2 (ITU-R
 * BT.2408), it is half as bright as the screen can be; from there it rises by a logarithm that goes on with the same slope, and 1,000 cd/m2 and all
 * above is white. On grays that is within three levels of what Chromium shows.
 */
final class HighlightRolloff {
    private static final double PAGE_WHITE = 203;
    private static final double BRIGHTEST = 1_000 / PAGE_WHITE;
    private static final double HALF = 0.5;

    /** Solves {@code BEND / ln(1 + BEND) = BRIGHTEST - 1}: then the slope is a half where the logarithm begins. */
    private static final double BEND = 9.066;

    private HighlightRolloff() {}

    /** Light, 0 to 1, for an amount in cd/m2. */
    static double onScreen(double candelas) {
        double light = candelas / PAGE_WHITE;
        if (light <= 1) {
            return HALF * light;
        }
        double above = Math.min(1, (light - 1) / (BRIGHTEST - 1));
        return HALF + HALF * Math.log1p(BEND * above) / Math.log1p(BEND);
    }
}
