package latent.lazy;

import java.util.Optional;
import latent.image.ImageHeader;
import latent.refusal.Refusal;

/**
 * What a request for a rendition would meet now.
 *
 * @param atHand   where the rendition is already; empty when it would be made
 * @param from     where its original comes from: {@code bucket}, or a host
 * @param original empty when it could not be opened
 * @param expected what a render would take; empty when there would be none, or only the whole file tells
 * @param refusal  why nothing would be made, by the original and the cost; tokens and room are not asked
 */
public record RenditionForecast(
        Optional<RenditionAnswer.Source> atHand,
        String from,
        Optional<OpenedOriginal> original,
        Optional<Expected> expected,
        Optional<Refusal> refusal) {

    /**
     * An original as its first bytes tell it.
     *
     * @param header empty when only the whole file can tell
     */
    public record OpenedOriginal(long bytes, String eTag, Optional<ImageHeader> header) {}

    /**
     * What a render is expected to take.
     *
     * @param kilopixels  what the rate limits charge
     * @param memoryBytes what it waits for before it begins
     */
    public record Expected(double cpuSeconds, long kilopixels, long memoryBytes) {}

    /** The same, with where the rendition is already. */
    RenditionForecast with(Optional<RenditionAnswer.Source> where) {
        return new RenditionForecast(where, from, original, expected, refusal);
    }

    static RenditionForecast refused(String from, Refusal refusal) {
        return new RenditionForecast(Optional.empty(), from, Optional.empty(), Optional.empty(), Optional.of(refusal));
    }
}
