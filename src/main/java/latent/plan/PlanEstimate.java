package latent.plan;

/**
 * What carrying a plan out will take. An order of magnitude: of an original only its bytes are known here, so it is taken for a photograph.
 *
 * @param listRequests  that finding out took, or would take again
 * @param getRequests   of originals: the head of each, then the file
 * @param headRequests  of renditions, whether they are there meanwhile, and of originals, whether they are still the same before and after the write
 * @param putRequests   of renditions
 * @param bytesRead     of originals
 * @param bytesWritten  of renditions
 * @param coreHours     of processor time
 * @param cost          of requests and processor time, once
 * @param costPerMonth  of keeping what is written
 */
public record PlanEstimate(
        long listRequests,
        long getRequests,
        long headRequests,
        long putRequests,
        long bytesRead,
        long bytesWritten,
        double coreHours,
        double cost,
        double costPerMonth) {
    /** 33 photographs of 2 to 33 megapixels from Wikimedia Commons, JPEG: 340.9 megapixels in 47.9 million bytes. */
    private static final double PIXELS_PER_BYTE = 7.1;

    /** As {@code render/cost/RenderCost} has it of an ordinary rendition, for each pixel of the photograph that it is made from. */
    private static final double CORE_SECONDS_PER_PIXEL = 12e-9;

    /** JPEG renditions of the same photographs, 320 to 1280 pixels wide at quality 80, have 0.12 to 0.18. */
    private static final double BYTES_PER_RENDITION_PIXEL = 0.15;

    private static final double PER_REQUEST = 1.0 / 1000;
    private static final double GIGABYTE = 1e9;

    /** @param listRequests that were made to find out */
    static PlanEstimate of(PlanCounts counts, long listRequests, Prices prices) {
        long gets = 2 * counts.families();
        long heads = 3 * counts.toMake();
        long puts = counts.toMake();
        long written = Math.round(counts.pixelsToMake() * BYTES_PER_RENDITION_PIXEL);
        double hours = counts.bytesToRender() * PIXELS_PER_BYTE * CORE_SECONDS_PER_PIXEL / 3600;
        double cost = (gets + heads) * PER_REQUEST * prices.get()
                + (puts + listRequests) * PER_REQUEST * prices.put()
                + hours * prices.coreHour();
        return new PlanEstimate(
                listRequests,
                gets,
                heads,
                puts,
                counts.bytesToRead(),
                written,
                hours,
                cost,
                written / GIGABYTE * prices.gigabyteMonth());
    }
}
