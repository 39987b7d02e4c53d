package latent.render.cost;

/**
 * What a render is expected to cost.
 *
 * @param cpuSeconds       of all threads together, on the machine that the table was measured on
 * @param photographPixels size of the ordinary photograph whose ordinary rendition takes as long
 */
public record RenderCost(double cpuSeconds, long photographPixels) {}
