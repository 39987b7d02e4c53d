package latent.render.cost;

import java.util.Map;
import latent.image.ImageHeader;
import latent.key.Transformation;

/**
 * Estimates what a render costs: the CPU time of each kind of work by its amount, added up. Good within a factor of three; what a header does not
 * tell, such as how busy the picture is, makes the rest.
 *
 * @param seconds              CPU seconds for one unit of each kind of work; a kind that is not there costs nothing
 * @param animates             all frames of an animation are rendered
 * @param secondsPerPhotographPixel CPU seconds of an ordinary rendition, for each pixel of an ordinary photograph
 */
public record CostModel(Map<Work, Double> seconds, boolean animates, double secondsPerPhotographPixel) {
    public CostModel {
        seconds = Map.copyOf(seconds);
    }

    /**
     * The cost of one rendition.
     *
     * @throws latent.refusal.Refusal when it would be larger than any format or screen can show
     */
    public RenderCost of(ImageHeader header, Transformation transformation) {
        double total = 0;
        for (var part : Workload.of(header, transformation, animates).entrySet()) {
            total += part.getValue() * seconds.getOrDefault(part.getKey(), 0.0);
        }
        return new RenderCost(total, Math.round(total / secondsPerPhotographPixel));
    }
}
