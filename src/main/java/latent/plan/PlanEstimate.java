package latent.plan;

/**
 * Estimate of what carrying out a plan takes. Only an order of magnitude: of each original only the size of its file is known, so it counts as a
 * photograph.
 *
 * @param listRequests  LIST requests of the plan itself
 * @param getRequests   two for each original: its first bytes, then the file
 * @param headRequests  three for each rendition: whether it is stored by now, and the version of its original before and after the write
 * @param putRequests   one for each rendition
 * @param bytesRead     of originals
 * @param bytesWritten  of renditions
 * @param coreHours     CPU time in hours
 * @param cost          of requests and CPU time, once
 * @param costPerMonth  of storing the new renditions
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

    /** @param listRequests made by the plan itself */
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
