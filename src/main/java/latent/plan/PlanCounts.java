package latent.plan;

/**
 * What a plan has found.
 *
 * @param originals        of which renditions can be named
 * @param absent           originals that a manifest names and that are not there
 * @param otherFiles       files among the originals that are none
 * @param wanted           renditions that there should be
 * @param present          those of them that are there and not stale
 * @param missing          those of them that are not
 * @param stale            renditions that are older than their original, wanted or not
 * @param orphaned         renditions whose original is gone
 * @param ofOtherHosts     renditions whose originals come from other hosts: no listing has those, so whether they are there or newer is not known
 * @param unplanned        further renditions of the originals, which nobody planned and somebody asked for
 * @param otherObjects     objects among the renditions that are none by today's rules
 * @param families         originals of which something is to be made
 * @param toMake           renditions to be made: the wanted ones that are missing or stale
 * @param bytesToRead      size of the originals of those
 * @param bytesToRender    the same, each original as many times as it has renditions to be made
 * @param pixelsToMake     of the boxes of those renditions, with a side that is left free as in a photograph of 3 to 2
 */
public record PlanCounts(
        long originals,
        long absent,
        long otherFiles,
        long wanted,
        long present,
        long missing,
        long stale,
        long orphaned,
        long ofOtherHosts,
        long unplanned,
        long otherObjects,
        long families,
        long toMake,
        long bytesToRead,
        long bytesToRender,
        long pixelsToMake) {}
