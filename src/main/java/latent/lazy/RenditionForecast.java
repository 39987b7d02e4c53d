package latent.lazy;

import java.util.Optional;
import latent.image.ImageHeader;
import latent.refusal.Refusal;

/**
 * The expected answer to a request for a rendition, for the explain page. Tokens and permits are not part of it.
 *
 * @param atHand   where the rendition would be taken from; empty when it would be rendered
 * @param from     source of the original: {@code bucket}, or a host
 * @param original empty when it could not be opened
 * @param expected estimate of the render; empty when there would be none, or only the whole file shows the header
 * @param refusal  why nothing would be rendered, as far as original and cost tell
 */
public record RenditionForecast(
        Optional<RenditionAnswer.Source> atHand,
        String from,
        Optional<OpenedOriginal> original,
        Optional<Expected> expected,
        Optional<Refusal> refusal) {

    /**
     * An original as its first bytes describe it.
     *
     * @param header empty when only the whole file shows it
     */
    public record OpenedOriginal(long bytes, String eTag, Optional<ImageHeader> header) {}

    /**
     * The estimate of a render.
     *
     * @param kilopixels  its price for the rate limits, in the unit of {@link latent.admission.Price}
     * @param memoryBytes memory that its permit takes
     */
    public record Expected(double cpuSeconds, long kilopixels, long memoryBytes) {}

    /** A copy with this place to take the rendition from. */
    RenditionForecast with(Optional<RenditionAnswer.Source> where) {
        return new RenditionForecast(where, from, original, expected, refusal);
    }

    static RenditionForecast refused(String from, Refusal refusal) {
        return new RenditionForecast(Optional.empty(), from, Optional.empty(), Optional.empty(), Optional.of(refusal));
    }
}
