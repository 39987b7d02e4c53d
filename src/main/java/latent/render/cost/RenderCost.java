package latent.render.cost;

/**
 * What a render is expected to cost.
 *
 * @param cpuSeconds of all threads together, on the machine that the table was measured on
 */
public record RenderCost(double cpuSeconds) {
    /**
     * CPU time of an ordinary rendition for each pixel of the photograph that it is made from: the median of those in {@code bench/cost.tsv} with
     * libvips. Sequential JPEG files take a quarter of it, progressive ones a little more.
     */
    private static final double SECONDS_PER_PHOTOGRAPH_PIXEL = 12e-9;

    /** Size of the photograph whose ordinary rendition takes as long. */
    public long photographPixels() {
        return Math.round(cpuSeconds / SECONDS_PER_PHOTOGRAPH_PIXEL);
    }
}
