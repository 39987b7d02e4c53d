package latent.render.cost;

import java.time.Duration;
import java.util.Locale;
import latent.image.ImageHeader;
import latent.key.Transformation;
import latent.refusal.Reason;
import latent.refusal.Refusal;

/**
 * Refuses renditions that are expected to take too long.
 *
 * @param most CPU time of one render
 */
public record CostLimit(CostModel model, Duration most) {
    /**
     * What a rendition is expected to cost.
     *
     * @param fileBytes size of the original's file
     * @throws Refusal OVER_MAX_COST, with a sentence that says what to ask for instead; TOO_LARGE when no format or screen could show it
     */
    public RenderCost admit(ImageHeader header, long fileBytes, Transformation transformation) {
        RenderCost cost = model.of(header, fileBytes, transformation);
        if (cost.cpuSeconds() * 1e9 > most.toNanos()) {
            throw new Refusal(
                    Reason.OVER_MAX_COST,
                    String.format(
                            Locale.ROOT,
                            "This rendition would take about %.0f s to make, and at most %d s are allowed:"
                                    + " ask for a smaller size, less blur, or a format that is written faster, such as .jpg.",
                            cost.cpuSeconds(),
                            most.toSeconds()));
        }
        return cost;
    }
}
