package latent.render.cost;

import java.util.Map;
import java.util.Set;
import latent.image.ImageHeader;
import latent.key.Capability;
import latent.key.Transformation;

/**
 * Estimates what a render costs: the CPU time of each kind of work by its amount, added up. Good within a factor of three; what a header does not
 * tell, such as how busy the picture is, makes the rest.
 *
 * @param seconds    CPU seconds for one unit of each kind of work; a kind that is not there costs nothing
 * @param abilities what the engine can
 */
public record CostModel(Map<WorkKind, Double> seconds, Set<Capability> abilities) {
    public CostModel {
        seconds = Map.copyOf(seconds);
        abilities = Set.copyOf(abilities);
    }

    /**
     * The cost of one rendition.
     *
     * @param fileBytes size of the original's file
     * @throws latent.refusal.Refusal when it would be larger than any format or screen can show
     */
    public RenderCost of(ImageHeader header, long fileBytes, Transformation transformation) {
        double total = 0;
        for (var part :
                Workload.of(header, fileBytes, transformation, abilities).entrySet()) {
            total += part.getValue() * seconds.getOrDefault(part.getKey(), 0.0);
        }
        return new RenderCost(total);
    }
}
